import { lastCounts, type Milestone } from '../model/entry-kind';
import { type Message, message } from '../model/message';
import type { MetricId } from '../model/metric';
import type { ReportDocument } from './incident-document';
import { entryAnchor } from './metric-anchors';
import { type ComputedSpans, type MetricSpans, type SpanEnd, spanBetween } from './metric-spans';
import type { MilestoneTime } from './milestone-times';

/** The duration between two milestones. */
export interface MilestoneMetric {
  readonly id: MetricId;
  readonly name: Message;
  readonly from: Milestone;
  readonly to: Milestone;
}

/** The definitions, in the order in which milestones are reached. */
export const milestoneMetrics: readonly MilestoneMetric[] = [
  { id: 'time-to-detect', name: message('time to detect'), from: 'impact started', to: 'detected' },
  { id: 'time-to-acknowledge', name: message('time to acknowledge'), from: 'detected', to: 'acknowledged' },
  { id: 'time-to-declare', name: message('time to declare'), from: 'detected', to: 'declared' },
  { id: 'time-to-identify', name: message('time to identify'), from: 'detected', to: 'cause identified' },
  { id: 'time-to-mitigate', name: message('time to mitigate'), from: 'impact started', to: 'mitigated' },
  { id: 'time-to-resolve', name: message('time to resolve'), from: 'impact started', to: 'resolved' },
];

export function milestoneSpans(
  report: Pick<ReportDocument, 'markdown'>,
  reached: ReadonlyMap<Milestone, MilestoneTime>,
  metric: MilestoneMetric,
): ComputedSpans {
  const { id, name, from, to } = metric;
  const [start, end] = [reached.get(from), reached.get(to)];
  const ends = { from: start && entryAnchor(report, start.entry), to: end && entryAnchor(report, end.entry) };
  return {
    id,
    name,
    formula: formulaOf(metric),
    ...(ends.from && { from: ends.from }),
    ...(ends.to && { to: ends.to }),
    spans: spansOf(metric, {
      start: start && { name: from, label: ends.from?.label ?? '', stamp: start.entry.stamp, window: start.window },
      end: end && { name: to, label: ends.to?.label ?? '', stamp: end.entry.stamp, window: end.window },
    }),
  };
}

function spansOf(
  { from, to }: MilestoneMetric,
  { start, end }: { readonly start: SpanEnd | undefined; readonly end: SpanEnd | undefined },
): MetricSpans {
  if (start === undefined || end === undefined) {
    const missing = start === undefined ? from : to;
    return { reason: message('no entry of kind {kind}', { kind: missing }), missing };
  }
  return spanBetween(start, end);
}

/** Impact started and detection count by their first entry, so every metric begins at a first one. */
function formulaOf({ from, to }: MilestoneMetric): Message {
  const template = lastCounts.has(to)
    ? 'From the first entry of kind {from} to the last of kind {to}.'
    : 'From the first entry of kind {from} to the first of kind {to}.';
  return message(template, { from, to });
}
