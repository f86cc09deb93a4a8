import * as vscode from 'vscode';
import { plainText } from '../../core/markdown/plain-text';
import type { Conventions } from '../../core/model/conventions';
import { isOpen } from '../../core/model/incident';
import { formatMetricValue } from '../../core/model/metric';
import { instantOf } from '../../core/model/stamp';
import { daysFromNow, formatClock, formatDay, formatElapsed } from '../../core/model/time-text';
import { postmortemDefaults } from '../../core/operations/create-postmortem';
import type {
  ActionSummary,
  CauseSummary,
  EntrySummary,
  IncidentSummary,
  PostmortemSummary,
  ReportSummary,
} from '../../core/workspace/incident-summary';
import { metricOf } from './metric-words';

const { t } = vscode.l10n;
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const longestEntry = 80;

export function incidentTitle(incident: IncidentSummary): string {
  return incident.report?.title || incident.id;
}

export function isIncidentOpen({ report }: IncidentSummary): boolean {
  return report === undefined || report.status === undefined || isOpen(report.status);
}

/** `SEV2 investigating, 41 min`; resolved: `SEV2 23 Nov, 33 min 10 s`. */
export function incidentDescription(incident: IncidentSummary, now: number): string {
  const { report } = incident;
  if (report === undefined) return t('no report');
  const started = report.impactStarted;
  const since = isIncidentOpen(incident) ? openFor(report, now) : durationOf(report);
  const date = started === undefined ? '' : formatDay(started, now);
  const state = isIncidentOpen(incident) ? (report.status ?? t('no status')) : date;
  const length = since ?? (isIncidentOpen(incident) ? date : '');
  return [[report.severity, state].filter(Boolean).join(' '), length].filter(Boolean).join(', ');
}

/** `Checkout requests failing, SEV2, investigating, since 41 minutes, 3 findings`; from an hour on `since 13 h 45 min`. */
export function incidentSpoken(incident: IncidentSummary, now: number): string {
  const { report } = incident;
  const since = report !== undefined && isIncidentOpen(incident) ? spokenSince(report, now) : undefined;
  const date = report?.impactStarted === undefined ? undefined : formatDay(report.impactStarted, now);
  const findings = findingsOf(incident);
  return [
    incidentTitle(incident),
    report?.severity,
    report?.status ?? (report === undefined ? t('no report') : t('no status')),
    since ?? date,
    findings > 0 ? countFindings(findings) : undefined,
  ]
    .filter(Boolean)
    .join(', ');
}

export function findingsOf({ report, postmortem }: IncidentSummary): number {
  return (report?.findings ?? 0) + (postmortem?.findings ?? 0);
}

export function reportDescription(report: ReportSummary): string {
  return report.findings > 0 ? countFindings(report.findings) : (report.status ?? t('no status'));
}

export function postmortemDescription(postmortem: PostmortemSummary, now: number): string {
  const status = postmortem.status ?? t('no status');
  if (postmortem.due === undefined || postmortem.status === 'published') return status;
  return `${status}, ${dueText(postmortem.due, now)}`;
}

/** Empty where the team's policy asks for no postmortem. */
export function missingPostmortemDescription(report: ReportSummary, conventions: Conventions, now: number): string {
  const { required, due } = postmortemDefaults(conventions, report, now);
  return required ? dueText(due, now) : '';
}

export function entryTime(entry: EntrySummary): string {
  const at = entry.stamp === undefined ? undefined : instantOf(entry.stamp);
  if (entry.stamp === undefined || at === undefined) return entry.time;
  const clock = formatClock(at, { seconds: 'seconds' in entry.stamp && entry.stamp.seconds });
  return entry.stamp.kind === 'about' ? `~${clock}` : clock;
}

export function entryLabel(entry: EntrySummary): string {
  const label = `${entryTime(entry)}  ${plainText(entry.text)}`;
  return label.length > longestEntry ? `${label.slice(0, longestEntry - 2).trimEnd()} …` : label;
}

