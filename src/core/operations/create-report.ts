import { readDocument } from '../kinds';
import { appendToSection, openBody, sectionNamed } from '../kinds/section-edits';
import { readMarkdown } from '../markdown/read-markdown';
import type { Conventions } from '../model/conventions';
import type { Stamp } from '../model/stamp';
import { applyEdits, lineEndingOf } from '../model/text';
import type { Change, DocumentStore } from '../ports';
import { pathIn } from '../workspace/incident-places';
import { addTimelineEntry } from './add-timeline-entry';
import { enableIncidents } from './enable-incidents';
import { fillTemplate, templateText } from './fill-template';
import { freeIdAmong, incidentIdFor, takenNames, untitled, untitledStart } from './incident-id';

export interface ReportRequest {
  /** Empty takes `Untitled incident`. */
  readonly title: string;
  readonly severity?: string;
  readonly systems: readonly string[];
  /** Absent: when the report is made. */
  readonly started?: Stamp;
  readonly commander?: string;
  readonly now: number;
  /** Nobody is about to write in it, so no empty paragraph waits for the cursor. */
  readonly unopened?: boolean;
}

export interface CreatedReport {
  readonly change: Change;
  readonly id: string;
  readonly path: string;
  /** Offset into the report's text where writing starts. */
  readonly cursor: number;
}

/** A new incident folder with its report; the folder's name is free in the store, whatever its case. */
export async function createReport(
  store: DocumentStore,
  conventions: Conventions,
  request: ReportRequest,
): Promise<CreatedReport> {
  const { severity, commander, now } = request;
  const title = request.title.trim() || untitled;
  const taken = await takenNames(store, conventions);
  const id = freeIdAmong(taken, incidentIdFor(title, request.started, now));
  const path = pathIn(conventions.folder, `${id}/report.md`);
  const template = await templateText(store, conventions, { kind: 'incident-report', severity });
  const fields = [
    ...(severity ? [['severity', severity] as const] : []),
    ['status', 'investigating'] as const,
    ...(commander ? [['commander', commander] as const] : []),
  ];
  const filled = fillTemplate(template, { kind: 'incident-report', title, fields }, conventions);
  const withSystems = listSystems(filled, request.systems, conventions);
  const { text, cursor } = openSummary(
    addStart(withSystems, { ...request, title }, conventions),
    conventions,
    request.unopened,
  );
  const enabling = await enableIncidents(store);
  return { change: { creates: [...enabling.creates, { path, text }], edits: [] }, id, path, cursor };
}

function listSystems(text: string, systems: readonly string[], conventions: Conventions): string {
  const document = readDocument(readMarkdown(text), conventions, 'incident-report');
  const section = document && sectionNamed(document, 'Systems involved');
  if (document?.kind !== 'incident-report' || section === undefined) return text;
  const known = new Set(document.systems);
  const added = systems.filter((system) => !known.has(system));
  if (added.length === 0) return text;
  const items = added.map((system) => `- ${systemText(system)}`).join(lineEndingOf(text));
  return applyEdits(text, [appendToSection(document, section, items, { beforeNested: true })]);
}

function systemText(system: string): string {
  return system.includes('`') ? system : `\`${system}\``;
}

/** When impact started was asked for, so it stands as the first entry, unless it is not known; a title is what was seen. */
function addStart(text: string, { title, started, now }: ReportRequest, conventions: Conventions): string {
  const stamp: Stamp = started ?? { kind: 'exact', at: now, seconds: false };
  if (stamp.kind === 'unknown' || stamp.kind === 'after' || stamp.kind === 'before') return text;
  const event = title === untitled ? untitledStart : title;
  const draft = { stamp, kind: 'impact started', event, systems: [], actors: [], evidence: [] };
  return applyEdits(text, addTimelineEntry(text, draft, conventions).edits);
}

/** The cursor goes into an empty paragraph below the summary's heading. */
function openSummary(
  text: string,
  conventions: Conventions,
  unopened = false,
): { readonly text: string; readonly cursor: number } {
  const document = readDocument(readMarkdown(text), conventions, 'incident-report');
  const section = document && (sectionNamed(document, 'Summary') ?? document.sections.find(({ level }) => level > 1));
  return section === undefined || unopened
    ? { text, cursor: section?.bodySpan.start ?? text.length }
    : openBody(text, section);
}
