import type { ReportDocument } from '../kinds/incident-document';
import type { Span, TextEdit } from '../model/text';

/** Entries that stand below each other in one table or list: those of the report from index `from` to before `until`. */
export interface EntryGroup {
  readonly from: number;
  readonly until: number;
  /** Whether each of them is a line of its own, so that they can change places. */
  readonly isSortable: boolean;
}

/** The entries in runs; between the entries of a run nothing stands but what belongs to a table or list. */
export function entryGroups(report: ReportDocument): readonly EntryGroup[] {
  const { blocks } = report.entryFacts;
  const groups: { from: number; until: number; isSortable: boolean }[] = [];
  let last: (typeof groups)[number] | undefined;
  for (let index = 0; index < blocks.length; index++) {
    const { source } = report.unplacedAt(index);
    const between = last === undefined ? 'other' : betweenAt(report, index);
    if (last !== undefined && report.unplacedAt(last.from).source === source && between !== 'other') {
      // What is written below an item belongs to it and would stay behind.
      last.isSortable &&= source === 'row' || between === 'blank';
      last.until = index + 1;
    } else {
      last = { from: index, until: index + 1, isSortable: true };
      groups.push(last);
    }
  }
  return groups.map((group) => ({ ...group, isSortable: group.isSortable && isAlone(report, group) }));
}

const joining: ReadonlySet<string> = new Set(['blank', 'comment', 'table-row', 'list-item']);

/** What stands between an entry and the one before: nothing but blank lines, at most what joins the two, or other things. */
function betweenAt({ markdown, entryFacts: { blocks } }: ReportDocument, index: number): 'blank' | 'joining' | 'other' {
  let found: 'blank' | 'joining' = 'blank';
  const end = blocks[index] ?? 0;
  for (let block = (blocks[index - 1] ?? 0) + 1; block < end; block++) {
    const kind = markdown.blocks[block]?.kind ?? '';
    if (!joining.has(kind)) return 'other';
    if (kind !== 'blank') found = 'joining';
  }
  return found;
}

/** Items of one level with nothing below the last one; what is nested would stay behind. */
function isAlone(report: ReportDocument, { from, until }: EntryGroup): boolean {
  if (report.unplacedAt(from).source === 'row') return true;
  const { blocks } = report.markdown;
  const own = report.entryFacts.blocks.slice(from, until);
  const levels = new Set(own.map((block) => blocks[block]?.level));
  const next = blocks[(own.at(-1) ?? 0) + 1]?.kind;
  return levels.size === 1 && next !== 'list-item' && next !== 'paragraph' && next !== 'code';
}

/** Sort keys; an entry without an instant stays behind the one that it is written under. */
export function sortKeys(instants: readonly (number | undefined)[]): readonly number[] {
  let before = Number.NEGATIVE_INFINITY;
  return instants.map((at) => {
    before = at ?? before;
    return before;
  });
}

/** Indexes of the fewest entries that would have to move for the keys to rise; of two the later one. */
export function misplaced(keys: readonly number[]): readonly number[] {
  const last = keys.length - 1;
  const backwards = Float64Array.from(keys, (key) => -key).reverse();
  return outsideRise(backwards)
    .map((index) => last - index)
    .reverse();
}

/** Indexes that are in no longest rise, in `n log n`. */
function outsideRise(keys: Float64Array): readonly number[] {
  const tails = new Int32Array(keys.length);
  const lows = new Float64Array(keys.length);
  const previous = new Int32Array(keys.length);
  let length = 0;
  for (let index = 0; index < keys.length; index++) {
    const key = keys[index] ?? 0;
    let low = 0;
    let high = length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((lows[middle] ?? 0) <= key) low = middle + 1;
      else high = middle;
    }
    previous[index] = low > 0 ? (tails[low - 1] ?? -1) : -1;
    tails[low] = index;
    lows[low] = key;
    if (low === length) length++;
  }
  const isInPlace = new Uint8Array(keys.length);
  for (let at = length > 0 ? (tails[length - 1] ?? -1) : -1; at >= 0; at = previous[at] ?? -1) isInPlace[at] = 1;
  const outside: number[] = [];
  for (let index = 0; index < keys.length; index++) if (isInPlace[index] === 0) outside.push(index);
  return outside;
}

/** Edits after which the entries stand in the order of `keys`: each line's text moves whole, what is between stays. */
export function sortEdits(text: string, spans: readonly Span[], keys: readonly number[]): readonly TextEdit[] {
  const order = [...spans.keys()].sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0) || a - b);
  return spans.flatMap((span, slot) => {
    const from = spans[order[slot] ?? slot] ?? span;
    const newText = text.slice(from.start, from.end);
    return newText === text.slice(span.start, span.end) ? [] : [{ span, newText }];
  });
}
