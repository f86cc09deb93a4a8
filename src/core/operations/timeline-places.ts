import type { TimelineEntry } from '../model/timeline-entry';
import { effectiveInstants, isNewestFirst } from './timeline-place';

/** Where several entries go among those that stand there; see `placeAmong`, whose answers these are. */
export interface TimelinePlaces {
  /** For each instant the index before which its entry stands. */
  readonly indexes: readonly number[];
  /** Later entries stand above earlier ones, also among those that are added at one index. */
  readonly isNewestFirst: boolean;
}

/**
 * Places for `instants` in ascending order (ms), in about linear time. The cost of a place is the number of entries on
 * the wrong side of it; from one instant to the next only the entries between both change sides.
 */
export function placesAmong(entries: readonly TimelineEntry[], instants: readonly number[]): TimelinePlaces {
  const newestFirst = isNewestFirst(entries);
  const own = effectiveInstants(entries);
  const later = newestFirst ? -1 : 1;
  const sides = own.map((at) => (at === undefined ? 0 : at === Number.POSITIVE_INFINITY ? 1 : later));
  const tree = createPrefixTree(sides);
  const order = [...own.keys()]
    .filter((index) => Number.isFinite(own[index]))
    .sort((one, other) => (own[one] ?? 0) - (own[other] ?? 0));
  let passed = 0;
  const indexes = instants.map((at) => {
    for (; passed < order.length && (own[order[passed] ?? 0] ?? 0) <= at; passed++)
      tree.set(order[passed] ?? 0, -later);
    return newestFirst ? tree.firstLeast() : tree.lastLeast();
  });
  return { indexes, isNewestFirst: newestFirst };
}

interface PrefixTree {
  set(index: number, value: number): void;
  /** How many values make the least sum from the start on; none makes 0. */
  firstLeast(): number;
  lastLeast(): number;
}

/** Values with the sums of all their beginnings, changed and asked for in logarithmic time. */
function createPrefixTree(values: readonly number[]): PrefixTree {
  let size = 1;
  while (size < values.length) size *= 2;
  const sum = new Float64Array(2 * size);
  const least = new Float64Array(2 * size);
  const join = (node: number) => {
    const [left, right] = [2 * node, 2 * node + 1];
    sum[node] = (sum[left] ?? 0) + (sum[right] ?? 0);
    least[node] = Math.min(least[left] ?? 0, (sum[left] ?? 0) + (least[right] ?? 0));
  };
  const put = (index: number, value: number) => {
    sum[size + index] = value;
    least[size + index] = value;
  };
  for (const [index, value] of values.entries()) put(index, value);
  for (let node = size - 1; node > 0; node--) join(node);
  const descend = (goesRight: (left: number, right: number) => boolean): number => {
    let node = 1;
    let before = 0;
    while (node < size) {
      const left = before + (least[2 * node] ?? 0);
      const middle = before + (sum[2 * node] ?? 0);
      const isRight = goesRight(left, middle + (least[2 * node + 1] ?? 0));
      node = 2 * node + (isRight ? 1 : 0);
      if (isRight) before = middle;
    }
    return Math.min(values.length, node - size + 1);
  };
  return {
    set: (index, value) => {
      put(index, value);
      for (let node = (size + index) >> 1; node > 0; node >>= 1) join(node);
    },
    firstLeast: () => ((least[1] ?? 0) >= 0 ? 0 : descend((left, right) => right < left)),
    lastLeast: () => ((least[1] ?? 0) > 0 ? 0 : descend((left, right) => right <= left)),
  };
}
