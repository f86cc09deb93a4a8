import type { ReportDocument } from '../kinds/incident-document';
import { entryAnchor } from '../kinds/metric-anchors';
import { type MilestoneTime, milestoneTimes } from '../kinds/milestone-times';
import { message } from '../model/message';
import { formatDuration } from '../model/time-text';
import { windowOf } from '../model/time-window';
import type { DocumentRule, Finding } from './rule';

export const outsideWindow: DocumentRule = {
  id: 'outside-window',
  scope: 'document',
  summary: 'Entries lie in the time of the incident, and the impact table agrees with the milestones.',
  severity: 'warning',
  appliesTo: ['incident-report'],
  whileOpen: 'silent',
  *check(document) {
    if (document.kind !== 'incident-report') return;
    const reached = milestoneTimes(document);
    yield* farEntries(document, reached.get('impact started'), reached.get('closed'));
    yield* impactStart(document, reached.get('impact started'));
    yield* impactEnd(document, reached.get('mitigated'));
  },
};

const minute = 60_000;
/** What leads up to an incident is seldom older; a wrong year or month is. */
const longestLead = 30 * 24 * 60 * minute;

function* farEntries(
  report: ReportDocument,
  started: MilestoneTime | undefined,
  closed: MilestoneTime | undefined,
): Iterable<Finding> {
  const earliest = started === undefined ? Number.NEGATIVE_INFINITY : started.window.least - longestLead;
  const latest = closed === undefined ? Number.POSITIVE_INFINITY : closed.window.most;
  if (started === undefined && closed === undefined) return;
  const { instants } = report.entryFacts;
  for (let index = 0; index < instants.length; index++) {
    const at = instants[index];
    if (at === undefined || (at >= earliest && at <= latest)) continue;
    const { time } = report.entryAt(index);
    if (started !== undefined && at < earliest) {
      const values = { duration: formatDuration(started.window.least - at), id: idOf(report, started) };
      yield {
        span: time.span,
        message: message('{duration} before impact started ({id}). Is the date right?', values),
      };
    } else if (closed !== undefined) {
      const values = { duration: formatDuration(at - closed.window.most), id: idOf(report, closed) };
      yield { span: time.span, message: message('{duration} after closed ({id}). Is the date right?', values) };
    }
  }
}

/** The earliest start of a row against impact started; less than a minute apart is the same. */
function* impactStart(report: ReportDocument, started: MilestoneTime | undefined): Iterable<Finding> {
  const rows = report.impact.flatMap(({ from, fromCell }) => (from === undefined ? [] : [{ from, fromCell }]));
  if (started === undefined || rows.length === 0) return;
  const first = rows.reduce((a, b) => (windowOf(b.from).least < windowOf(a.from).least ? b : a));
  const gap = distance(started.window, windowOf(first.from));
  if (Math.abs(gap) < minute || !Number.isFinite(gap)) return;
  const values = { duration: formatDuration(gap), id: idOf(report, started) };
  const template =
    gap > 0
      ? 'Impact starts {duration} after impact started ({id}) here. Which one is it?'
      : 'Impact starts {duration} before impact started ({id}) here. Which one is it?';
  yield withEntry(report, started, { span: first.fromCell.span, message: message(template, values) });
}

/** The latest end of a row against mitigated, while every row has one. */
function* impactEnd(report: ReportDocument, mitigated: MilestoneTime | undefined): Iterable<Finding> {
  const rows = report.impact.flatMap(({ until, untilCell }) => (until === undefined ? [] : [{ until, untilCell }]));
  if (mitigated === undefined || rows.length === 0 || rows.length < report.impact.length) return;
  const last = rows.reduce((a, b) => (windowOf(b.until).most > windowOf(a.until).most ? b : a));
  const gap = distance(mitigated.window, windowOf(last.until));
  if (Math.abs(gap) < minute || !Number.isFinite(gap)) return;
  const values = { duration: formatDuration(gap), id: idOf(report, mitigated) };
  const template =
    gap > 0
      ? 'Impact ends {duration} after mitigated ({id}) here. Which one is it?'
      : 'Impact ends {duration} before mitigated ({id}) here. Which one is it?';
  yield withEntry(report, mitigated, { span: last.untilCell.span, message: message(template, values) });
}

/** How far `b` lies from `a` at least; 0 where they may be the same time. */
function distance(a: MilestoneTime['window'], b: MilestoneTime['window']): number {
  if (b.least > a.most) return b.least - a.most;
  return b.most < a.least ? b.most - a.least : 0;
}

function withEntry(report: ReportDocument, { entry }: MilestoneTime, finding: Finding): Finding {
  const { label } = entryAnchor(report, entry);
  const { span } = entry.time;
  return {
    ...finding,
    fixes: [{ kind: 'go-to', title: message('Go to {id}', { id: label }), span }],
    related: [{ span, message: message('{id} is here.', { id: label }) }],
  };
}

function idOf(report: ReportDocument, { entry }: MilestoneTime): string {
  return entryAnchor(report, entry).label;
}
