import type { MarkdownDocument } from '../markdown/markdown-document';
import { type Conflict, conflictProblems, type RowOrder } from './conflicts';
import type { FoundEntries } from './found-entries';
import type { ReadProblem } from './front-matter';
import type { Table } from './tables';

/** Instants of the entries by their blocks. */
type Times = ReadonlyMap<number, number | undefined>;

interface ReportConflicts {
  readonly conflicts: readonly Conflict[];
  readonly tables: readonly Table[];
  readonly found: FoundEntries;
  isTimeline(table: Table): boolean;
}

/** Findings of a report's conflicts; entries go in order of time, be they rows or items of a list. */
export function timelineConflicts(
  markdown: MarkdownDocument,
  { conflicts, tables, found, isTimeline }: ReportConflicts,
): readonly ReadProblem[] {
  if (conflicts.length === 0) return [];
  const { blocks, instants } = found.entryFacts;
  const times: Times = new Map(blocks.map((block, index) => [block, instants[index]]));
  const entries = { where: 'the timeline', what: 'entries', instantOf: (block: number) => times.get(block) };
  const items: RowOrder = { ...entries, block: 'list-item' };
  const rows: RowOrder = { ...entries, block: 'table-row' };
  const listOrder = (conflict: Conflict) => (isOfItems(markdown, conflict, times) ? items : undefined);
  return conflictProblems(markdown, { conflicts, tables, listOrder }, (table) =>
    isTimeline(table) ? rows : rowsAsWritten,
  );
}

const rowsAsWritten: RowOrder = { block: 'table-row', where: 'a table', what: 'rows', instantOf: () => undefined };

/** Whether both sides hold entries of one list alone, with nothing below the last one that would stay behind. */
function isOfItems({ blocks }: MarkdownDocument, { ours, theirs, endBlock }: Conflict, times: Times): boolean {
  const own = [...blocks.keys()]
    .slice(ours.block, theirs.endBlock)
    .filter((at) => at < ours.endBlock || at >= theirs.block);
  const levels = new Set(own.map((at) => blocks[at]?.level));
  const next = blocks[endBlock];
  const isNested = next?.kind === 'list-item' && !levels.has(next.level);
  const hasMore = isNested || next?.kind === 'paragraph' || next?.kind === 'code';
  return levels.size === 1 && !hasMore && own.every((at) => times.has(at));
}
