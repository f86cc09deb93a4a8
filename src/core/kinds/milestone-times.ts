import { lastCounts, type Milestone, milestoneOf } from '../model/entry-kind';
import type { TimeWindow } from '../model/time-window';
import type { TimelineEntry } from '../model/timeline-entry';
import { entryWindows, firstOf, lastOf } from './entry-windows';
import type { ReportDocument } from './incident-document';
import { milestonesOf } from './milestones';

export interface MilestoneTime {
  /** The entry that counts by the times as they stand; where none has an instant, the first one in the text. */
  readonly entry: TimelineEntry;
  /** Where the milestone can lie, all entries of its kind considered. */
  readonly window: TimeWindow;
}

/** Every milestone that an entry sets, also those whose time is known only within bounds or not at all. */
export function milestoneTimes(
  report: Pick<ReportDocument, 'entries' | 'milestoneEntries'>,
): ReadonlyMap<Milestone, MilestoneTime> {
  const chosen = milestonesOf(report);
  const windowOf = entryWindows(report);
  const found = new Map<Milestone, MilestoneTime>();
  for (const entry of report.milestoneEntries) {
    const milestone = milestoneOf(entry.kindName);
    if (milestone === undefined) continue;
    const known = found.get(milestone);
    const window = windowOf(entry.stamp);
    const join = lastCounts.has(milestone) ? lastOf : firstOf;
    found.set(milestone, {
      entry: chosen.get(milestone)?.entry ?? known?.entry ?? entry,
      window: known === undefined ? window : join(known.window, window),
    });
  }
  return found;
}
