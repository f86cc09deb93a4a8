import { newEntryIndex } from './chart-input';
import { textWidth } from './text-width';

export interface MilestoneLine {
  readonly name: string;
  /** Index of its entry. */
  readonly entry: number;
  readonly x: number;
  readonly top: number;
  /** Absent where there is no room for it in any row. */
  readonly label?: { readonly x: number; readonly y: number; readonly anchor: 'start' | 'end' };
}

const rowCount = 4;
const rowHeight = 16;
const labelGap = 5;
/** How much wider the name of the new entry is than the others. */
const boldness = 1.15;
/** Pixels between the labels of one row. */
const labelDistance = 6;

/**
 * Lines in order of time, each with its name right of it in the first row that has room, else left of it.
 * `right` is where names end at the latest.
 */
export function milestoneLines(
  milestones: readonly Pick<MilestoneLine, 'name' | 'entry' | 'x'>[],
  right: number,
): readonly MilestoneLine[] {
  const ends = new Array<number>(rowCount).fill(Number.NEGATIVE_INFINITY);
  const sorted = [...milestones].sort((one, other) => one.x - other.x);
  return sorted.map(({ name, entry, x }) => {
    const width = textWidth(name) * (entry === newEntryIndex ? boldness : 1) + labelGap;
    const sides = [
      { anchor: 'start', from: x, to: x + width },
      { anchor: 'end', from: x - width, to: x },
    ] as const;
    for (const { anchor, from, to } of sides) {
      if (from < 0 || to > right) continue;
      const row = ends.findIndex((end) => end + labelDistance <= from);
      if (row < 0) continue;
      ends[row] = to;
      const labelX = anchor === 'start' ? x + labelGap : x - labelGap;
      return { name, entry, x, top: 2 + row * rowHeight, label: { x: labelX, y: 12 + row * rowHeight, anchor } };
    }
    return { name, entry, x, top: 2 + rowCount * rowHeight };
  });
}
