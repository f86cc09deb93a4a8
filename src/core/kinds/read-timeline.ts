import type { MarkdownDocument } from '../markdown/markdown-document';
import type { Conventions } from '../model/conventions';
import { entryKinds } from '../model/entry-kind';
import type { Located } from '../model/incident';
import { instantOf, type Stamp } from '../model/stamp';
import type { TimelineEntry } from '../model/timeline-entry';
import { plainName, splitItems, unescapeCell } from './cell-text';
import type { ReadProblem } from './front-matter';
import { dayInText } from './guess-stamp';
import type { DocumentSection, TimelineTable } from './incident-document';
import { type Clock, readBullet } from './read-bullet';
import { readStamp } from './read-stamp';
import type { Table, TableRow } from './tables';
import { type TimeReading, timeProblems } from './time-problems';
import { offsetInHeader, type TimelineColumn, timelineColumnOf } from './timeline-columns';

export interface Timeline {
  readonly entries: readonly TimelineEntry[];
  /** The first table with times; the one that new entries go into. */
  readonly table?: TimelineTable;
  readonly problems: readonly ReadProblem[];
}

/** The entries of the given sections, from tables and lists alike, in the order of the text. */
export function readTimeline(
  markdown: MarkdownDocument,
  sections: readonly DocumentSection[],
  {
    tables,
    conventions,
    day,
  }: { readonly tables: readonly Table[]; readonly conventions: Conventions; readonly day?: number },
): Timeline {
  const entries: TimelineEntry[] = [];
  const readings: TimeReading[] = [];
  let first: TimelineTable | undefined;
  const kinds = kindNames(conventions);
  const byBlock = new Map(tables.map((table) => [table.block, table]));
  for (const section of sections) {
    let clock: Clock = { before: dayInText(section.title) ?? day };
    for (let index = section.block + 1; index < section.endBlock; index++) {
      const block = markdown.blocks[index];
      const start = markdown.starts[index] ?? 0;
      if (block?.kind === 'heading' || block?.kind === 'paragraph') {
        const words = block.text.slice(block.contentStart, block.contentEnd);
        const named = block.kind === 'heading' || isDayLine(words) ? dayInText(words, clock.before) : undefined;
        if (named !== undefined) clock = { before: named, day: named };
      } else if (block?.kind === 'list-item') {
        const entry = readBullet(
          markdown.text,
          { start: start + block.contentStart, end: start + block.contentEnd },
          clock,
        );
        if (entry === undefined) continue;
        entries.push(entry);
        clock = { ...clock, before: (entry.stamp && instantOf(entry.stamp)) ?? clock.before };
      }
      const table = byBlock.get(index);
      const columns = table && columnsOf(table);
      if (table === undefined || columns === undefined) continue;
      first ??= tableOf(table);
      clock = readRows(markdown.text, { table, columns, kinds, clock }, entries, readings);
      index = table.endBlock - 1;
    }
  }
  return { entries, ...(first && { table: first }), problems: timeProblems(readings) };
}

/** Index of each known column; nothing where the table has no times. */
type Columns = Readonly<Partial<Record<TimelineColumn, number>>> & { readonly timeHeader: string };

/** The row's stamp alone, for whoever sorts rows. */
export function rowInstant(table: Table, row: TableRow): number | undefined {
  const columns = columnsOf(table);
  if (columns === undefined) return undefined;
  const stamp = stampOf(timeOf(row, columns), { columns, clock: { before: undefined } });
  return stamp === undefined ? undefined : instantOf(stamp);
}

function columnsOf(table: Table): Columns | undefined {
  const found: Partial<Record<TimelineColumn, number>> = {};
  for (const [index, header] of table.columns.entries()) {
    const column = timelineColumnOf(header);
    if (column !== undefined) found[column] ??= index;
  }
  if (found.time === undefined && found.date !== undefined) {
    found.time = found.date;
    delete found.date;
  }
  if (found.time === undefined) return undefined;
  return { ...found, timeHeader: table.columns[found.time] ?? '' };
}

/** The table with its columns by the names that the reader knows them by. */
function tableOf({ columns, header, delimiter, rows }: Table): TimelineTable {
  const hasTime = columns.some((column) => timelineColumnOf(column) === 'time');
  const names = columns.map((column) => {
    const known = timelineColumnOf(column);
    return known === 'date' && !hasTime ? 'time' : (known ?? column);
  });
  return { columns: names, header, delimiter, rows: rows.map((row) => row.span) };
}

