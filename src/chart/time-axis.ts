import { formatDay, utcDate } from '../core/model/time-text';
import type { TimeSpan } from './chart-input';

/** Where times stand: `from` at `left`, `until` at `right`, in pixels. */
export interface TimeScale extends TimeSpan {
  readonly left: number;
  readonly right: number;
}

export interface Tick {
  readonly x: number;
  readonly label: string;
  /** The day that begins here; below the label. */
  readonly date?: string;
}

export function xAt({ from, until, left, right }: TimeScale, at: number): number {
  return left + ((at - from) / (until - from)) * (right - left);
}

export function timeAt({ from, until, left, right }: TimeScale, x: number): number {
  return from + ((x - left) / (right - left)) * (until - from);
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const steps = [
  ...[1, 2, 5, 10, 15, 30].map((count) => count * minute),
  ...[1, 2, 3, 6, 12].map((count) => count * hour),
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 5_000, 20_000, 100_000, 1_000_000].map((count) => count * day),
];
/** Pixels between two labels at least. */
const labelDistance = 48;
const leastLength = 10 * minute;

/**
 * The whole of the times with some room on both sides. Its ends are round, so that a time that moves on
 * by seconds does not move all others.
 */
export function domainOf(times: Iterable<TimeSpan>): TimeSpan | undefined {
  const extent = extentOf(times);
  if (extent === undefined) return undefined;
  const { from, until } = extent;
  const length = Math.max(until - from, leastLength);
  const room = from === until ? length : length * 0.04;
  const step = steps.find((candidate) => length / candidate <= 40) ?? day;
  return { from: Math.floor((from - room) / step) * step, until: Math.ceil((until + room) / step) * step };
}

/** The window where it can be shown, kept within what there is. */
export function windowWithin(domain: TimeSpan, window: TimeSpan | undefined): TimeSpan {
  if (window === undefined) return domain;
  const length = Math.min(Math.max(window.until - window.from, 2 * minute), domain.until - domain.from);
  if (!Number.isFinite(length)) return domain;
  const middle = (window.from + window.until) / 2;
  const from = Math.min(Math.max(middle - length / 2, domain.from), domain.until - length);
  return { from, until: from + length };
}

/** From the first to the last; nothing where there is none. */
export function extentOf(times: Iterable<TimeSpan>): TimeSpan | undefined {
  let from = Number.POSITIVE_INFINITY;
  let until = Number.NEGATIVE_INFINITY;
  for (const time of times) {
    from = Math.min(from, time.from);
    until = Math.max(until, time.until);
  }
  return from > until ? undefined : { from, until };
}

export function ticksOf(scale: TimeScale, domain: TimeSpan): readonly Tick[] {
  const perMs = (scale.right - scale.left) / (scale.until - scale.from);
  const step = steps.find((candidate) => candidate * perMs >= labelDistance);
  if (step === undefined || scale.right <= scale.left) return [];
  const ticks: Tick[] = [];
  for (let at = Math.ceil(scale.from / step) * step; at <= scale.until; at += step) {
    const label = step >= day ? formatDay(at, scale.until) : clockOf(at);
    ticks.push({ x: xAt(scale, at), label, ...(step < day && at % day === 0 && { date: formatDay(at, at) }) });
  }
  const isOneDay = utcDate(domain.from) === utcDate(domain.until);
  const first = ticks[0];
  if (isOneDay || step >= day || first === undefined || ticks.some(({ date }) => date !== undefined)) return ticks;
  // Between two midnights nothing else would say which day this is.
  const at = Math.ceil(scale.from / step) * step;
  return [{ ...first, date: formatDay(at, at) }, ...ticks.slice(1)];
}

function clockOf(at: number): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(11, 16);
}
