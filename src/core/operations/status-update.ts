import type { ReportDocument } from '../kinds/incident-document';
import { metricsOf } from '../kinds/metrics';
import { milestonesOf } from '../kinds/milestones';
import { isOpen } from '../model/incident';
import { formatMetricValue } from '../model/metric';
import { formatStamp } from '../model/read-stamp';
import { instantOf, type Stamp } from '../model/stamp';
import { formatClock, formatElapsed, formatUtc } from '../model/time-text';
import type { TimelineEntry } from '../model/timeline-entry';
import { untitledStart } from './incident-id';

export type StatusUpdateFormat = 'markdown' | 'plain';

/**
 * What the channel wants to know, from the report's facts alone: severity, impact, since when, last action, next.
 * What the report does not say is named as not recorded while the incident is open, and left out afterwards.
 */
export function statusUpdate(report: ReportDocument, now: number, format: StatusUpdateFormat): string {
  const open = isOpen(report.status);
  const title = report.title?.text ?? 'Untitled incident';
  const state = [report.severity?.text, report.status].filter((part) => part !== undefined).join(' ');
  const facts: readonly (readonly [label: string, value: string | undefined])[] = [
    ['Impact', impactOf(report)],
    ['Since', sinceOf(report, now, open)],
    ['Last action', entryText(lastEntry(report, 'action'))],
    ['Next', open ? entryText(nextOf(report)) : undefined],
  ];
  const lines = facts
    .filter(([, value]) => value !== undefined || open)
    .map(([label, value]) => factLine(label, value ?? 'not recorded', format));
  if (format === 'plain') return [...headLines(state, title), ...lines].map(plain).join('\n');
  return [`**${headLines(state, title).join('')}**`, '', ...lines].join('\n');
}

function headLines(state: string, title: string): readonly string[] {
  return [state === '' ? title : `${state}: ${title}`];
}

function factLine(label: string, value: string, format: StatusUpdateFormat): string {
  return format === 'markdown' ? `- **${label}:** ${value}` : `${label}: ${value}`;
}

/** The rows of the impact table; where there is none, what the entry says at which impact started. */
function impactOf(report: ReportDocument): string | undefined {
  const rows = report.impact
    .map(({ system, effect, measure }) => {
      const what = [effect.text, measure].filter((part) => part !== '').join(', ');
      return [system, what].filter((part) => part !== '').join(': ');
    })
    .filter((row) => row !== '');
  if (rows.length > 0) return rows.join('; ');
  const started = milestonesOf(report).get('impact started')?.entry.event.text;
  // A report just made repeats its title there, which stands above already, or says nothing.
  const isKnown = started === undefined || started === report.title?.text || started === untitledStart;
  return isKnown ? undefined : oneLine(started);
}

function sinceOf(report: ReportDocument, now: number, open: boolean): string | undefined {
  const reached = milestonesOf(report);
  const started = reached.get('impact started');
  if (started === undefined) return undefined;
  const ended = reached.get('resolved') ?? reached.get('mitigated');
  const about = isAbout(started.entry.stamp) ? 'about ' : '';
  const from = `${about}${formatUtc(started.at)}`;
  if (open || ended === undefined) {
    const duration = open ? formatElapsed(started.at, now) : undefined;
    return duration === undefined ? from : `${from}, ${duration}`;
  }
  const id = reached.has('resolved') ? 'time-to-resolve' : 'time-to-mitigate';
  const metric = metricsOf(report, {}).find((one) => one.id === id);
  const length = metric && formatMetricValue(metric.value);
  return length === undefined ? from : `${from}, until ${formatUtc(ended.at)} (${length})`;
}

/** A decision, task or escalation that is younger than the last action. */
function nextOf(report: ReportDocument): TimelineEntry | undefined {
  const next = ['decision', 'task'].map((kind) => lastEntry(report, kind)).filter((entry) => entry !== undefined);
  const latest = next.sort((a, b) => timeOf(b) - timeOf(a))[0];
  const action = lastEntry(report, 'action');
  return latest !== undefined && (action === undefined || timeOf(latest) >= timeOf(action)) ? latest : undefined;
}

function lastEntry({ entries }: ReportDocument, kind: string): TimelineEntry | undefined {
  return entries
    .filter(({ kindName }) => kindName === kind)
    .reduce<TimelineEntry | undefined>(
      (last, entry) => (last && timeOf(last) > timeOf(entry) ? last : entry),
      undefined,
    );
}

function timeOf({ stamp }: TimelineEntry): number {
  return (stamp && instantOf(stamp)) ?? Number.NEGATIVE_INFINITY;
}

function entryText(entry: TimelineEntry | undefined): string | undefined {
  if (entry === undefined) return undefined;
  const text = oneLine(entry.event.text);
  const time = entry.stamp === undefined ? '' : shortTime(entry.stamp);
  return time === '' ? text : `${time} ${text}`;
}

function shortTime(stamp: Stamp): string {
  if (stamp.kind === 'exact') return formatClock(stamp.at, stamp);
  if (stamp.kind === 'about') return `about ${formatClock(stamp.at, stamp)}`;
  return stamp.kind === 'unknown' ? '' : formatStamp(stamp);
}

function isAbout(stamp: Stamp | undefined): boolean {
  return stamp?.kind === 'about' || stamp?.kind === 'range' || (stamp?.kind === 'exact' && stamp.unsure === true);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Without the signs of Markdown, for channels that show them. */
function plain(text: string): string {
  return text
    .replace(/!?\[([^\]]*)\]\(<?([^()<>\s]*)>?\)/g, (_, words: string, target: string) =>
      words === '' || words === target ? target : `${words} (${target})`,
    )
    .replace(/(`+)(.+?)\1/g, '$2')
    .replace(/(\*\*|__|~~)(.+?)\1/g, '$2')
    .replace(/<br\s*\/?>/gi, ' ');
}
