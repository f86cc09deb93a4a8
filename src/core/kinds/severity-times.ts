import type { Milestone } from '../model/entry-kind';
import { message } from '../model/message';
import { instantOf } from '../model/stamp';
import type { TimelineEntry } from '../model/timeline-entry';
import { entryWindows } from './entry-windows';
import type { ReportDocument } from './incident-document';
import { entryAnchor } from './metric-anchors';
import { type ComputedSpans, joinSpans, type MetricSpans, type SpanEnd, spanBetween } from './metric-spans';
import type { MilestoneTime } from './milestone-times';

type Source = Pick<ReportDocument, 'markdown' | 'entries' | 'severity'>;

/** A time at which a severity begins or the last one ends. */
interface Change extends SpanEnd {
  readonly entry: TimelineEntry;
}

/**
 * How long each severity held: from the entry that sets it to the next one, the last to `resolved`, or `closed` where
 * there is no such entry. Without any severity entry that of the front matter held from `declared`, or `impact started`.
 */
export function severityTimes(
  report: Source,
  reached: ReadonlyMap<Milestone, MilestoneTime>,
): readonly ComputedSpans[] {
  const end = changeAt(report, reached.get('resolved') ?? reached.get('closed'));
  const steps = stepsOf(report, reached).filter(({ start }) => !isAfter(start, end));
  const names = [...new Set(steps.map(({ severity }) => severity))];
  return names.map((severity) => {
    const own = steps.flatMap((step, index) =>
      step.severity === severity ? [{ ...step, next: steps[index + 1]?.start ?? end }] : [],
    );
    const [first, last] = [own[0], own.at(-1)];
    return {
      id: `time-in-severity:${severity}` as const,
      name: message('time in {severity}', { severity }),
      formula: message('From each entry that sets {severity} to the next severity, the last one to resolved.', {
        severity,
      }),
      ...(first && { from: entryAnchor(report, first.start.entry) }),
      ...(last?.next && { to: entryAnchor(report, last.next.entry) }),
      spans: contradiction(report, steps, severity) ?? joinSpans(own.map(stepSpans)),
    };
  });
}

interface Step {
  readonly severity: string;
  readonly start: Change;
}

function stepsOf(report: Source, reached: ReadonlyMap<Milestone, MilestoneTime>): readonly Step[] {
  const windowOf = entryWindows(report);
  const steps = report.entries.flatMap((entry): Step[] => {
    if (entry.kindName !== 'severity' || entry.kindValue === undefined) return [];
    const { label } = entryAnchor(report, entry);
    return [{ severity: entry.kindValue, start: { entry, label, stamp: entry.stamp, window: windowOf(entry.stamp) } }];
  });
  if (steps.length > 0) return steps.toSorted((a, b) => (orderOf(a.start) < orderOf(b.start) ? -1 : 1));
  const start = changeAt(report, reached.get('declared') ?? reached.get('impact started'));
  return report.severity === undefined || start === undefined ? [] : [{ severity: report.severity.text, start }];
}

/** What has no instant comes last, where it makes unknown what it ends. */
function orderOf({ stamp }: Change): number {
  return (stamp && instantOf(stamp)) ?? Number.POSITIVE_INFINITY;
}

function changeAt(report: Source, time: MilestoneTime | undefined): Change | undefined {
  if (time === undefined) return undefined;
  const { entry, window } = time;
  return { entry, window, stamp: entry.stamp, label: entryAnchor(report, entry).label };
}

function isAfter(change: Change, end: Change | undefined): boolean {
  return end !== undefined && change.window.least > end.window.most;
}

function stepSpans({ start, next }: { readonly start: Change; readonly next: Change | undefined }): MetricSpans {
  if (next !== undefined) return spanBetween(start, next);
  return { reason: message('no entry of kind {kind}', { kind: 'resolved' }), missing: 'resolved' };
}

/** Front matter and the last entry speak of the same time; where they differ nobody knows how long either held. */
function contradiction(
  { severity: stated }: Source,
  steps: readonly Step[],
  severity: string,
): MetricSpans | undefined {
  const last = steps.at(-1);
  if (stated === undefined || last === undefined || sameName(stated.text, last.severity)) return undefined;
  if (!sameName(severity, stated.text) && !sameName(severity, last.severity)) return undefined;
  return {
    reason: message('the front matter says {stated}, {entry} says {severity}', {
      stated: stated.text,
      entry: last.start.label,
      severity: last.severity,
    }),
  };
}

function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
