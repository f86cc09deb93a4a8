import { formatMessage } from '../core/model/message';
import { formatMetricValue, type Metric, type MetricValue } from '../core/model/metric';
import { type IncidentMetrics, whyNotComputed } from '../core/operations/metrics';

/** A block an incident: name, length, both places and the formula; why not, and what would help, where there is none. */
export function* formatMetricsText(incidents: readonly IncidentMetrics[]): Iterable<string> {
  if (incidents.length === 0) yield 'No incidents here yet.\n';
  for (const [index, { incident, metrics }] of incidents.entries()) {
    const width = Math.max(...metrics.map(({ name }) => formatMessage(name).length));
    const lines = metrics.map(
      (metric) => `  ${formatMessage(metric.name).padEnd(width)}  ${textOf(metric, incident)}\n`,
    );
    yield `${index > 0 ? '\n' : ''}${incident}\n${lines.join('')}`;
  }
}

/** One object a line, so that one incident is one object and many can be read one after the other. */
export function* formatMetricsJson(incidents: readonly IncidentMetrics[]): Iterable<string> {
  for (const { incident, metrics } of incidents)
    yield `${JSON.stringify({ incident, metrics: metrics.map(plainMetric) })}\n`;
}

const columns = [
  'incident',
  'metric',
  'status',
  'milliseconds',
  'min',
  'max',
  'from',
  'to',
  'reason',
  'supportStatus',
  'supportMilliseconds',
  'supportMin',
  'supportMax',
];

/** RFC 4180: a row a metric, lines end with CRLF. */
export function* formatMetricsCsv(incidents: readonly IncidentMetrics[]): Iterable<string> {
  yield csvRow(columns);
  for (const { incident, metrics } of incidents) {
    for (const { id, value, from, to, supportHours } of metrics) {
      const support = supportHours === undefined ? ['', '', '', ''] : [supportHours.status, ...figures(supportHours)];
      const reason = whyNotComputed(value);
      yield csvRow([
        incident,
        id,
        value.status,
        ...figures(value),
        from?.label ?? '',
        to?.label ?? '',
        reason === undefined ? '' : formatMessage(reason),
        ...support,
      ]);
    }
  }
}

function textOf({ value, supportHours, from, to, formula }: Metric, incident: string): string {
  const reason = whyNotComputed(value);
  if (reason === undefined) {
    const support = supportHours && formatMetricValue(supportHours);
    const both = `${formatMetricValue(value)} (${from?.label} to ${to?.label})`;
    return `${both}${support === undefined ? '' : `, ${support} in support hours`}. ${formatMessage(formula)}`;
  }
  const missing = value.status === 'unavailable' ? value.missing : undefined;
  const fix = `incident-docs log "TIME … #${missing?.replaceAll(' ', '-')}" --incident ${incident}`;
  return `${formatMessage(reason)}${missing === undefined ? '' : `. To add it: ${fix}`}`;
}

/** The shape that scripts rely on; what is not known is null. */
function plainMetric({ id, value, from, to, supportHours }: Metric) {
  const reason = whyNotComputed(value);
  return {
    id,
    ...plainValue(value),
    from: from?.label ?? null,
    to: to?.label ?? null,
    reason: reason === undefined ? null : formatMessage(reason),
    ...(supportHours !== undefined && { supportHours: plainValue(supportHours) }),
  };
}

function plainValue(value: MetricValue) {
  if (value.status === 'exact') return { status: value.status, milliseconds: value.milliseconds };
  if (value.status === 'unavailable') return { status: value.status };
  return { status: value.status, milliseconds: { min: value.min, max: value.max } };
}

function figures(value: MetricValue): readonly string[] {
  if (value.status === 'exact') return [String(value.milliseconds), '', ''];
  return value.status === 'range' ? ['', String(value.min), String(value.max)] : ['', '', ''];
}

function csvRow(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

/** A spreadsheet takes a cell that begins with one of these signs for a formula; a quotation mark in front makes it text. */
function csvCell(text: string): string {
  const safe = /^\s*[=+\-@]|^[\t\r\n]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
