import type { Candidate } from '../import/candidate';
import { instantOf } from '../model/stamp';
import type { TimelineEntry } from '../model/timeline-entry';

/**
 * Tells which candidates stand in a timeline already: by the id of their source, wherever in its row it stands, or
 * because an entry says the same at the same time. Rows may have been edited, moved or re-sorted by hand since.
 */
export function createKnownEntries(
  text: string,
  entries: readonly TimelineEntry[],
): (candidate: Pick<Candidate, 'key' | 'stamp' | 'event'>) => boolean {
  const keys = new Set(entries.flatMap(({ span }) => text.slice(span.start, span.end).match(keyPattern) ?? []));
  const times = new Map<string, TimelineEntry['stamp'][]>();
  for (const { event, stamp } of entries) {
    const words = wordsOf(event.text);
    times.set(words, [...(times.get(words) ?? []), stamp]);
  }
  return ({ key, stamp, event }) =>
    keys.has(key) || (times.get(wordsOf(event)) ?? []).some((other) => isSameTime(stamp, other));
}

/** As `recordKey` writes it. */
const keyPattern = /\b(?:slack|pagerduty|github|deployment|git|csv|text):[\p{L}\p{N}_.:/@+-]{1,120}/gu;

const minute = 60_000;

/** To the second, or to the minute where one of both has no seconds. */
function isSameTime(one: Candidate['stamp'], other: TimelineEntry['stamp']): boolean {
  if (other === undefined || !('seconds' in other)) return false;
  const step = one.seconds && other.seconds ? 1000 : minute;
  const [at, otherAt] = [instantOf(one) ?? 0, instantOf(other) ?? 0];
  return Math.floor(at / step) === Math.floor(otherAt / step);
}

/** The words alone, without case, markup and punctuation, in which hand-written rows differ. */
function wordsOf(event: string): string {
  return event
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
