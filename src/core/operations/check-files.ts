import { readDocument } from '../kinds';
import type { IncidentDocument } from '../kinds/incident-document';
import { readMarkdown } from '../markdown/read-markdown';
import { type CommitLookup, citationKey } from '../model/commit';
import type { Conventions } from '../model/conventions';
import type { DocumentKindId } from '../model/incident';
import type { CommitSource } from '../ports';
import { checkDocument } from '../rules/check';
import { checkConventions } from '../rules/check-conventions';
import type { CheckedFinding } from '../rules/rule';
import { isTooComplex, tooComplex, tooComplexFinding } from '../rules/too-complex';
import { dayOf } from '../workspace/incident-places';
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
  const commits = await lookUpCommits(document, options.commitSource);
  const findings = checkDocument(document, { conventions, path, strict, ...(commits && { commits }) });
  return { path, text, kind: document.kind, findings };
}

/** Findings of warning or worse, and information; what lists and the tree show beside a document. */
export function countFindings(document: IncidentDocument, path: string, conventions: Conventions): number {
  return checkDocument(document, { conventions, path }).filter(({ severity }) => severity !== 'hint').length;
}

async function lookUpCommits(
  document: IncidentDocument,
  source: CommitSource | undefined,
): Promise<ReadonlyMap<string, CommitLookup> | undefined> {
  if (source === undefined || document.kind !== 'postmortem') return undefined;
  const keys = new Set(document.causes.flatMap(({ commits }) => commits.map(citationKey)));
  return keys.size === 0 ? undefined : source.lookUp([...keys]);
}
