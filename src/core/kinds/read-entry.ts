import type { Conventions } from '../model/conventions';
import { entryKinds } from '../model/entry-kind';
import type { Located } from '../model/incident';
import { readStamp } from '../model/read-stamp';
import type { Stamp } from '../model/stamp';
import type { Span } from '../model/text';
import { utcDate } from '../model/time-text';
import type { TimelineEntry } from '../model/timeline-entry';
import { plainName, splitItems, unescapeCell } from './cell-text';
import { type Clock, dayInText } from './guess-stamp';
import { type RowReading, spanOf, type Table } from './tables';
import { offsetInHeader, type TimelineColumn, timelineColumnOf } from './timeline-columns';
import type { TimelineTable } from './timeline-table';

/** Index of each known column, and the offset that the header of the times states for all. */
export type EntryColumns = Readonly<Partial<Record<TimelineColumn, number>>> & { readonly offset?: string };

export interface EntryContext {
  readonly columns: EntryColumns;
  /** See {@link kindNames}. */
  readonly kinds: ReadonlySet<string>;
}

const knownColumns = new WeakMap<readonly string[], { readonly columns: EntryColumns | undefined }>();

/** Nothing where the table has no times; the same object for the same columns. */
export function entryColumnsOf({ columns }: Table): EntryColumns | undefined {
  const known = knownColumns.get(columns) ?? { columns: findColumns(columns) };
  knownColumns.set(columns, known);
  return known.columns;
}

function findColumns(columns: readonly string[]): EntryColumns | undefined {
  const found: Partial<Record<TimelineColumn, number>> = {};
  for (const [index, header] of columns.entries()) {
    const column = timelineColumnOf(header);
    if (column !== undefined) found[column] ??= index;
  }
  if (found.time === undefined && found.date !== undefined) {
    found.time = found.date;
    delete found.date;
  }
  if (found.time === undefined) return undefined;
  const offset = offsetInHeader(columns[found.time] ?? '');
  return offset === undefined ? found : { ...found, offset };
}

/** The table with its columns by the names that the reader knows them by. */
export function timelineTableOf(table: Table): TimelineTable {
  return new PlacedTable(table);
}

/** A class, since a getter of an object literal is a new function for each document. */
class PlacedTable implements TimelineTable {
  readonly columns: readonly string[];
  readonly header: Span;
  readonly delimiter: Span;
  readonly #table: Table;

  constructor(table: Table) {
    const { columns, header, delimiter } = table;
    const hasTime = columns.some((column) => timelineColumnOf(column) === 'time');
    this.columns = columns.map((column) => {
      const known = timelineColumnOf(column);
      return known === 'date' && !hasTime ? 'time' : (known ?? column);
    });
    this.header = header;
    this.delimiter = delimiter;
    this.#table = table;
  }

  get rows(): readonly Span[] {
    return this.#table.rows.map(spanOf);
  }
}

/** One row as an entry, its offsets those of the row. */
export function readEntry(row: RowReading, { columns, kinds }: EntryContext, clock: Clock): TimelineEntry {
  const time = timeOf(row, columns);
  const kind = cellOf(row, columns.kind);
  const entry: { -readonly [Key in keyof TimelineEntry]: TimelineEntry[Key] } = {
    source: 'row',
    span: row.span,
    time,
    kindName: '',
    event: cellOf(row, columns.event),
    systems: itemsOf(row, columns.system).map(plainName),
    actors: itemsOf(row, columns.actor).map(plainName),
    evidence: itemsOf(row, columns.evidence),
  };
  const stamp = stampOf(time, columns, clock);
  if (stamp !== undefined) entry.stamp = stamp;
  const id = idOf(cellOf(row, columns.id));
  if (id !== undefined) entry.id = id;
  if (kind.text === '') return entry;
  entry.kind = kind;
  return Object.assign(entry, readKind(kind.text, kinds));
}

/** The id without code signs, anchor or link around it. */
function idOf(cell: Located): Located | undefined {
  if (/^[\w.-]*$/.test(cell.text)) return cell.text === '' ? undefined : cell;
  const plain = cell.text.replace(/<[^>]*>/g, '').replace(/^\[([^\]]+)\]\([^)]*\)$/, '$1');
  const text = plainName(plain);
  if (text === '') return undefined;
  const at = cell.text.indexOf(text, cell.text.startsWith('<') ? cell.text.indexOf('>') : 0);
  const start = cell.span.start + Math.max(0, at);
  return at < 0 ? { text, span: cell.span } : { text, span: { start, end: start + text.length } };
}

/** The time's cell; with a column for the date, both as one text with the place of the time. */
export function timeOf(row: RowReading, columns: EntryColumns): Located {
  const time = cellOf(row, columns.time);
  if (columns.date === undefined) return time;
  const day = dayInText(cellOf(row, columns.date).text);
  return day === undefined ? time : { text: `${utcDate(day)} ${time.text}`, span: time.span };
}

export function stampOf(
  time: Located,
  columns: EntryColumns,
  { before, day, offset: stated }: Clock,
): Stamp | undefined {
  const offset = columns.offset ?? stated;
  const written = time.text.replace(/^[`*_]+|[`*_]+$/g, '');
  const isDated = day === undefined || !/^~?\s*\d{2}:/.test(written);
  const dated = isDated ? written : onDay(written, day);
  const stamp = readStamp(dated, before);
  if (offset === undefined || stamp === undefined || !('unsure' in stamp)) return stamp;
  return readStamp(dated + offset, before) ?? stamp;
}

/** The kind's name and value: `severity SEV2`, `role commander alice`; unknown kinds keep their whole text. */
export function readKind(
  text: string,
  kinds: ReadonlySet<string>,
): { readonly kindName: string; readonly kindValue?: string } {
  const lowerText = text.toLowerCase();
  if (kinds.has(lowerText)) return { kindName: lowerText };
  const plain = unescapeCell(text)
    .replace(/^[`*_#]+|[`*_]+$/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const lower = plain.toLowerCase();
  if (kinds.has(lower)) return { kindName: lower };
  const [first = '', ...rest] = plain.split(' ');
  const name = first.toLowerCase().replace(/:$/, '');
  if (!valued.has(name) || rest.length === 0) return { kindName: lower };
  return { kindName: name, kindValue: rest.join(' ') };
}

const kindsOfTeams = new WeakMap<Conventions, ReadonlySet<string>>();

/** Built-in kinds and the team's own, in lower case; the same object for the same conventions. */
export function kindNames(conventions: Conventions): ReadonlySet<string> {
  const known =
    kindsOfTeams.get(conventions) ??
    new Set([...entryKinds, ...conventions.entryKinds].map((kind) => kind.name.toLowerCase()));
  kindsOfTeams.set(conventions, known);
  return known;
}

const valued: ReadonlySet<string> = new Set(
  entryKinds.filter((kind) => kind.value !== undefined).map((kind) => kind.name),
);

const none: readonly string[] = [];

function itemsOf(row: RowReading, column: number | undefined): readonly string[] {
  const cell = column === undefined ? undefined : row.cells[column];
  return cell === undefined || cell.text === '' ? none : splitItems(row.text, cell.span).map((item) => item.text);
}

function cellOf(row: RowReading, column: number | undefined): Located {
  const cell = column === undefined ? undefined : row.cells[column];
  return cell ?? { text: '', span: { start: row.span.end, end: row.span.end } };
}

function onDay(clock: string, day: number): string {
  const about = clock.startsWith('~') ? '~' : '';
  return `${about}${utcDate(day)} ${clock.slice(about.length).trim()}`;
}