function readRows(
  text: string,
  {
    table,
    columns,
    kinds,
    clock,
  }: { readonly table: Table; readonly columns: Columns; readonly kinds: ReadonlySet<string>; readonly clock: Clock },
  entries: TimelineEntry[],
  readings: TimeReading[],
): Clock {
  let { before } = clock;
  before ??= firstInstant(table, columns);
  for (const row of table.rows) {
    if (row.cells.every((cell) => cell.text === '')) continue;
    const time = timeOf(row, columns);
    const stamp = stampOf(time, { columns, clock: { ...clock, before } });
    readings.push({
      time,
      ...(stamp && { stamp }),
      before,
      hasDate: columns.date !== undefined || clock.day !== undefined,
    });
    entries.push(entryOf(text, row, { columns, kinds, time, ...(stamp && { stamp }) }));
    before = (stamp && instantOf(stamp)) ?? before;
  }
  return { ...clock, before };
}

/** Rows before the first dated one take its day. */
function firstInstant(table: Table, columns: Columns): number | undefined {
  for (const row of table.rows) {
    const stamp = stampOf(timeOf(row, columns), { columns, clock: { before: undefined } });
    const at = stamp && instantOf(stamp);
    if (at !== undefined) return Math.floor(at / 86_400_000) * 86_400_000;
  }
  return undefined;
}

/** The time's cell; with a column for the date, both as one text with the place of the time. */
function timeOf(row: TableRow, columns: Columns): Located {
  const time = cellOf(row, columns.time);
  const date = columns.date === undefined ? '' : cellOf(row, columns.date).text;
  if (date === '') return time;
  const day = dayInText(date);
  return day === undefined
    ? time
    : { text: `${new Date(day).toISOString().slice(0, 10)} ${time.text}`, span: time.span };
}

function stampOf(
  time: Located,
  { columns, clock }: { readonly columns: Columns; readonly clock: Clock },
): Stamp | undefined {
  const written = time.text.replace(/^[`*_]+|[`*_]+$/g, '');
  const offset = offsetInHeader(columns.timeHeader);
  const dated = clock.day === undefined ? undefined : readStamp(onDay(written, clock.day));
  const plain = readStamp(written, clock.before);
  const stamp = plain !== undefined && 'unsure' in plain && dated !== undefined && isClock(written) ? dated : plain;
  if (offset === undefined || stamp === undefined || !('unsure' in stamp)) return stamp;
  const zoned = `${isClock(written) && clock.day !== undefined ? onDay(written, clock.day) : written}${offset}`;
  return readStamp(zoned, clock.before) ?? stamp;
}

function isClock(text: string): boolean {
  return /^~?\s*\d{2}:/.test(text);
}

function onDay(clock: string, day: number): string {
  const about = clock.startsWith('~') ? '~' : '';
  return `${about}${new Date(day).toISOString().slice(0, 10)} ${clock.slice(about.length).trim()}`;
}

function entryOf(
  text: string,
  row: TableRow,
  {
    columns,
    kinds,
    time,
    stamp,
  }: { readonly columns: Columns; readonly kinds: ReadonlySet<string>; readonly time: Located; readonly stamp?: Stamp },
): TimelineEntry {
  const id = cellOf(row, columns.id);
  const kind = cellOf(row, columns.kind);
  const items = (column: number | undefined): readonly Located[] =>
    column === undefined ? [] : splitItems(text, cellOf(row, column).span);
  const idText = plainName(id.text);
  return {
    source: 'row',
    span: row.span,
    ...(idText !== '' && { id: { text: idText, span: id.span } }),
    time,
    ...(stamp && { stamp }),
    ...(kind.text !== '' && { kind }),
    ...readKind(kind.text, kinds),
    event: cellOf(row, columns.event),
    systems: items(columns.system).map((item) => plainName(item.text)),
    actors: items(columns.actor).map((item) => plainName(item.text)),
    evidence: items(columns.evidence).map((item) => item.text),
  };
}

function cellOf(row: TableRow, column: number | undefined): Located {
  const cell = column === undefined ? undefined : row.cells[column];
  return cell ?? { text: '', span: { start: row.span.end, end: row.span.end } };
}

/** The kind's name and value: `severity SEV2`, `role commander alice`; unknown kinds keep their whole text. */
export function readKind(
  text: string,
  kinds: ReadonlySet<string>,
): { readonly kindName: string; readonly kindValue?: string } {
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

/** Built-in kinds and the team's own, in lower case. */
export function kindNames(conventions: Conventions): ReadonlySet<string> {
  return new Set([...entryKinds, ...conventions.entryKinds].map((kind) => kind.name.toLowerCase()));
}

const valued: ReadonlySet<string> = new Set(
  entryKinds.filter((kind) => kind.value !== undefined).map((kind) => kind.name),
);

/** A line that only says which day follows, such as `**2026-11-23**`. */
function isDayLine(text: string): boolean {
  return text.length < 60 && !/[\r\n]/.test(text) && /^\W*(?:\w+,? )?[\w.,/ -]*\W*$/.test(text) && /\d/.test(text);
}
