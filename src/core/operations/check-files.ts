import type { IncidentDocument } from '../kinds/incident-document';
import type { CommitLookup } from '../model/commit';
import type { Conventions } from '../model/conventions';
import type { DocumentKindId } from '../model/incident';
import type { CommitSource, DocumentStore } from '../ports';
import type { CheckedFinding } from '../rules/rule';

/** Above this many UTF-16 units a document is not read further than its front matter; one finding says so. */
export const maxTextLength = 1024 * 1024;

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
  readonly commits?: ReadonlyMap<string, CommitLookup>;
}

/** Findings of one text; nothing where it is no document of ours. */
export function checkText(_path: string, _text: string, _options: CheckOptions): CheckedFile | undefined {
  throw new Error('Not built');
}

/** {@link checkText} of a stored file, with the commits that it cites looked up. */
export async function checkFile(
  _store: DocumentStore,
  _path: string,
  _options: CheckOptions & { readonly commitSource?: CommitSource },
): Promise<CheckedFile | undefined> {
  throw new Error('Not built');
}

/** Findings of warning or worse, and information; what lists and the tree show beside a document. */
export function countFindings(_document: IncidentDocument, _path: string, _conventions: Conventions): number {
  throw new Error('Not built');
}
