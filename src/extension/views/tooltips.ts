import * as vscode from 'vscode';
import { plainText } from '../../core/markdown/plain-text';
import type { MetricId } from '../../core/model/metric';
import { instantOf } from '../../core/model/stamp';
import { formatDay, formatInZone, formatUtc } from '../../core/model/time-text';
import type {
  ActionSummary,
  EntrySummary,
  IncidentSummary,
  ReportSummary,
} from '../../core/workspace/incident-summary';
import { toMarkdownText } from '../convert';
import { metricLine, metricOf } from './metric-words';
import { countFindings, exactStart, findingsOf, incidentTitle } from './words';

const { t } = vscode.l10n;

/** Text of documents goes in as text, so that nothing of it becomes markup. */
export function incidentTooltip(incident: IncidentSummary, timeZone: string): vscode.MarkdownString {
  const { report } = incident;
  if (report === undefined) return lines([incidentTitle(incident), t('no report')]);
  const state = [report.severity, report.status].filter(Boolean).join(', ');
  const findings = findingsOf(incident);
  return lines([
    incidentTitle(incident),
    [state, report.commander === undefined ? '' : t('Commander: {name}', { name: report.commander })]
      .filter(Boolean)
      .join('. '),
    startedLine(report, timeZone),
    durationLine(report, 'time-to-detect'),
    durationLine(report, 'time-to-mitigate'),
    report.systems.length > 0 ? t('Systems: {names}', { names: report.systems.join(', ') }) : '',
    findings > 0 ? countFindings(findings) : '',
  ]);
}

export function entryTooltip(entry: EntrySummary, timeZone: string): vscode.MarkdownString {
  const at = entry.stamp === undefined ? undefined : instantOf(entry.stamp);
  const seconds = entry.stamp !== undefined && 'seconds' in entry.stamp && entry.stamp.seconds;
  const time =
    at === undefined ? entry.time : `${formatUtc(at, { seconds })} (${formatInZone(at, timeZone, { seconds })})`;
  const isAbout = entry.stamp?.kind === 'about';
  return lines([
    plainText(entry.text),
    isAbout ? t('about {time}', { time }) : time,
    entry.kind,
    entry.id === undefined ? '' : entry.id,
  ]);
}

export function actionTooltip(action: ActionSummary, now: number): vscode.MarkdownString {
  return lines([
    plainText(action.text),
    t('Owner: {name}', { name: action.owner ?? t('no owner') }),
    action.due === undefined ? t('no due date') : t('Due: {date}', { date: formatDay(action.due, now) }),
    action.priority ?? '',
    action.status,
    action.id ?? '',
  ]);
}

/** The first line bold, empty ones left out. */
function lines([first = '', ...rest]: readonly string[]): vscode.MarkdownString {
  const shown = rest.filter((line) => line !== '').map(toMarkdownText);
  return new vscode.MarkdownString([`**${toMarkdownText(first)}**`, ...shown].join('  \n'));
}

function startedLine(report: ReportSummary, timeZone: string): string {
  const at = exactStart(report);
  if (at === undefined) return '';
  const seconds = at % 60_000 !== 0;
  return t('Impact started {utc} ({local})', {
    utc: formatUtc(at, { seconds }),
    local: formatInZone(at, timeZone, { seconds }),
  });
}

function durationLine({ metrics }: ReportSummary, id: MetricId): string {
  const metric = metricOf(metrics, id);
  return metric === undefined ? '' : metricLine(metric);
}
