import { type SvgNode as MarkupNode, svgText as markupText, node } from '../chart/svg-node';
import type { PostmortemDocument, ReportDocument } from '../core/kinds/incident-document';
import { metricsOf } from '../core/kinds/metrics';
import { message } from '../core/model/message';
import { formatMetricValue, type Metric, type MetricAnchor } from '../core/model/metric';
import { instantOf } from '../core/model/stamp';
import { formatClock, formatDay, formatUtc } from '../core/model/time-text';
import type { PreviewContext } from './preview-context';

type Piece = MarkupNode | string;

/** Those that a reader looks for first; CodeLens and command line have them all. */
const shownMetrics = ['time-to-detect', 'time-to-mitigate', 'customer-impact', 'time-to-resolve'];

/** Severity, status, commander and the durations of a report, as markup. */
export function reportCard(report: ReportDocument, context: PreviewContext): string {
  const { conventions, say } = context;
  const { severity, status, commander } = report;
  const rank = severity === undefined ? 0 : rankOf(severity.text, context);
  const head: Piece[] = [];
  if (severity?.text) head.push(node('span', { class: 'incident-docs-severity' }, severity.text));
  head.push(node('b', {}, status ?? say(message('no status'))));
  if (commander) head.push(say(message(', commander {name}', { name: commander })));
  const metrics = metricsOf(report, conventions).filter(({ id }) => shownMetrics.includes(id));
  const facts = metrics
    .toSorted((one, other) => shownMetrics.indexOf(one.id) - shownMetrics.indexOf(other.id))
    .map((metric) => metricFact(report, metric, context));
  return card(rank, [...head, node('dl', { class: 'incident-docs-facts' }, ...facts)]);
}

/** Status, owner, due date and reports of a postmortem, as markup. */
export function postmortemCard(postmortem: PostmortemDocument, context: PreviewContext): string {
  const { say, now, incidentId } = context;
  const { status, owner, due, reports } = postmortem;
  const links = reports.flatMap((id, index) => [index === 0 ? '' : ', ', link(reportAddress(id, incidentId), id)]);
  const facts = [
    fact(say(message('Owner')), [owner || say(message('no owner'))]),
    fact(say(message('Due')), [due === undefined ? say(message('no due date')) : formatDay(due, now)]),
    fact(say(reports.length === 1 ? message('Report') : message('Reports')), links.length > 0 ? links : ['–']),
  ];
  const head = [node('b', {}, say(message('Postmortem'))), `, ${status ?? say(message('no status'))}`];
  return card(0, [...head, node('dl', { class: 'incident-docs-facts' }, ...facts)]);
}

/**
 * An entry that a postmortem cites, as a link to its row where one of its reports has it; else the words alone. VS Code
 * takes a line into its editor, and opens the report where it shows links in the preview.
 */
export function citedEntry({ reports }: PostmortemDocument, entry: string, context: PreviewContext): string {
  for (const report of reports) {
    const line = context.lineOfEntry(report, entry);
    if (line !== undefined) return markupText(link(`${reportAddress(report, context.incidentId)}#L${line + 1}`, entry));
  }
  return entry;
}

/** Relative to a document of the incident `from`. */
function reportAddress(id: string, from: string): string {
  return id === from ? 'report.md' : `../${encodeURIComponent(id)}/report.md`;
}

function card(rank: number, children: readonly Piece[]): string {
  const look = rank === 0 ? '' : ` incident-docs-rank${rank}`;
  return markupText(node('div', { class: `incident-docs-card${look}` }, ...children));
}

/** From 1, the gravest, to 4; those that the team does not know count as the last. */
function rankOf(severity: string, { conventions }: PreviewContext): number {
  const place = conventions.severities.findIndex(({ name }) => name === severity);
  return place < 0 ? 4 : Math.min(place + 1, 4);
}

function metricFact(report: ReportDocument, metric: Metric, { say }: PreviewContext): MarkupNode {
  const { value, name } = metric;
  const shown = formatMetricValue(value) ?? say(message('not computed'));
  const detail = value.status === 'unavailable' ? [say(value.reason)] : basisOf(report, metric, say);
  return fact(capital(say(name)), [shown], detail);
}

/** The two places that a duration was computed from. */
function basisOf(report: ReportDocument, metric: Metric, say: PreviewContext['say']): readonly Piece[] {
  const window = metric.id === 'customer-impact' ? impactWindow(report, say) : undefined;
  if (window !== undefined) return [window];
  const { from, to } = metric;
  if (from === undefined || to === undefined) return [];
  const [before = '', between = '', after = ''] = say(message('from {from} to {to}')).split(/\{(?:from|to)\}/);
  return [before, anchorLink(report, from), between, anchorLink(report, to), after];
}

/** When the first row of impact begins and the last one ends; nothing where the entries tell. */
function impactWindow({ impact }: ReportDocument, say: PreviewContext['say']): string | undefined {
  const starts = impact.flatMap(({ from }) => (from === undefined ? [] : (instantOf(from) ?? [])));
  const ends = impact.flatMap(({ until }) => (until === undefined ? [] : (instantOf(until) ?? [])));
  if (starts.length === 0 || ends.length === 0) return undefined;
  const [from, until] = [starts.reduce((a, b) => Math.min(a, b)), ends.reduce((a, b) => Math.max(a, b))];
  const isOneDay = formatUtc(from).slice(0, 10) === formatUtc(until).slice(0, 10);
  const written = isOneDay
    ? { from: clock(from), until: `${clock(until)} UTC` }
    : { from: formatUtc(from), until: formatUtc(until) };
  return say(message('{from} to {until}', written));
}

function clock(at: number): string {
  return formatClock(at, { seconds: at % 60_000 !== 0 }).slice(0, -1);
}

function anchorLink({ entries }: ReportDocument, { label }: MetricAnchor): Piece {
  return entries.some(({ id }) => id?.text === label) ? link(`#${label}`, label) : label;
}

/** VS Code's preview looks for the place in `data-href`. */
export function link(address: string, text: string): MarkupNode {
  return node('a', { href: address, 'data-href': address }, text);
}

function fact(name: string, value: readonly Piece[], detail: readonly Piece[] = []): MarkupNode {
  const more = detail.length === 0 ? [] : [node('dd', { class: 'incident-docs-basis' }, ...detail)];
  return node('div', {}, node('dt', {}, name), node('dd', {}, ...value), ...more);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