export function entryDescription(entry: EntrySummary): string {
  const kind = entry.kind;
  return entry.stamp?.kind === 'about' ? [kind, t('about')].filter(Boolean).join(', ') : kind;
}

export function causeDescription({ role, commits }: CauseSummary): string {
  const cited =
    commits.length === 0
      ? t('no commit')
      : commits.length === 1
        ? t('1 commit')
        : t('{count} commits', { count: commits.length });
  return [role, cited].filter(Boolean).join(', ');
}

/** Overdue and open ones first of all; what is done counts only where nothing is left. */
export function actionsDescription(actions: readonly ActionSummary[], now: number): string {
  const left = actions.filter(({ status }) => status === 'open' || status === 'in progress');
  const overdue = left.filter((action) => isOverdue(action, now)).length;
  const open = left.length - overdue;
  const done = actions.filter(({ status }) => status === 'done').length;
  const parts = [
    overdue > 0 ? t('{count} overdue', { count: overdue }) : '',
    open > 0 ? t('{count} open', { count: open }) : '',
  ].filter(Boolean);
  if (parts.length > 0) return parts.join(', ');
  return done > 0 ? t('{count} done', { count: done }) : t('{count} declined', { count: actions.length });
}

export function actionDescription(action: ActionSummary, now: number): string {
  const owner = action.owner ?? t('no owner');
  if (action.status === 'done' || action.status === 'declined') return `${owner}, ${action.status}`;
  return `${owner}, ${action.due === undefined ? t('no due date') : dueText(action.due, now)}`;
}

export function isOverdue({ status, due }: ActionSummary, now: number): boolean {
  return (status === 'open' || status === 'in progress') && due !== undefined && (daysFromNow(due, now) ?? 0) < 0;
}

export function countEntries(count: number): string {
  return count === 1 ? t('1 entry') : t('{count} entries', { count });
}

export function countFindings(count: number): string {
  if (count === 0) return t('no findings');
  return count === 1 ? t('1 finding') : t('{count} findings', { count });
}

export function countOpenIncidents(count: number): string {
  return count === 1 ? t('1 open incident') : t('{count} open incidents', { count });
}

/** `due 30 Nov`, `due today`, `3 days overdue`. */
export function dueText(due: string, now: number): string {
  const days = daysFromNow(due, now);
  if (days === 0) return t('due today');
  if (days === undefined || days > 0) return t('due {date}', { date: formatDay(due, now) });
  return days === -1 ? t('1 day overdue') : t('{count} days overdue', { count: -days });
}

/** How long an open incident has lasted, in whole minutes; nothing where only its day is known. */
export function openFor(report: ReportSummary, now: number): string | undefined {
  const started = exactStart(report);
  return started === undefined ? undefined : formatElapsed(started, now);
}

/** `since 41 minutes`, which is spoken better than `41 min`; from an hour on `since 13 h 45 min`. */
function spokenSince(report: ReportSummary, now: number): string | undefined {
  const duration = openFor(report, now);
  if (duration === undefined) return undefined;
  const count = Math.floor((now - (exactStart(report) ?? now)) / minute);
  if (count === 0 || count * minute >= hour) return t('since {duration}', { duration });
  return count === 1 ? t('since 1 minute') : t('since {count} minutes', { count });
}

/** Time to mitigate, where it can be computed; both entries stand in the tooltip. */
function durationOf({ metrics }: ReportSummary): string | undefined {
  const metric = metricOf(metrics, 'time-to-mitigate');
  return metric && formatMetricValue(metric.value);
}

/** Without an entry of that kind only the id's day is known, and no length can be told. */
export function exactStart({ impactStarted, impactStartedId }: ReportSummary): number | undefined {
  if (impactStarted === undefined) return undefined;
  return impactStartedId === undefined && impactStarted % day === 0 ? undefined : impactStarted;
}
