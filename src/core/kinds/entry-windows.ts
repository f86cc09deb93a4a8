import { type TimeWindow, windowOf } from '../model/time-window';
import type { TimelineEntry } from '../model/timeline-entry';
import type { ReportDocument } from './incident-document';

/** Where the time of an entry can lie. Bounds that go round in a circle, or to an id that is not there, bound nothing. */
export function entryWindows(report: Pick<ReportDocument, 'entries'>): (stamp: TimelineEntry['stamp']) => TimeWindow {
  let byId: ReadonlyMap<string, TimelineEntry> | undefined;
  const asked = new Set<string>();
  const windowOfId = (id: string): TimeWindow | undefined => {
    byId ??= new Map(
      report.entries.toReversed().flatMap((entry) => (entry.id === undefined ? [] : [[entry.id.text, entry]])),
    );
    const entry = byId.get(id);
    if (entry === undefined || asked.has(id) || asked.size > longestChain) return undefined;
    asked.add(id);
    const window = windowOf(entry.stamp, windowOfId);
    asked.delete(id);
    return window;
  };
  return (stamp) => windowOf(stamp, windowOfId);
}

/** Longer ones no person writes. */
const longestChain = 50;

/** The first of several times: each bound is the least one. */
export function firstOf(a: TimeWindow, b: TimeWindow): TimeWindow {
  return { least: Math.min(a.least, b.least), most: Math.min(a.most, b.most) };
}

/** The last of several times: each bound is the greatest one. */
export function lastOf(a: TimeWindow, b: TimeWindow): TimeWindow {
  return { least: Math.max(a.least, b.least), most: Math.max(a.most, b.most) };
}
