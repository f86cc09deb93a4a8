import type { ReportDocument } from '../kinds/incident-document';
import { milestonesOf } from '../kinds/milestones';
import { instantOf, type Stamp } from '../model/stamp';
import type { TimelineEntry } from '../model/timeline-entry';

/** An entry as a chart of the timeline draws it. */
export interface TimelineMark {
  /** The kind's name without its value. */
  readonly kind: string;
  readonly stamp?: Stamp;
  readonly systems: readonly string[];
  readonly hasActor: boolean;
  /** Name of the milestone that it sets, where it is the entry that counts. */
  readonly milestone?: string;
}

/** One stretch in which a system's users were affected; without an end it goes on. */
export interface ImpactSpan {
  readonly systems: readonly string[];
  readonly hasActor: boolean;
  readonly from: number;
  readonly until?: number;
}

/** One mark for each of the report's entries, in their order. */
export function timelineMarks(report: Pick<ReportDocument, 'entries' | 'milestoneEntries'>): readonly TimelineMark[] {
  const setters = new Map<TimelineEntry, string>();
  for (const [name, { entry }] of milestonesOf(report)) setters.set(entry, name);
  return report.entries.map((entry) => {
    const milestone = setters.get(entry);
    return {
      kind: entry.kindName,
      ...(entry.stamp !== undefined && { stamp: entry.stamp }),
      systems: entry.systems,
      hasActor: entry.actors.length > 0,
      ...(milestone !== undefined && { milestone }),
    };
  });
}

/** What the report's table of impact says about when; rows without a beginning say nothing. */
export function impactSpans({ impact }: Pick<ReportDocument, 'impact'>): readonly ImpactSpan[] {
  return impact.flatMap(({ system, from, until }) => {
    const start = from === undefined ? undefined : instantOf(from);
    if (start === undefined) return [];
    const end = until === undefined ? undefined : until.kind === 'range' ? until.until : instantOf(until);
    const systems = system === '' ? [] : [system];
    return [{ systems, hasActor: false, from: start, ...(end !== undefined && { until: end }) }];
  });
}
