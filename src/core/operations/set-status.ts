import { readDocument } from '../kinds';
import { setField } from '../kinds/edit-front-matter';
import { readMarkdown } from '../markdown/read-markdown';
import type { Conventions } from '../model/conventions';
import type { Milestone } from '../model/entry-kind';
import type { IncidentStatus } from '../model/incident';
import type { Stamp } from '../model/stamp';
import type { TextEdit } from '../model/text';
import { addTimelineEntry } from './add-timeline-entry';

/** The milestone that a status says was reached. */
const milestoneOfStatus: Readonly<Partial<Record<IncidentStatus, Milestone>>> = {
  identified: 'cause identified',
  monitoring: 'mitigated',
  resolved: 'resolved',
  closed: 'closed',
};

/** The milestone that goes with a status and that no entry of the report sets yet. */
export function missingMilestone(
  text: string,
  status: IncidentStatus,
  conventions: Conventions,
): Milestone | undefined {
  const milestone = milestoneOfStatus[status];
  const report = readDocument(readMarkdown(text), conventions, 'incident-report');
  if (milestone === undefined || report?.kind !== 'incident-report') return undefined;
  return report.entries.some(({ kindName }) => kindName === milestone) ? undefined : milestone;
}

/** Edits that give the report this status, and an entry for the milestone where its time is told; nothing else is touched. */
export function setStatus(
  text: string,
  { status, milestone }: { readonly status: IncidentStatus; readonly milestone?: { kind: Milestone; stamp: Stamp } },
  conventions: Conventions,
): readonly TextEdit[] {
  const report = readDocument(readMarkdown(text), conventions, 'incident-report');
  if (report === undefined) return [];
  const field = setField(report.frontMatter, text, 'status', status);
  if (milestone === undefined) return field;
  const { kind, stamp } = milestone;
  const draft = { stamp, kind, event: `Status set to ${status}.`, systems: [], actors: [], evidence: [] };
  return [...field, ...addTimelineEntry(text, draft, conventions).edits];
}
