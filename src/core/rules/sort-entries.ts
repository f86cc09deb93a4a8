import type { ReportDocument } from '../kinds/incident-document';
import type { MarkdownDocument } from '../markdown/markdown-document';
import { blockAt } from '../markdown/places';
import { instantOf } from '../model/stamp';
import type { TextEdit } from '../model/text';
import type { TimelineEntry } from '../model/timeline-entry';

/** Entries that stand below each other in one table or list. */
export interface EntryGroup {
  readonly entries: readonly TimelineEntry[];
  /** Whether each of them is a line of its own, so that they can change places. */
  readonly isSortable: boolean;
}

/** The entries in runs; between the entries of a run nothing stands but what belongs to a table or list. */
export function entryGroups({ entries, markdown }: ReportDocument): readonly EntryGroup[] {
  const groups: { entries: TimelineEntry[]; isSortable: boolean }[] = [];
  let before = -1;
  for (const entry of entries) {
    const block = blockAt(markdown, entry.span.start);
    const last = groups.at(-1);
    const isSameSource = last?.entries[0]?.source === entry.source;
    const between = markdown.blocks.slice(before + 1, block).map(({ kind }) => kind);
    before = block;
    if (last !== undefined && isSameSource && between.every((kind) => joining.has(kind))) {
      // What is written below an item belongs to it and would stay behind.
      last.isSortable &&= entry.source === 'row' || between.every((kind) => kind === 'blank');
      last.entries.push(entry);
    } else groups.push({ entries: [entry], isSortable: true });
  }
  return groups.map((group) => ({ ...group, isSortable: group.isSortable && isAlone(group.entries, markdown) }));
}

const joining: ReadonlySet<string> = new Set(['blank', 'comment', 'table-row', 'list-item']);

/** Items of one level with nothing below the last one; what is nested would stay behind. */
function isAlone(entries: readonly TimelineEntry[], markdown: MarkdownDocument): boolean {
  const last = entries.at(-1);
  if (last === undefined || last.source === 'row') return true;
  const blockOf = ({ span }: TimelineEntry) => blockAt(markdown, span.start);
  const levels = new Set(entries.map((entry) => markdown.blocks[blockOf(entry)]?.level));
  const next = markdown.blocks[blockOf(last) + 1]?.kind;
  return levels.size === 1 && next !== 'list-item' && next !== 'paragraph' && next !== 'code';
}

/** Sort keys; an entry without an instant stays behind the one that it is written under. */
export function sortKeys(entries: readonly TimelineEntry[]): readonly number[] {
  let before = Number.NEGATIVE_INFINITY;
  return entries.map(({ stamp }) => {
    before = (stamp && instantOf(stamp)) ?? before;
    return before;
  });
}

/** Indexes of the fewest entries that would have to move for the keys to rise; of two the later one. */
export function misplaced(keys: readonly number[]): readonly number[] {
  const last = keys.length - 1;
  const backwards = keys.toReversed().map((key) => -key);
  return outsideRise(backwards)
    .map((index) => last - index)
    .reverse();
}

/** Indexes that are in no longest rise, in `n log n`. */
function outsideRise(keys: readonly number[]): readonly number[] {
  const tails: number[] = [];
  const previous: number[] = [];
  for (const [index, key] of keys.entries()) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((keys[tails[middle] ?? 0] ?? 0) <= key) low = middle + 1;
      else high = middle;
    }
    previous[index] = low > 0 ? (tails[low - 1] ?? -1) : -1;
    tails[low] = index;
  }
  const inPlace = new Set<number>();
  for (let at = tails.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) inPlace.add(at);
  return keys.flatMap((_, index) => (inPlace.has(index) ? [] : [index]));
}

/** Edits after which the entries stand in the order of `keys`: each line's text moves whole, what is between stays. */
export function sortEdits(
  text: string,
  entries: readonly TimelineEntry[],
  keys: readonly number[],
): readonly TextEdit[] {
  const order = [...entries.keys()].sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0) || a - b);
  return entries.flatMap(({ span }, slot) => {
    const from = entries[order[slot] ?? slot]?.span ?? span;
    const newText = text.slice(from.start, from.end);
    return newText === text.slice(span.start, span.end) ? [] : [{ span, newText }];
  });
}
