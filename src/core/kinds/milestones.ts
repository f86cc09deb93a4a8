import { lastCounts, type Milestone, milestoneOf } from '../model/entry-kind';
import { instantOf } from '../model/stamp';
import type { TimelineEntry } from '../model/timeline-entry';
import type { ReportDocument } from './incident-document';

/** The entry that sets each milestone, by time: the first one, or the last one for those of which the last counts. */
export function milestonesOf(
  report: Pick<ReportDocument, 'milestoneEntries'>,
): ReadonlyMap<Milestone, { readonly entry: TimelineEntry; readonly at: number }> {
  const found = new Map<Milestone, { readonly entry: TimelineEntry; readonly at: number }>();
  for (const entry of report.milestoneEntries) {
    const milestone = milestoneOf(entry.kindName);
    const at = entry.stamp === undefined ? undefined : instantOf(entry.stamp);
    if (milestone === undefined || at === undefined) continue;
    const known = found.get(milestone);
    const counts = known === undefined || (lastCounts.has(milestone) ? at >= known.at : at < known.at);
    if (counts) found.set(milestone, { entry, at });
  }
  return found;
}
