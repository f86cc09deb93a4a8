import { instantOf, type Stamp } from '../model/stamp';
import type { TimelineEntry } from '../model/timeline-entry';

/**
 * Index in `entries` (in the order of the document) before which an entry with this stamp stands.
 * It goes where the fewest entries stand on the wrong side of it, so that one misplaced row does not draw it along;
 * after those of the same time; bounded by another entry: beside it; unknown: last.
 * A timeline that is written newest first stays so.
 */
export function placeAmong(entries: readonly TimelineEntry[], stamp: Stamp): number {
  if (stamp.kind === 'after' || stamp.kind === 'before') return placeBeside(entries, stamp);
  const at = instantOf(stamp);
  if (at === undefined) return entries.length;
  const instants = effectiveInstants(entries);
  return isNewestFirst(entries) ? placeNewestFirst(instants, at) : placeOldestFirst(instants, at);
}

function placeOldestFirst(instants: readonly (number | undefined)[], at: number): number {
  // Only differences matter, so the cost of the first place counts as 0.
  let cost = 0;
  let least = 0;
  let place = 0;
  for (const [index, instant] of instants.entries()) {
    if (instant !== undefined) cost += instant > at ? 1 : -1;
    if (cost <= least) {
      least = cost;
      place = index + 1;
    }
  }
  return place;
}

function placeNewestFirst(instants: readonly (number | undefined)[], at: number): number {
  let cost = 0;
  let least = 0;
  let place = 0;
  for (const [index, instant] of instants.entries()) {
    if (instant !== undefined) cost += instant > at && instant !== Number.POSITIVE_INFINITY ? -1 : 1;
    if (cost < least) {
      least = cost;
      place = index + 1;
    }
  }
  return place;
}

function placeBeside(
  entries: readonly TimelineEntry[],
  stamp: { readonly kind: 'after' | 'before'; readonly entry: string },
): number {
  const known = entries.findIndex(({ id }) => isSameId(id?.text, stamp.entry));
  if (known < 0) return entries.length;
  if (stamp.kind === 'before') return known;
  let place = known + 1;
  for (let next = entries[place]?.stamp; next?.kind === 'after' && isSameId(next.entry, stamp.entry); ) {
    place++;
    next = entries[place]?.stamp;
  }
  return place;
}

/** An entry bounded by another counts at that one's time, an unknown one after all others; unreadable ones not at all. */
export function effectiveInstants(entries: readonly TimelineEntry[]): readonly (number | undefined)[] {
  const byId = new Map<string, Stamp>();
  for (const { id, stamp } of entries) if (id && stamp) byId.set(id.text.toUpperCase(), stamp);
  const resolve = (stamp: Stamp | undefined, depth: number): number | undefined => {
    if (stamp === undefined || depth > 8) return undefined;
    if (stamp.kind === 'unknown') return Number.POSITIVE_INFINITY;
    if (stamp.kind === 'after' || stamp.kind === 'before')
      return resolve(byId.get(stamp.entry.toUpperCase()), depth + 1);
    return instantOf(stamp);
  };
  return entries.map(({ stamp }) => resolve(stamp, 0));
}

export function isNewestFirst(entries: readonly TimelineEntry[]): boolean {
  let falls = false;
  let before: number | undefined;
  for (const { stamp } of entries) {
    const at = stamp === undefined ? undefined : instantOf(stamp);
    if (at === undefined) continue;
    if (before !== undefined && at > before) return false;
    falls ||= before !== undefined && at < before;
    before = at;
  }
  return falls;
}

function isSameId(one: string | undefined, other: string): boolean {
  return one?.toUpperCase() === other.toUpperCase();
}
