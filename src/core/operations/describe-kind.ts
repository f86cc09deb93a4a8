import { type MetricSource, metricsOf } from '../kinds/metrics';
import { milestoneMetrics } from '../kinds/milestone-metrics';
import { milestonesOf } from '../kinds/milestones';
import type { Conventions } from '../model/conventions';
import { entryKinds, lastCounts, type Milestone, milestoneOf } from '../model/entry-kind';
import { formatMessage, type Message, message } from '../model/message';
import { formatMetricValue, type Metric } from '../model/metric';
import type { Stamp } from '../model/stamp';
import type { TimelineEntry } from '../model/timeline-entry';

/** What an entry of this kind would say: its definition, or the milestone it sets and the duration that it closes. */
export function describeKind(
  { kind, stamp }: { readonly kind: string; readonly stamp?: Stamp },
  report: MetricSource,
  conventions: Conventions,
): readonly Message[] {
  const milestone = milestoneOf(kind);
  const definition = definitionOf(kind, conventions);
  if (milestone === undefined) return definition === undefined ? [] : [message(definition)];
  const other = milestonesOf(report).get(milestone)?.entry.id?.text;
  if (other !== undefined) {
    const taken = lastCounts.has(milestone)
      ? '{id} sets {milestone} already; the last one counts.'
      : '{id} sets {milestone} already; the first one counts.';
    return [message(taken, { id: other, milestone })];
  }
  const sets = message('Sets the milestone {milestone}.', { milestone });
  const draft = draftEntry(kind, stamp ?? { kind: 'unknown' });
  const withDraft = {
    ...report,
    entries: [...report.entries, draft],
    milestoneEntries: [...report.milestoneEntries, draft],
  };
  const metric = closedBy(milestone, metricsOf(withDraft, conventions));
  if (metric === undefined) return definition === undefined ? [sets] : [sets, message(definition)];
  return [sets, ...lengthWords(metric, stamp)];
}

/** One sentence of a built-in kind or one of the team's own. */
export function definitionOf(kind: string, conventions: Conventions): string | undefined {
  return [...entryKinds, ...conventions.entryKinds].find(({ name }) => name.toLowerCase() === kind)?.definition;
}

/** The duration that ends with a milestone; nothing for those that end none. */
export function closedBy(milestone: Milestone, metrics: readonly Metric[]): Metric | undefined {
  const definition = milestoneMetrics.find(({ to }) => to === milestone);
  return definition && metrics.find(({ id }) => id === definition.id);
}

/** What is missing is said; of a time that is not known yet nothing can be. */
function lengthWords({ name, value, from }: Metric, stamp: Stamp | undefined): readonly Message[] {
  const metric = capitalised(formatMessage(name));
  const length = formatMetricValue(value);
  if (length !== undefined) {
    return [message('{metric}: {length}, from {start} to this entry.', { metric, length, start: from?.label ?? '' })];
  }
  if (value.status !== 'unavailable') return [];
  const isOpen = value.missing === undefined && (stamp === undefined || !('seconds' in stamp));
  return isOpen
    ? []
    : [message('{metric} is not computed: {reason}.', { metric, reason: formatMessage(value.reason) })];
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function draftEntry(kind: string, stamp: Stamp): TimelineEntry {
  const nowhere = { start: 0, end: 0 };
  const none = { text: '', span: nowhere };
  return {
    source: 'row',
    span: nowhere,
    id: { text: 'this entry', span: nowhere },
    time: none,
    stamp,
    kindName: kind,
    event: none,
    systems: [],
    actors: [],
    evidence: [],
  };
}
