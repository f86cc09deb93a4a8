import type { TimelineTable } from '../kinds/timeline-table';
import type { MarkdownDocument } from '../markdown/markdown-document';
import { blockAt, lineOf } from '../markdown/places';
import { lineEndingOf, type Span, type TextEdit } from '../model/text';
import type { TimelineEntry } from '../model/timeline-entry';
import type { EntryValues } from './entry-draft';
import { columnSuffix, formatRow, type TableStyle, tableStyleOf } from './table-row';

/** A new entry and the index, among those that stand there, before which it goes. */
export interface PlacedValues {
  readonly index: number;
  readonly values: EntryValues;
}

interface TableEntries {
  readonly timeline: TimelineTable;
  /** The table's entries. */
  readonly entries: readonly TimelineEntry[];
  /** By index; those of one index in the order in which they are to stand. */
  readonly added: readonly PlacedValues[];
}

/**
 * Rows in the table's own shape; a column that is missing for a value is added to header, delimiter and the new rows
 * alone.
 */
export function insertTableEntries(markdown: MarkdownDocument, table: TableEntries): readonly TextEdit[] {
  const { timeline, added } = table;
  const { text } = markdown;
  const style = styleOf(text, timeline, timeline.rows[Math.max(0, (added[0]?.index ?? 0) - 1)]);
  const missing = addedColumns.filter(
    ({ key }) => !timeline.columns.includes(key) && added.some(({ values }) => values[key] !== ''),
  );
  const rowOf = (values: EntryValues) =>
    formatRow([...cellsOf(timeline, values), ...missing.map(({ key }) => values[key])], style);
  const hasConflict = markdown.blocks.some(({ kind }) => kind === 'conflict-marker');
  const rows = [...groupByIndex(added)].map(([index, group]) => {
    const offset = offsetOf(markdown, { ...table, index });
    const lines = group.map(({ values }) => rowOf(values));
    return insertLines(text, hasConflict ? afterConflict(markdown, offset) : offset, lines);
  });
  const titles = missing.map(({ title }) => title);
  return [...appendColumns(text, timeline, titles), ...rows];
}

/** How the table is written; `sample` is one of its rows. */
export function styleOf(
  text: string,
  { header, delimiter }: Pick<TimelineTable, 'header' | 'delimiter'>,
  sample: Span | undefined,
): TableStyle {
  return tableStyleOf(lineText(text, header), lineText(text, delimiter), sample && lineText(text, sample));
}

function cellsOf({ columns }: TimelineTable, values: EntryValues): readonly string[] {
  return columns.map((column, at) => {
    // A second column of the same name stays empty, as the reader takes the first.
    const isFirst = columns.indexOf(column) === at;
    return isFirst && column in values ? values[column as keyof EntryValues] : '';
  });
}

export function groupByIndex(added: readonly PlacedValues[]): ReadonlyMap<number, readonly PlacedValues[]> {
  const groups = new Map<number, PlacedValues[]>();
  for (const one of added) {
    const group = groups.get(one.index);
    if (group === undefined) groups.set(one.index, [one]);
    else group.push(one);
  }
  return groups;
}

export const addedColumns: readonly { readonly key: keyof EntryValues; readonly title: string }[] = [
  { key: 'kind', title: 'Kind' },
  { key: 'system', title: 'System' },
  { key: 'actor', title: 'Actor' },
  { key: 'event', title: 'Event' },
  { key: 'evidence', title: 'Evidence' },
  { key: 'id', title: 'ID' },
  { key: 'source id', title: 'Source ID' },
];

/** New columns at the end of header and delimiter; rows without their cells are as legal as before. */
export function appendColumns(
  text: string,
  table: Pick<TimelineTable, 'header' | 'delimiter'>,
  titles: readonly string[],
): TextEdit[] {
  if (titles.length === 0) return [];
  const style = styleOf(text, table, undefined);
  const append = (line: Span, texts: readonly string[]): TextEdit => {
    const { end, start } = lineOf(text, line.start);
    const at = start + text.slice(start, end).trimEnd().length;
    return { span: { start: at, end: at }, newText: texts.map((one) => columnSuffix(one, style)).join('') };
  };
  return [
    append(table.header, titles),
    append(
      table.delimiter,
      titles.map(() => '---'),
    ),
  ];
}

/** Start of the line before which the row goes. */
function offsetOf(
  { text }: MarkdownDocument,
  { timeline, entries, index }: Pick<TableEntries, 'timeline' | 'entries'> & { readonly index: number },
): number {
  const next = entries[index];
  const before = entries[index - 1];
  const isLast = next === undefined;
  const anchor = isLast ? (timeline.rows.at(-1) ?? timeline.delimiter) : (before?.span ?? next.span);
  return isLast || before !== undefined ? lineOf(text, anchor.start).next : lineOf(text, anchor.start).start;
}

/** A row within a merge conflict would be lost with its side, so it goes below the conflict. */
function afterConflict(markdown: MarkdownDocument, offset: number): number {
  const { text, blocks, starts } = markdown;
  for (let index = blockAt(markdown, Math.max(0, offset - 1)); index >= 0; index--) {
    const block = blocks[index];
    if (block?.kind !== 'conflict-marker' && block?.kind !== 'table-row') return offset;
    if (block.kind !== 'conflict-marker') continue;
    if (block.text.startsWith('>>>>>>>')) return offset;
    for (let end = index + 1; end < blocks.length; end++) {
      if (blocks[end]?.kind === 'conflict-marker' && blocks[end]?.text.startsWith('>>>>>>>'))
        return starts[end + 1] ?? text.length;
    }
    return offset;
  }
  return offset;
}

function lineText(text: string, span: Span): string {
  const { start, end } = lineOf(text, span.start);
  return text.slice(start, end);
}

/** `offset` is the start of a line, or the end of a text that has no line ending there. */
export function insertLines(text: string, offset: number, lines: readonly string[]): TextEdit {
  const eol = lineEndingOf(text);
  const isOpenEnd = offset === text.length && text !== '' && !/[\r\n]/.test(text.charAt(text.length - 1));
  const newText = lines.map((line) => (isOpenEnd ? eol + line : line + eol)).join('');
  return { span: { start: offset, end: offset }, newText };
}
