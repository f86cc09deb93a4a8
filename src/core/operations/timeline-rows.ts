import type { Message } from '../model/message';
import { message } from '../model/message';
import { instantOf, type Stamp } from '../model/stamp';
import { formatDay, formatDuration, utcDate } from '../model/time-text';
import type { TimelineEntry } from '../model/timeline-entry';

/** An entry at its place in a list in order of time. */
export interface TimelineRow<E extends RowEntry = RowEntry> {
  readonly entry: E;
  /** What stands above it: a day that begins, a gap in the record. */
  readonly lead: readonly RowLead[];
  /** `14:02:10`, `~14:06`, `14:38–41`; the zone stands once above the list. */
  readonly time: string;
  /** Whole minutes from impact started. */
  readonly minutes?: number;
}

export interface RowLead {
  readonly kind: 'gap' | 'day';
  readonly text: Message;
}

export type RowEntry = Pick<TimelineEntry, 'kindName' | 'stamp'> & {
  readonly id?: string;
  readonly kind: string;
  readonly event: string;
  /** The time as written, for one that cannot be read. */
  readonly written: string;
};

export interface RowOptions {
  /** Minutes without an entry that count as a gap. */
  readonly silence: number;
  /** Instant in ms from which minutes are counted. */
  readonly impactStarted?: number;
}

/** Entries in order of time; those of one time as written, those of unknown time last. */
export function timelineRows<E extends RowEntry>(
  entries: readonly E[],
  options: RowOptions,
): readonly TimelineRow<E>[] {
  const order = orderOf(entries);
  const sorted = [...entries.entries()]
    .sort(([a], [b]) => (order[a] ?? 0) - (order[b] ?? 0) || a - b)
    .map(([, entry]) => entry);
  const days = new Set(sorted.flatMap(({ stamp }) => dayOf(stamp) ?? []));
  let last: number | undefined;
  let day: string | undefined;
  return sorted.map((entry) => {
    const at = startOf(entry.stamp);
    const today = dayOf(entry.stamp);
    const lead: RowLead[] = [];
    if (days.size > 1 && today !== undefined && today !== day) {
      lead.push({ kind: 'day', text: message(formatDay(today, 0)) });
    }
    // Before users were affected nobody was expected to write anything down.
    const isExpected = at !== undefined && at > (options.impactStarted ?? at - 1);
    if (isExpected && last !== undefined && at - last >= options.silence * minute) {
      lead.unshift({ kind: 'gap', text: message('{duration} without an entry', { duration: gapLength(at - last) }) });
    }
    day = today ?? day;
    if (at !== undefined) last = Math.max(last ?? at, endOf(entry.stamp) ?? at);
    const minutes = minutesFrom(options.impactStarted, at);
    return { entry, lead, time: rowTime(entry), ...(minutes !== undefined && { minutes }) };
  });
}

const minute = 60_000;

/** Whole minutes: a gap is no measurement. */
function gapLength(ms: number): string {
  return formatDuration(Math.floor(ms / minute) * minute);
}

function minutesFrom(started: number | undefined, at: number | undefined): number | undefined {
  // Adding 0 makes a plain zero of the negative one.
  return started === undefined || at === undefined ? undefined : Math.trunc((at - started) / minute) + 0;
}

/** Places on a common scale; what has no instant stands beside the entry that bounds it, or last. */
function orderOf(entries: readonly RowEntry[]): readonly number[] {
  const byId = new Map(entries.flatMap(({ id, stamp }) => (id && stamp ? [[id.toUpperCase(), stamp] as const] : [])));
  const resolve = (stamp: Stamp | undefined, depth: number): number => {
    if (stamp === undefined || depth > 8) return Number.POSITIVE_INFINITY;
    if (stamp.kind !== 'after' && stamp.kind !== 'before') return instantOf(stamp) ?? Number.POSITIVE_INFINITY;
    const bound = resolve(byId.get(stamp.entry.toUpperCase()), depth + 1);
    // Half a millisecond: beside the bound, and between no two others.
    return stamp.kind === 'after' ? bound + 0.5 : bound - 0.5;
  };
  let before = Number.NEGATIVE_INFINITY;
  return entries.map(({ stamp }) => {
    // A time that cannot be read stays below the row that it was written under.
    before = stamp === undefined ? before : resolve(stamp, 0);
    return before;
  });
}

function rowTime({ stamp, written }: RowEntry): string {
  if (stamp === undefined) return written;
  switch (stamp.kind) {
    case 'exact':
      return clock(stamp.at, stamp.seconds);
    case 'about':
      return `~${clock(stamp.at, stamp.seconds)}`;
    case 'range': {
      const from = clock(stamp.from, false);
      const until = clock(stamp.until, false);
      return `${from}–${until.slice(0, 3) === from.slice(0, 3) ? until.slice(3) : until}`;
    }
    case 'unknown':
      return 'unknown';
    default:
      return `${stamp.kind} ${stamp.entry}`;
  }
}

function clock(at: number, withSeconds: boolean): string {
  return new Date(at).toISOString().slice(11, withSeconds ? 19 : 16);
}

function startOf(stamp: Stamp | undefined): number | undefined {
  return stamp === undefined ? undefined : instantOf(stamp);
}

function endOf(stamp: Stamp | undefined): number | undefined {
  return stamp?.kind === 'range' ? stamp.until : startOf(stamp);
}

function dayOf(stamp: Stamp | undefined): string | undefined {
  const at = startOf(stamp);
  return at === undefined ? undefined : utcDate(at);
}
