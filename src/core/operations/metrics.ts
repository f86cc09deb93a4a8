import { readDocument } from '../kinds';
import { metricsOf } from '../kinds/metrics';
import { readMarkdown } from '../markdown/read-markdown';
import type { Conventions } from '../model/conventions';
import { formatMessage, type Message, message } from '../model/message';
import type { Metric, MetricValue } from '../model/metric';
import { dayOf, incidentIdOf } from '../workspace/incident-places';

export interface IncidentMetrics {
  /** The incident's id. */
  readonly incident: string;
  readonly metrics: readonly Metric[];
}

/** The metrics of a report's text; nothing where it is no report. */
export function metrics(path: string, text: string, conventions: Conventions): IncidentMetrics | undefined {
  const report = readDocument(readMarkdown(text), conventions, undefined, dayOf(path, conventions));
  if (report?.kind !== 'incident-report') return undefined;
  return { incident: incidentIdOf(path, conventions), metrics: metricsOf(report, conventions) };
}

/** Why a metric has no value, as a sentence part that stands for itself; nothing where it has one. */
export function whyNotComputed(value: MetricValue): Message | undefined {
  if (value.status !== 'unavailable') return undefined;
  if (value.missing === undefined) {
    return message('cannot be computed: {reason}', { reason: formatMessage(value.reason) });
  }
  return message('cannot be computed: no `{kind}` entry', { kind: value.missing });
}
