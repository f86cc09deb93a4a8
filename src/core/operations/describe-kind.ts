import type { ReportDocument } from '../kinds/incident-document';
import { milestonesOf } from '../kinds/milestones';
import type { Conventions } from '../model/conventions';
import { entryKinds, lastCounts, type Milestone, milestoneOf } from '../model/entry-kind';
import { type Message, message } from '../model/message';
import { instantOf, type Stamp } from '../model/stamp';
import { formatDuration, formatDurationRange } from '../model/time-text';

/** What an entry of this kind would say: its definition, or the milestone it sets and the duration that it closes. */
export function describeKind(
  { kind, stamp }: { readonly kind: string; readonly stamp?: Stamp },
  report: ReportDocument,
  conventions: Conventions,
): readonly Message[] {
  const milestone = milestoneOf(kind);
  const definition = [...entryKinds, ...conventions.entryKinds].find(({ name }) => name === kind)?.definition;
  if (milestone === undefined) return definition === undefined ? [] : [message(definition)];
  const reached = milestonesOf(report);
  const other = reached.get(milestone)?.entry.id?.text;
  const sets = message('Sets the milestone {milestone}.', { milestone });
  if (other !== undefined) {
    const taken = lastCounts.has(milestone)
      ? '{id} sets {milestone} already; the last one counts.'
      : '{id} sets {milestone} already; the first one counts.';
    return [message(taken, { id: other, milestone })];
  }
  const metric = metrics[milestone];
  if (metric === undefined) return definition === undefined ? [sets] : [sets, message(definition)];
  const start = reached.get('impact started');
  if (start === undefined) return [sets, message(metric.notComputed, { kind: 'impact started' })];
  const length = stamp === undefined ? undefined : lengthFrom(start.at, stamp);
  if (length === undefined) return [sets];
  return [sets, message(metric.template, { length, start: start.entry.id?.text ?? 'impact started' })];
}

const metrics: Readonly<Partial<Record<Milestone, { readonly template: string; readonly notComputed: string }>>> = {
  detected: {
    template: 'Time to detect: {length}, from {start} to this entry.',
    notComputed: 'Time to detect is not computed: no entry of kind {kind}.',
  },
  acknowledged: {
    template: 'Time to acknowledge: {length}, from {start} to this entry.',
    notComputed: 'Time to acknowledge is not computed: no entry of kind {kind}.',
  },
  mitigated: {
    template: 'Time to mitigate: {length}, from {start} to this entry.',
    notComputed: 'Time to mitigate is not computed: no entry of kind {kind}.',
  },
  resolved: {
    template: 'Time to resolve: {length}, from {start} to this entry.',
    notComputed: 'Time to resolve is not computed: no entry of kind {kind}.',
  },
};

/** Never more exact than the stamp is; nothing where the entry would stand before impact started. */
function lengthFrom(start: number, stamp: Stamp): string | undefined {
  const at = instantOf(stamp);
  if (at === undefined || at < start) return undefined;
  if (stamp.kind === 'range') return formatDurationRange(at - start, stamp.until - start);
  return stamp.kind === 'about' ? `about ${formatDuration(at - start)}` : formatDuration(at - start);
}
