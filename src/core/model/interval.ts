/** Instants, ms since the epoch; `until` is not before `from`. */
export interface Interval {
  readonly from: number;
  readonly until: number;
}

/** The same times in order and without overlap; empty ones are left out. */
export function unionOf(intervals: readonly Interval[]): readonly Interval[] {
  const union: { from: number; until: number }[] = [];
  for (const { from, until } of intervals.toSorted((a, b) => a.from - b.from)) {
    const last = union.at(-1);
    if (until <= from) continue;
    if (last === undefined || from > last.until) union.push({ from, until });
    else last.until = Math.max(last.until, until);
  }
  return union;
}

export function lengthOf(intervals: readonly Interval[]): number {
  return intervals.reduce((sum, { from, until }) => sum + (until - from), 0);
}
