import type { Interval } from './interval';
import { instantInZone } from './time-input';
import { utcDate, zoneOffset } from './time-text';

/** When the team has support. Clock times are ms after midnight in `timeZone`. */
export interface SupportCalendar {
  /** IANA name. */
  readonly timeZone: string;
  /** Days of the week on which support begins, 0 is Sunday. */
  readonly days: readonly number[];
  readonly from: number;
  /** At most 24 h; not after `from`: on the next day. */
  readonly until: number;
  /** Local dates `YYYY-MM-DD` on which no support begins. */
  readonly holidays: readonly string[];
}

export const longestSupportSpan = 3660 * 24 * 60 * 60 * 1000;

/**
 * How much of the intervals lies in support hours, ms of time that really passed: a day on which clocks change has an
 * hour more or less. The intervals do not overlap and none is longer than {@link longestSupportSpan}.
 */
export function supportTime(intervals: readonly Interval[], calendar: SupportCalendar): number {
  return intervals.reduce((sum, interval) => sum + supportWithin(interval, calendar), 0);
}

function supportWithin({ from, until }: Interval, calendar: SupportCalendar): number {
  const { timeZone, days, holidays } = calendar;
  const isOvernight = calendar.until <= calendar.from;
  const free = new Set(holidays);
  let sum = 0;
  // Support of the night may have begun on the day before.
  for (let day = localDay(from, timeZone) - dayLength; day <= localDay(until, timeZone); day += dayLength) {
    if (!days.includes(new Date(day).getUTCDay()) || free.has(utcDate(day))) continue;
    const opens = instantAt(day + calendar.from, timeZone);
    const closes = instantAt(day + (isOvernight ? dayLength : 0) + calendar.until, timeZone);
    sum += Math.max(0, Math.min(until, closes) - Math.max(from, opens));
  }
  return sum;
}

const dayLength = 24 * 60 * 60 * 1000;

/** Local midnight as if it were UTC. */
function localDay(at: number, timeZone: string): number {
  return Math.floor((at + (zoneOffset(at, timeZone) ?? 0)) / dayLength) * dayLength;
}

/** A clock that does not occur on a day stands for the one as long after it as the clocks are put forward. */
function instantAt(local: number, timeZone: string): number {
  const found = instantInZone(local, timeZone);
  return found === 'gap' ? local - (zoneOffset(local - dayLength, timeZone) ?? 0) : found.at;
}
