import type { ReportDocument } from '../kinds/incident-document';
import { evidenceWords } from '../kinds/read-item-words';
import { cellsOf, readTables, spanOf, type Table, type TableRow } from '../kinds/tables';
import { timelineColumnOf } from '../kinds/timeline-columns';
import { blockAt } from '../markdown/places';
import { withoutTrailingComments } from '../markdown/trailing-comments';
import type { Located } from '../model/incident';
import type { TextEdit } from '../model/text';
import type { TimelineEntry } from '../model/timeline-entry';
import { appendCells } from './row-edits';
import { appendColumns, styleOf } from './table-entry';
import { escapeCell } from './table-row';

/** The entry of the timeline in whose row or list item an offset lies. */
export function entryAt({ entries, markdown }: ReportDocument, offset: number): TimelineEntry | undefined {
  const block = blockAt(markdown, offset);
  return entries.find(({ span }) => blockAt(markdown, span.start) === block);
}

/** Puts links behind the evidence of an entry: in the cell of a row, in words in a list item. Touches nothing else. */
export function linkEvidence(
  { markdown }: ReportDocument,
  { source, span }: TimelineEntry,
  links: readonly string[],
): readonly TextEdit[] {
  const written = links.join(', ');
  if (source === 'list-item') {
    const { start, end } = withoutTrailingComments(markdown.text, span);
    const hasEvidence = markdown.text.slice(start, end).includes(evidenceWords);
    return [{ span: { start: end, end }, newText: (hasEvidence ? ', ' : evidenceWords) + written }];
  }
  const block = blockAt(markdown, span.start);
  for (const table of readTables(markdown, []).tables) {
    const row = table.rows.find((one) => one.block === block);
    if (row !== undefined) return linkInRow(markdown.text, table, { row, written });
  }
  return [];
}

function linkInRow(
  text: string,
  table: Table,
  { row, written }: { readonly row: TableRow; readonly written: string },
): readonly TextEdit[] {
  const known = table.columns.findIndex((header) => timelineColumnOf(header) === 'evidence');
  const column = known < 0 ? table.columns.length : known;
  const header = known < 0 ? appendColumns(text, table, ['Evidence']) : [];
  const cells = cellsOf(row);
  const cell = cells[column];
  if (cell !== undefined) return [...header, inCell(text, cell, written)];
  const style = styleOf(text, table, spanOf(row));
  return [...header, ...appendCells(text, { row, style, count: cells.length }, new Map([[column, written]]))];
}

/** Behind what stands in the cell, within its padding where there is room. */
function inCell(text: string, { span }: Located, written: string): TextEdit {
  const escaped = escapeCell(written);
  const blanks = /^[ \t]*/.exec(text.slice(span.end))?.[0].length ?? 0;
  if (span.start < span.end) {
    const added = `, ${escaped}`;
    return { span: { start: span.end, end: span.end + spare(blanks, added.length) }, newText: added };
  }
  const pad = /[ \t]*$/.exec(text.slice(0, span.start))?.[0].length ?? 0;
  const start = span.start - pad;
  const end = span.end + blanks;
  const room = end - start;
  const padded = ` ${escaped} `;
  return { span: { start, end }, newText: padded.padEnd(room) };
}

/** All blanks before the next pipe but one. */
function spare(blanks: number, wanted: number): number {
  return Math.max(0, Math.min(blanks - 1, wanted));
}
