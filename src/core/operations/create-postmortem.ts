import { OperationError } from '../errors';
import { readDocument } from '../kinds';
import type { ReportDocument } from '../kinds/incident-document';
import { milestonesOf } from '../kinds/milestones';
import { appendToSection, openBody, sectionNamed } from '../kinds/section-edits';
import { readMarkdown } from '../markdown/read-markdown';
import type { Conventions } from '../model/conventions';
import { message } from '../model/message';
import { applyEdits } from '../model/text';
import type { Change, DocumentStore } from '../ports';
import { linkTo } from '../workspace/incident-places';
import { fillTemplate, templateText } from './fill-template';
import { documentsOf, postmortemPathBeside } from './incident-documents';
import { addWorkingDays } from './working-days';

export interface PostmortemRequest {
  /** Id of the incident, its folder's name. */
  readonly incident: string;
  /** Absent: the policy's owner, else the report's commander. */
  readonly owner?: string;
  /** `YYYY-MM-DD`; absent: by the policy. */
  readonly due?: string;
  readonly now: number;
  /** Nobody is about to write in it, so no empty paragraph waits for the cursor. */
  readonly unopened?: boolean;
}

export interface CreatedPostmortem {
  readonly change: Change;
  readonly path: string;
  /** Offset into the postmortem's text where writing starts. */
  readonly cursor: number;
}

export interface PostmortemDefaults {
  readonly owner?: string;
  /** `YYYY-MM-DD`. */
  readonly due: string;
  readonly dueDays: number;
  /** Whether the policy asks for a postmortem at the incident's severity. */
  readonly required: boolean;
}

/** A postmortem beside the incident's report, linked to it. */
export async function createPostmortem(
  store: DocumentStore,
  conventions: Conventions,
  request: PostmortemRequest,
): Promise<CreatedPostmortem> {
  const { incident } = request;
  const { report, postmortem } = await documentsOf(store, conventions, incident);
  if (report === undefined)
    throw new OperationError('not-found', message('There is no incident "{incident}" here.', { incident }));
  const path = postmortemPathBeside(report.path);
  const existing = postmortem?.path ?? ((await store.exists(path)) ? path : undefined);
  if (existing !== undefined)
    throw new OperationError('already-exists', message('{path} is there already.', { path: existing }));
  const linked = { ...request, report: report.document, reportPath: report.path };
  const written = await postmortemText(store, conventions, linked);
  const { text, cursor } = openSummary(written, conventions, request.unopened);
  return { change: { creates: [{ path, text }], edits: [] }, path, cursor };
}

function openSummary(text: string, conventions: Conventions, unopened = false) {
  const document = readDocument(readMarkdown(text), conventions, 'postmortem');
  const section =
    document && (sectionNamed(document, 'Executive summary') ?? document.sections.find(({ level }) => level > 1));
  return section === undefined || unopened
    ? { text, cursor: section?.bodySpan.start ?? text.length }
    : openBody(text, section);
}

/** The text of a new postmortem for a report, which it links. */
export async function postmortemText(
  store: DocumentStore,
  conventions: Conventions,
  request: PostmortemRequest & { readonly report: ReportDocument; readonly reportPath: string },
): Promise<string> {
  const { report, incident, now } = request;
  const facts = {
    severity: report.severity?.text,
    commander: report.commander,
    impactStarted: milestonesOf(report).get('impact started')?.at,
  };
  const defaults = postmortemDefaults(conventions, facts, now);
  const owner = request.owner || defaults.owner;
  const fields = [
    ['reports', [incident]] as const,
    ['status', 'draft'] as const,
    ...(owner ? [['owner', owner] as const] : []),
    ['due', request.due || defaults.due] as const,
  ];
  const template = await templateText(store, conventions, { kind: 'postmortem' });
  const title = report.title?.text || incident;
  const text = fillTemplate(template, { kind: 'postmortem', title, fields }, conventions);
  return withLink(text, request.reportPath, conventions);
}

/** Below the title and what the template says there, unless the template links the report itself. */
function withLink(text: string, reportPath: string, conventions: Conventions): string {
  const address = linkTo(postmortemPathBeside(reportPath), reportPath);
  const document = readDocument(readMarkdown(text), conventions, 'postmortem');
  const title = document?.sections.find(({ level }) => level === 1);
  if (document === undefined || title === undefined || text.includes(`](${address})`)) return text;
  const link = `The facts: [incident report](${address}).`;
  return applyEdits(text, [appendToSection(document, title, link, { beforeNested: true })]);
}

/** Owner and due date that the policy gives to the postmortem of an incident. */
export function postmortemDefaults(
  { postmortem: policy }: Conventions,
  report: {
    readonly severity?: string | undefined;
    readonly commander?: string | undefined;
    /** ms since the epoch. */
    readonly impactStarted?: number | undefined;
  },
  now: number,
): PostmortemDefaults {
  const owner = policy.owner ?? report.commander;
  return {
    ...(owner && { owner }),
    due: addWorkingDays(report.impactStarted ?? now, policy.dueDays),
    dueDays: policy.dueDays,
    required: report.severity !== undefined && policy.severities.includes(report.severity),
  };
}
