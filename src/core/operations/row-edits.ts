import type { ReportDocument } from '../kinds/incident-document';
import { cellsOf, readTables, spanOf, type Table, type TableRow } from '../kinds/tables';
import { type TimelineColumn, timelineColumnOf } from '../kinds/timeline-columns';
import { blockAt } from '../markdown/places';
import type { Located } from '../model/incident';
import type { TextEdit } from '../model/text';
import type { TimelineEntry } from '../model/timeline-entry';
import type { EntryChanges } from './entry-changes';
import { addedColumns, appendColumns, styleOf } from './table-entry';
import { columnSuffix, escapeCell, type TableStyle } from './table-row';

export interface RowEdits {
  /** Within the row's own line. */
  readonly row: readonly TextEdit[];
  /** New columns, in header and delimiter. */
  readonly head: readonly TextEdit[];
}

/** Cells of a row that get another text. Escapes, padding, comments and all other cells stay as they are. */
export function editRow({ markdown }: ReportDocument, { span }: TimelineEntry, changes: EntryChanges): RowEdits {
  const block = blockAt(markdown, span.start);
  for (const table of readTables(markdown, []).tables) {
    const row = table.rows.find((one) => one.block === block);
    if (row !== undefined) return editCells(markdown.text, { table, row }, changes);
  }
  return { row: [], head: [] };
}

interface OwnRow {
  readonly table: Table;
  readonly row: TableRow;
}

function editCells(text: string, { table, row }: OwnRow, changes: EntryChanges): RowEdits {
  const style = styleOf(text, table, spanOf(row));
  const cells = cellsOf(row);
  const missing = addedColumns.filter(({ key }) => (changes[key] ?? '') !== '' && columnOf(table, key) === undefined);
  const edits: TextEdit[] = [];
  /** Texts by the column, of cells that the row does not have yet. */
  const appended = new Map<number, string>();
  for (const [key, value] of Object.entries(changes)) {
    const column = columnOf(table, key);
    const cell = column === undefined ? undefined : cells[column];
    if (cell !== undefined) edits.push(inCell(text, cell, { value, style }));
    else if (column !== undefined && value !== '') appended.set(column, value);
  }
  for (const [index, { key }] of missing.entries()) appended.set(table.columns.length + index, changes[key] ?? '');
  const head = appendColumns(
    text,
    table,
    missing.map(({ title }) => title),
  );
  return { head, row: [...edits, ...appendCells(text, { row, style, count: cells.length }, appended)] };
}

/** Dates in a column of their own are part of the time, which then is written whole into the time's cell. */
function columnOf({ columns }: Table, key: string): number | undefined {
  const find = (wanted: TimelineColumn) => columns.findIndex((header) => timelineColumnOf(header) === wanted);
  const index = columns.findIndex((header) => (timelineColumnOf(header) ?? header) === key);
  if (index >= 0) return index;
  const date = key === 'time' ? find('date') : -1;
  return date < 0 ? undefined : date;
}

/** The blanks behind a text give way to a longer one, so that the pipes of a padded table stay in line. */
function inCell(
  text: string,
  { span }: Located,
  { value, style }: { readonly value: string; readonly style: TableStyle },
): TextEdit {
  const escaped = escapeCell(value);
  const behind = /^[ \t]*/.exec(text.slice(span.end))?.[0].length ?? 0;
  const before = /[ \t]*$/.exec(text.slice(0, span.start))?.[0].length ?? 0;
  if (span.start === span.end) {
    const room = before + behind;
    const newText = escaped === '' ? ' '.repeat(room) : ` ${escaped} `.padEnd(room);
    return { span: { start: span.start - before, end: span.end + behind }, newText };
  }
  const growth = escaped.length - (span.end - span.start);
  const isPadded = style.widths !== undefined || behind > 1;
  if (!isPadded || behind === 0) return { span, newText: safeEnd(escaped, behind) };
  const blanks = Math.max(1, behind - growth);
  return { span: { start: span.start, end: span.end + behind }, newText: escaped + ' '.repeat(blanks) };
}

/** A backslash right before the pipe would escape it. */
function safeEnd(escaped: string, behind: number): string {
  return behind === 0 && escaped.endsWith('\\') ? `${escaped} ` : escaped;
}

function appendCells(
  text: string,
  { row, style, count }: { readonly row: TableRow; readonly style: TableStyle; readonly count: number },
  appended: ReadonlyMap<number, string>,
): readonly TextEdit[] {
  if (appended.size === 0) return [];
  const { start, end: lineEnd } = spanOf(row);
  const end = start + text.slice(start, lineEnd).trimEnd().length;
  const trailingPipe = /(?:^|[^\\])(?:\\\\)*\|$/.test(text.slice(start, end));
  const last = Math.max(...appended.keys());
  const cells = Array.from({ length: last - count + 1 }, (_, at) =>
    columnSuffix(escapeCell(appended.get(count + at) ?? ''), { ...style, trailingPipe }),
  );
  return [{ span: { start: end, end }, newText: cells.join('') }];
}
