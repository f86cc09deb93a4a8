import type { TimelineTable } from '../kinds/incident-document';
import type { MarkdownDocument } from '../markdown/markdown-document';
import { blockAt, lineOf } from '../markdown/places';
import { lineEndingOf, type Span, type TextEdit } from '../model/text';
import type { TimelineEntry } from '../model/timeline-entry';
import type { EntryValues } from './entry-draft';
import { columnSuffix, formatRow, type TableStyle, tableStyleOf } from './table-row';

interface TableEntry {
  readonly timeline: TimelineTable;
  /** The table's entries and the index among them of the new one. */
  readonly entries: readonly TimelineEntry[];
  readonly index: number;
  readonly values: EntryValues;
}

/** A row in the table's own shape; a column that is missing for a value is added to header, delimiter and this row alone. */
export function insertTableEntry(markdown: MarkdownDocument, entry: TableEntry): readonly TextEdit[] {
  const { timeline, values } = entry;
  const { text } = markdown;
  const style = styleOf(text, timeline, timeline.rows[Math.max(0, entry.index - 1)]);
  const missing = addedColumns.filter(({ key }) => values[key] !== '' && !timeline.columns.includes(key));
  const cells = timeline.columns.map((column, at) => {
    // A second column of the same name stays empty, as the reader takes the first.
    const isFirst = timeline.columns.indexOf(column) === at;
    return isFirst && column in values ? values[column as keyof EntryValues] : '';
  });
  const row = formatRow([...cells, ...missing.map(({ key }) => values[key])], style);
  const titles = missing.map(({ title }) => title);
  return [...appendColumns(text, timeline, titles), insertLine(text, offsetOf(markdown, entry), row)];
}

/** How the table is written; `sample` is one of its rows. */
export function styleOf(
  text: string,
  { header, delimiter }: Pick<TimelineTable, 'header' | 'delimiter'>,
  sample: Span | undefined,
): TableStyle {
  return tableStyleOf(lineText(text, header), lineText(text, delimiter), sample && lineText(text, sample));
}

const addedColumns: readonly { readonly key: keyof EntryValues; readonly title: string }[] = [
  { key: 'kind', title: 'Kind' },
  { key: 'system', title: 'System' },
  { key: 'actor', title: 'Actor' },
  { key: 'event', title: 'Event' },
  { key: 'evidence', title: 'Evidence' },
  { key: 'id', title: 'ID' },
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
function offsetOf(markdown: MarkdownDocument, { timeline, entries, index }: TableEntry): number {
  const { text } = markdown;
  const next = entries[index];
  const before = entries[index - 1];
  const isLast = next === undefined;
  const anchor = isLast ? (timeline.rows.at(-1) ?? timeline.delimiter) : (before?.span ?? next.span);
  const offset = isLast || before !== undefined ? lineOf(text, anchor.start).next : lineOf(text, anchor.start).start;
  return afterConflict(markdown, offset);
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
export function insertLine(text: string, offset: number, line: string): TextEdit {
  const eol = lineEndingOf(text);
  const isOpenEnd = offset === text.length && !/[\r\n]$/.test(text);
  return { span: { start: offset, end: offset }, newText: isOpenEnd ? eol + line : line + eol };
}
