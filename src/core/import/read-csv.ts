import { timelineColumnOf } from '../kinds/timeline-columns';
import { type Message, message } from '../model/message';
import { contentKey, recordKey } from './content-key';
import { type CsvRow, delimiterOf, parseCsv } from './parse-csv';
import { readWrittenTime } from './read-instant';
import type { SourceContext, SourceItem } from './source-record';

/** Columns of an entry that a table can fill. */
export const csvColumns = ['time', 'date', 'kind', 'event', 'system', 'actor', 'evidence', 'id'] as const;
export type CsvColumn = (typeof csvColumns)[number];

export interface CsvTable {
  readonly delimiter: string;
  /** Index by column. */
  readonly columns: Readonly<Partial<Record<CsvColumn, number>>>;
}

/** A table that cannot be read before somebody says which column is which. */
export interface UnclearTable {
  readonly problem: Message;
  readonly headers: readonly string[];
}

/** How a table is read, or what is missing to that; nothing where the text is no table. */
export function csvTableOf(text: string, mapping: ReadonlyMap<string, string>): CsvTable | UnclearTable | undefined {
  const delimiter = delimiterOf(text);
  const [header] = delimiter === undefined ? [] : firstRows(text, delimiter, 1);
  if (delimiter === undefined || header === undefined) return undefined;
  const names = header.cells.map((cell) => cell.trim());
  const columns: Partial<Record<CsvColumn, number>> = {};
  for (const [index, name] of names.entries()) {
    const column = columnOf(name);
    if (column !== undefined) columns[column] ??= index;
  }
  for (const [column, name] of mapping) {
    const index = names.findIndex((one) => one.toLowerCase() === name.toLowerCase());
    if (index < 0) return { problem: noSuchColumn(name, names), headers: names };
    if (isCsvColumn(column)) columns[column] = index;
  }
  const { time = columns.date, event } = columns;
  if (time !== undefined && event !== undefined) return { delimiter, columns: { ...columns, time } };
  // A text with commas in its first line is no table for that.
  if (mapping.size === 0 && time === undefined) return undefined;
  return { problem: unclear(names, time === undefined ? 'time' : 'event'), headers: names };
}

/** Of a text that is read as nothing else: a table whose names are not known, if its first rows have as many cells. */
export function unnamedTableOf(text: string): UnclearTable | undefined {
  const delimiter = delimiterOf(text);
  const [header, ...others] = delimiter === undefined ? [] : firstRows(text, delimiter, 4);
  const names = header?.cells.map((cell) => cell.trim()) ?? [];
  const isTable = others.length > 0 && others.every(({ cells }) => cells.length === names.length);
  if (!isTable || names.filter((name) => name !== '').length < 2) return undefined;
  return { problem: unclear(names, 'time'), headers: names };
}

export function isCsvColumn(name: string): name is CsvColumn {
  return csvColumns.some((column) => column === name);
}

export function* readCsv(
  text: string,
  { delimiter, columns }: CsvTable,
  file: string,
  context: SourceContext,
): Iterable<SourceItem> {
  let isHeader = true;
  let day = context.day;
  for (const row of parseCsv(text, delimiter)) {
    if (!isHeader) {
      const item = readRow(row, columns, { file, context, day });
      if ('stamp' in item)
        day = Math.floor(('at' in item.stamp ? item.stamp.at : item.stamp.from) / dayLength) * dayLength;
      yield item;
    }
    isHeader = false;
  }
}

const dayLength = 24 * 60 * 60_000;

function readRow(
  { line, cells }: CsvRow,
  columns: CsvTable['columns'],
  { file, context, day }: { readonly file: string; readonly context: SourceContext; readonly day: number | undefined },
): SourceItem {
  const cell = (column: CsvColumn) => (columns[column] === undefined ? '' : (cells[columns[column]] ?? '').trim());
  const where = `${file}, line ${line}`;
  const written = columns.date === columns.time ? cell('time') : `${cell('date')} ${cell('time')}`.trim();
  const time = readWrittenTime(written, { timeZone: context.timeZone, ...(day !== undefined && { near: day }) });
  if (time === undefined) return { where, skip: 'no-time' };
  const id = cell('id');
  return {
    where,
    key: id === '' ? contentKey('csv', written, cell('event')) : recordKey('csv', `${context.name}/${id}`),
    ...time,
    text: cell('event'),
    ...(cell('kind') !== '' && { kind: cell('kind') }),
    systems: itemsOf(cell('system')),
    actors: itemsOf(cell('actor')).map((name) => name.replace(/^@/, '')),
    evidence: cell('evidence').split(/[\s,]+/),
  };
}

function itemsOf(text: string): readonly string[] {
  return text
    .split(/[,;\n]/)
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

/** What teams call their columns beside the names that a timeline's own header may have. */
const aliases: Readonly<Record<string, CsvColumn>> = {
  'started at': 'time',
  'created at': 'time',
  ts: 'time',
  message: 'event',
  text: 'event',
  summary: 'event',
  note: 'event',
  title: 'event',
  user: 'actor',
  author: 'actor',
  name: 'actor',
  owner: 'actor',
  url: 'evidence',
};

function columnOf(name: string): CsvColumn | undefined {
  return timelineColumnOf(name) ?? aliases[name.toLowerCase().replace(/[_-]+/g, ' ')];
}

function firstRows(text: string, delimiter: string, most: number): readonly CsvRow[] {
  const rows: CsvRow[] = [];
  for (const row of parseCsv(text.slice(0, 100_000), delimiter)) {
    rows.push(row);
    if (rows.length === most) break;
  }
  return rows;
}

function unclear(names: readonly string[], missing: string): Message {
  return message('The header has {names}; none of them is known as the {missing}.', {
    names: listed(names),
    missing,
  });
}

function noSuchColumn(name: string, names: readonly string[]): Message {
  return message('The header has no column "{name}"; it has {names}.', { name, names: listed(names) });
}

/** A name of the source as a message can show it. */
export function shownName(name: string): string {
  return name.slice(0, 40).replace(/\p{C}/gu, '');
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 12).map((name) => `"${shownName(name)}"`);
  return names.length > shown.length ? `${shown.join(', ')} …` : shown.join(', ');
}
