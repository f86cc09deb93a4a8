import { readDocument } from '../kinds';
import type { IncidentDocument, PostmortemDocument } from '../kinds/incident-document';
import { readMarkdown } from '../markdown/read-markdown';
import { citationKey } from '../model/commit';
import type { Conventions } from '../model/conventions';
import type { DocumentKindId } from '../model/incident';
import type { CommitSource, DocumentStore } from '../ports';
import { checkDocument } from '../rules/check';
import { checkConventions } from '../rules/check-conventions';
import type { CheckedFinding, RuleContext } from '../rules/rule';
import { isTooComplex, tooComplex, tooComplexFinding } from '../rules/too-complex';
import { dayOf } from '../workspace/incident-places';
import type { ReportSummary } from '../workspace/incident-summary';
import { summariseReport } from '../workspace/summarise';
import { containmentOf, containmentQuestions, readContainment } from './containment';
import { reportOf } from './incident-documents';
import { conventionsFile } from './open-folder';

export interface CheckedFile {
  readonly path: string;
  readonly text: string;
  readonly kind: DocumentKindId | 'conventions';
  readonly findings: readonly CheckedFinding[];
}

export interface CheckOptions {
  readonly conventions: Conventions;
  /** Reads the text as this kind whatever its front matter says, at full severity. */
  readonly as?: DocumentKindId;
  /** Ignores the incident's status. */
  readonly strict?: boolean;
  /** Absent: the commits that causes cite are not looked up. */
  readonly commitSource?: CommitSource;
  /** Absent: what a postmortem says is not held against the reports that it covers. */
  readonly store?: DocumentStore;
}

/** Enough of a text that is too long to be checked to see what it is. */
const headLength = 64 * 1024;
const tooComplexStamp = { rule: tooComplex.id, severity: tooComplex.severity };

/** Findings of one text; nothing where it is no document of ours. */
export async function checkText(path: string, text: string, options: CheckOptions): Promise<CheckedFile | undefined> {
  if (path === conventionsFile || path.endsWith(`/${conventionsFile}`))
    return { path, text, kind: 'conventions', findings: checkConventions(text) };
  const { conventions, as, strict = as !== undefined } = options;
  const markdown = readMarkdown(isTooComplex(text) ? text.slice(0, headLength) : text);
  const document = readDocument(markdown, conventions, as, dayOf(path, conventions));
  if (document === undefined) return undefined;
  if (isTooComplex(text))
    return { path, text, kind: document.kind, findings: [{ ...tooComplexFinding(text), ...tooComplexStamp }] };
  const facts = document.kind === 'postmortem' ? await factsOf(document, options) : {};
  const findings = checkDocument(document, { conventions, path, strict, ...facts });
  return { path, text, kind: document.kind, findings };
}

/** Findings of warning or worse, and information; what lists and the tree show beside a document. */
export function countFindings(document: IncidentDocument, path: string, conventions: Conventions): number {
  return checkDocument(document, { conventions, path }).filter(({ severity }) => severity !== 'hint').length;
}

type Facts = Pick<RuleContext, 'commits' | 'reports' | 'isContained'>;

/** What rules want to know beside the postmortem: its reports, and what git says of its commits. */
async function factsOf(postmortem: PostmortemDocument, options: CheckOptions): Promise<Facts> {
  const { conventions, commitSource, store } = options;
  const keys = new Set(postmortem.causes.flatMap(({ commits }) => commits.map(citationKey)));
  const reports = store && (await reportsOf(postmortem, store, conventions));
  if (keys.size === 0) return { ...(reports && { reports }) };
  const commits = await commitSource?.lookUp([...keys]);
  const questions = containmentQuestions(postmortem, reports ?? [], commits ?? new Map());
  const answers = commitSource && (await readContainment(commitSource, questions));
  return {
    ...(reports && { reports }),
    ...(commits && { commits }),
    ...(answers && { isContained: containmentOf(answers) }),
  };
}

async function reportsOf(
  { reports }: PostmortemDocument,
  store: DocumentStore,
  conventions: Conventions,
): Promise<readonly ReportSummary[]> {
  const found = reports.map(async (id) => {
    const report = await reportOf(store, conventions, id);
    return report === undefined
      ? []
      : [summariseReport(report.document, report.path, { findings: 0, id, conventions })];
  });
  return (await Promise.all(found)).flat();
}
