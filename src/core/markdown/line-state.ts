/**
 * What a block hands to the one after it, in 30 bits, so that an edit can stop re-reading where the states meet:
 * three bits of {@link Mode}, one for an open merge conflict, one for a list item that is still empty,
 * and five bits a list level with the columns by which its content stands further right than its parent's.
 */
export type LineState = number;

/** What the next line is: the document's first, free flow, a table's header, its delimiter, or what may be a row. */
export const mode = { start: 0, flow: 1, header: 2, delimiter: 3, rows: 4 } as const;
export type Mode = (typeof mode)[keyof typeof mode];

/** List items nested deeper than this are read as siblings of the last level. */
export const maxListDepth = 5;

export const startState: LineState = mode.start;

const conflictBit = 1 << 3;
const emptyItemBit = 1 << 4;
const listShift = 5;
const levelBits = 5;
const levelMask = (1 << levelBits) - 1;
const lists = -1 << listShift;

export function modeOf(state: LineState): number {
  return state & 7;
}

/** The same lists and conflict, in another mode; no item counts as empty any more. */
export function withMode(state: LineState, next: Mode): LineState {
  return (state & (lists | conflictBit)) | next;
}

export function isConflictOpen(state: LineState): boolean {
  return (state & conflictBit) !== 0;
}

export function withConflict(state: LineState, open: boolean): LineState {
  return open ? state | conflictBit : state & ~conflictBit;
}

export function isItemEmpty(state: LineState): boolean {
  return (state & emptyItemBit) !== 0;
}

export function withEmptyItem(state: LineState): LineState {
  return state | emptyItemBit;
}

/** Columns that list level `level` (from 0) adds; 0 where the level is not open. */
export function levelWidth(state: LineState, level: number): number {
  return level >= maxListDepth ? 0 : (state >>> (listShift + level * levelBits)) & levelMask;
}

export function listDepth(state: LineState): number {
  let depth = 0;
  while (levelWidth(state, depth) !== 0) depth++;
  return depth;
}

/** Keeps the outermost `depth` list levels. */
export function withDepth(state: LineState, depth: number): LineState {
  const bits = listShift + depth * levelBits;
  return state & ((1 << bits) - 1);
}

/** Opens the list level `depth`, whose content stands `width` columns (1 to 31) right of its parent's. */
export function withLevel(state: LineState, depth: number, width: number): LineState {
  return withDepth(state, depth) | (Math.min(width, levelMask) << (listShift + depth * levelBits));
}

/** Column at which the content of the innermost list item stands. */
export function contentColumn(state: LineState): number {
  let column = 0;
  for (let level = 0; level < maxListDepth; level++) {
    const width = levelWidth(state, level);
    if (width === 0) break;
    column += width;
  }
  return column;
}

/** How many list levels a line indented by `indent` columns stays in. */
export function matchedDepth(state: LineState, indent: number): number {
  let column = 0;
  for (let level = 0; level < maxListDepth; level++) {
    const width = levelWidth(state, level);
    if (width === 0) return level;
    column += width;
    if (indent < column) return level;
  }
  return maxListDepth;
}
