import type { Block, MarkdownDocument } from '../markdown/markdown-document';
import { replacedBlocks } from '../markdown/replaced-blocks';
import { type EntryReadings, isAlike, type ReadTimeline, withReadings } from './found-entries';
import type { DocumentSection } from './incident-document';
import { bulletEntry, type EntryReading, rowEntry } from './place-entry';
import { entryColumnsOf } from './read-entry';
import type { Table } from './tables';

/** The timeline of a document as it was read last, and all that its reading hung on beside the blocks. */
interface KeptTimeline {
  readonly entries: EntryReadings;
  readonly day: number | undefined;
  readonly blocks: readonly Block[];
}

/** To be called only where every time was read; one is kept for each set of kinds, which is the key to it. */
export function keepTimeline(
  { memory, blocks }: MarkdownDocument,
  { entries, kinds, day }: Pick<KeptTimeline, 'entries' | 'day'> & Pick<RereadContext, 'kinds'>,
): void {
  memory.set(kinds, { entries, day, blocks } satisfies KeptTimeline);
}

interface RereadContext {
  readonly tables: readonly Table[];
  readonly kinds: ReadonlySet<string>;
  readonly day: number | undefined;
}

/**
 * The timeline after a key in the words of an entry or outside of the timeline, from the one that was read before it;
 * nothing where more has changed. Going through thousands of entries is most of what such a key would cost.
 */
export function rereadTimeline(
  markdown: MarkdownDocument,
  sections: readonly DocumentSection[],
  context: RereadContext,
): ReadTimeline | undefined {
  const kept = markdown.memory.get(context.kinds) as KeptTimeline | undefined;
  if (kept === undefined || kept.day !== context.day) return undefined;
  const replaced = replacedBlocks(kept.blocks, markdown.blocks);
  if (replaced === undefined || replaced.some((block) => governs(markdown.blocks[block]))) return undefined;
  const fresh = new Map<number, EntryReading>();
  for (const block of replaced) {
    if (!sections.some((section) => isWithin(block, section))) continue;
    const index = indexOf(kept.entries.blocks, block);
    const former = kept.entries.readings[index];
    const reading = former && readAgain(markdown.blocks[block], block, former, context);
    if (former === undefined || reading === undefined || !isAlike(former, reading)) return undefined;
    fresh.set(index, reading);
  }
  const table = context.tables.find(
    (one) => entryColumnsOf(one) !== undefined && sections.some((section) => isWithin(one.block, section)),
  );
  return { entries: withReadings(kept.entries, fresh), table, unread: [], timed: [] };
}

/** Headings say what the timeline is, and conflict markers which of its blocks count. */
function governs(block: Block | undefined): boolean {
  return block?.kind === 'heading' || block?.kind === 'conflict-marker';
}

function isWithin(block: number, section: DocumentSection): boolean {
  return block > section.block && block < section.endBlock;
}

/** What stands before the entry is as it was, so its clock is too. */
function readAgain(
  block: Block | undefined,
  at: number,
  { clock, before }: EntryReading,
  { tables, kinds }: RereadContext,
): EntryReading | undefined {
  if (block?.kind === 'list-item') return bulletEntry(block, {}, { clock, kinds });
  const table = block?.kind === 'table-row' ? tables.findLast((one) => one.block < at) : undefined;
  const columns = table && entryColumnsOf(table);
  if (table === undefined || columns === undefined) return undefined;
  return rowEntry(table.readingOf(at), {}, { columns, kinds, clock }, before);
}

/** Of a number among others in order, or -1. */
function indexOf(sorted: readonly number[], wanted: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return sorted[low] === wanted ? low : -1;
}
