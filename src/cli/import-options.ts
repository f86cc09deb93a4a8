import { csvColumns, isCsvColumn } from '../core/import/read-csv';
import { kindNames } from '../core/kinds/read-entry';
import type { Conventions } from '../core/model/conventions';
import { entryKinds } from '../core/model/entry-kind';
import { instantOf } from '../core/model/stamp';
import { isTimeZone } from '../core/model/time-text';
import { type Folder, zoneOf } from './folder';
import type { Io } from './io';
import { readTime } from './read-time';
import { choice, parseOptions, usageError } from './usage';

const command = 'import';

export interface ImportArguments {
  /** A path, `-` for the standard input; absent for the history of git. */
  readonly source?: string;
  readonly incident?: string;
  /** As typed, since they are read in the zone of the folder. */
  readonly from?: string;
  readonly until?: string;
  readonly columns: ReadonlyMap<string, string>;
  readonly timeZone?: string;
  readonly kind?: string;
  readonly dryRun: boolean;
  readonly format: 'text' | 'json';
}

export function readImportArguments(argv: readonly string[]): ImportArguments {
  const { values, positionals } = parseOptions(command, {
    args: [...argv],
    allowPositionals: true,
    options: {
      incident: { type: 'string' },
      from: { type: 'string' },
      until: { type: 'string' },
      map: { type: 'string', multiple: true },
      'time-zone': { type: 'string' },
      kind: { type: 'string' },
      git: { type: 'boolean', default: false },
      'dry-run': { type: 'boolean', default: false },
      format: { type: 'string', default: 'text' },
    },
  });
  const [source, ...others] = positionals;
  const { git, incident, from, until, kind, 'time-zone': timeZone } = values;
  if (others.length > 0) throw usageError(command, 'One SOURCE at a time; a path with blanks needs quotes.');
  if (git && source !== undefined) throw usageError(command, '--git takes no SOURCE.');
  if (!git && source === undefined) throw usageError(command, 'A SOURCE is needed: a file, a folder, - or --git.');
  if (timeZone !== undefined && !isTimeZone(timeZone))
    throw usageError(command, `--time-zone is "${timeZone}"; expected a name such as Europe/Berlin.`);
  return {
    ...(source !== undefined && { source }),
    ...(incident !== undefined && { incident }),
    ...(from !== undefined && { from }),
    ...(until !== undefined && { until }),
    columns: readColumns(values.map ?? []),
    ...(timeZone !== undefined && { timeZone }),
    ...(kind !== undefined && { kind }),
    dryRun: values['dry-run'],
    format: choice(command, { name: 'format', value: values.format, values: ['text', 'json'] as const }),
  };
}

/** The bounds as instants; what has none, such as `unknown`, bounds nothing. */
export function readWindow(
  { from, until, timeZone }: Pick<ImportArguments, 'from' | 'until' | 'timeZone'>,
  { folder, io }: { readonly folder: Folder; readonly io: Io },
): { readonly from?: number; readonly until?: number } {
  const zoned = timeZone === undefined ? folder : { ...folder, conventions: { ...folder.conventions, timeZone } };
  const instant = (name: string, text: string | undefined): number | undefined => {
    if (text === undefined) return undefined;
    const at = instantOf(readTime(text, { command, folder: zoned, io }));
    if (at === undefined) throw usageError(command, `--${name} is "${text}"; expected a time such as 14:05.`);
    return at;
  };
  const start = instant('from', from);
  const end = instant('until', until);
  if (start !== undefined && end !== undefined && end < start) throw usageError(command, '--until is before --from.');
  return { ...(start !== undefined && { from: start }), ...(end !== undefined && { until: end }) };
}

export function readKindOption(kind: string, conventions: Conventions): string {
  const name = kind.toLowerCase();
  if (!kindNames(conventions).has(name)) throw usageError(command, `--kind is "${kind}", which is not a kind here.`);
  if (entryKinds.some((one) => one.name === name && one.value !== undefined))
    throw usageError(command, `--kind ${name} would need a value for each entry.`);
  return name;
}

export function zoneFor({ timeZone }: ImportArguments, folder: Folder, io: Io): string {
  return timeZone ?? zoneOf(folder, io.env);
}

/** `time=Zeit,event=Text`. */
function readColumns(given: readonly string[]): ReadonlyMap<string, string> {
  const pairs = given.flatMap((one) => one.split(','));
  return new Map(
    pairs.map((pair) => {
      const at = pair.indexOf('=');
      const column = pair.slice(0, Math.max(0, at)).trim().toLowerCase();
      if (!isCsvColumn(column) || at === pair.length - 1)
        throw usageError(command, `--map has "${pair}"; expected COLUMN=HEADER with one of ${csvColumns.join(', ')}.`);
      return [column, pair.slice(at + 1).trim()] as const;
    }),
  );
}
