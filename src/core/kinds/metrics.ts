import type { Conventions } from '../model/conventions';
import type { Metric } from '../model/metric';
import { customerImpact } from './customer-impact';
import type { ReportDocument } from './incident-document';
import { measured } from './metric-spans';
import { milestoneMetrics, milestoneSpans } from './milestone-metrics';
import { milestoneTimes } from './milestone-times';
import { severityTimes } from './severity-times';

/** What metrics are read off: a report, or one with an entry that is not written yet. */
export type MetricSource = Pick<ReportDocument, 'markdown' | 'entries' | 'milestoneEntries' | 'impact' | 'severity'>;

/** Every duration of a report, computable or not, each with the two places that it was computed from. */
export function metricsOf(report: MetricSource, { calendar }: Pick<Conventions, 'calendar'>): readonly Metric[] {
  const reached = milestoneTimes(report);
  const computed = [
    ...milestoneMetrics.map((metric) => milestoneSpans(report, reached, metric)),
    customerImpact(report),
    ...severityTimes(report, reached),
  ];
  return computed.map(({ spans, ...metric }) => ({
    ...metric,
    value: measured(spans),
    ...(calendar !== undefined && { supportHours: measured(spans, calendar) }),
  }));
}
