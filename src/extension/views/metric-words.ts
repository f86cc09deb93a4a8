import * as vscode from 'vscode';
import { formatMetricValue, type Metric, type MetricId } from '../../core/model/metric';
import { translate } from '../convert';

const { t } = vscode.l10n;

export function metricOf(metrics: readonly Metric[], id: MetricId): Metric | undefined {
  return metrics.find((metric) => metric.id === id);
}

/** `time to mitigate 33 min 10 s (E1402 to E1435)`, or why it was not computed. */
export function metricTitle(metric: Metric): string {
  const values = { metric: translate(metric.name), ...wordsOf(metric) };
  return 'reason' in values
    ? t('{metric} not computed: {reason}', values)
    : t('{metric} {duration} ({from} to {until})', values);
}

/** `Time to mitigate: 33 min 10 s (E1402 to E1435)`, for a line of its own. */
export function metricLine(metric: Metric): string {
  const name = translate(metric.name);
  const values = { metric: name.charAt(0).toUpperCase() + name.slice(1), ...wordsOf(metric) };
  return 'reason' in values
    ? t('{metric}: not computed: {reason}', values)
    : t('{metric}: {duration} ({from} to {until})', values);
}

/** `33 min 10 s`, with the support hours where there are any; nothing where it was not computed. */
export function metricLength({ value, supportHours }: Metric): string | undefined {
  const duration = formatMetricValue(value);
  const support = supportHours && formatMetricValue(supportHours);
  if (duration === undefined || support === undefined) return duration;
  return t('{duration}, {support} in support hours', { duration, support });
}

type MetricWords =
  | { readonly reason: string }
  | { readonly duration: string; readonly from: string; readonly until: string };

/** No length without both of its places. */
function wordsOf({ value, from, to }: Metric): MetricWords {
  const duration = formatMetricValue(value);
  if (duration !== undefined && from !== undefined && to !== undefined) {
    return { duration, from: from.label, until: to.label };
  }
  return { reason: value.status === 'unavailable' ? translate(value.reason) : '' };
}
