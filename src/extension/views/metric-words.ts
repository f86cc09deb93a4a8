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
    : t('{metric} {duration} ({places})', values);
}

/** `Time to mitigate: 33 min 10 s (E1402 to E1435)`, for a line of its own. */
export function metricLine(metric: Metric): string {
  const name = translate(metric.name);
  const values = { metric: name.charAt(0).toUpperCase() + name.slice(1), ...wordsOf(metric) };
  return 'reason' in values
    ? t('{metric}: not computed: {reason}', values)
    : t('{metric}: {duration} ({places})', values);
}

/** `33 min 10 s`, with the support hours where there are any; nothing where it was not computed. */
export function metricLength({ value, supportHours }: Metric): string | undefined {
  const duration = formatMetricValue(value);
  const support = supportHours && formatMetricValue(supportHours);
  if (duration === undefined || support === undefined) return duration;
  return t('{duration}, {support} in support hours', { duration, support });
}

/** `time to mitigate 33 min 10 s`, where its places are a click away. */
export function metricInShort(metric: Metric): string {
  const name = translate(metric.name);
  const length = metricLength(metric);
  return length === undefined ? t('{metric} not computed', { metric: name }) : `${name} ${length}`;
}

/** `E1402 to E1435`, or the one place that has both ends, as an impact row may. */
export function metricPlaces({ from, to }: Metric): string | undefined {
  if (from === undefined || to === undefined) return undefined;
  return from.label === to.label ? from.label : t('{from} to {until}', { from: from.label, until: to.label });
}

type MetricWords = { readonly reason: string } | { readonly duration: string; readonly places: string };

/** No length without both of its places. */
function wordsOf(metric: Metric): MetricWords {
  const { value } = metric;
  const duration = formatMetricValue(value);
  const places = metricPlaces(metric);
  if (duration !== undefined && places !== undefined) return { duration, places };
  return { reason: value.status === 'unavailable' ? translate(value.reason) : '' };
}
