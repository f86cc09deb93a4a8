import type { ReportDocument } from '../kinds/incident-document';
import { entryAnchor } from '../kinds/metric-anchors';
import { areComparable } from '../kinds/metric-spans';
import { milestoneTimes } from '../kinds/milestone-times';
import type { Milestone } from '../model/entry-kind';
import { message } from '../model/message';
import type { TimelineEntry } from '../model/timeline-entry';
import type { DocumentRule } from './rule';

export const milestoneOrder: DocumentRule = {
  id: 'milestone-order',
  scope: 'document',
  summary: 'No milestone lies before one that comes first.',
  severity: 'warning',
  appliesTo: ['incident-report'],
  whileOpen: 'information',
  *check(document) {
    if (document.kind !== 'incident-report') return;
    const reached = milestoneTimes(document);
    const told = new Set<TimelineEntry>();
    for (const [earlier, later] of order) {
      const [first, second] = [reached.get(earlier), reached.get(later)];
      if (first === undefined || second === undefined || told.has(second.entry)) continue;
      // Times that are known only within bounds contradict each other where no order of them is possible.
      if (first.window.least <= second.window.most || !areComparable(first.entry.stamp, second.entry.stamp)) continue;
      told.add(second.entry);
      const title = message('Go to {id}', { id: nameOf(document, first.entry) });
      yield {
        span: second.entry.time.span,
        message: message('{later} ({laterId}) is before {earlier} ({earlierId}).', {
          later,
          laterId: nameOf(document, second.entry),
          earlier,
          earlierId: nameOf(document, first.entry),
        }),
        fixes: [{ kind: 'go-to', title, span: first.entry.time.span }],
        related: [{ span: first.entry.time.span, message: message('{earlier} is here.', { earlier }) }],
      };
    }
  },
};

const order: readonly (readonly [Milestone, Milestone])[] = [
  ['impact started', 'detected'],
  ['impact started', 'mitigated'],
  ['impact started', 'resolved'],
  ['detected', 'acknowledged'],
  ['detected', 'declared'],
  ['detected', 'cause identified'],
  ['mitigated', 'resolved'],
  ['resolved', 'closed'],
];

function nameOf(report: ReportDocument, entry: TimelineEntry): string {
  return entryAnchor(report, entry).label;
}
