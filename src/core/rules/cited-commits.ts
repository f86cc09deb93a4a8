import type { IncidentDocument } from '../kinds/incident-document';
import { citationKey } from '../model/commit';
import type { RuleContext } from './rule';

/** Answers of a repository that could be asked. */
const settled: ReadonlySet<string | undefined> = new Set(['found', 'unknown', 'ambiguous']);

/** Whether git has said something of every commit that the document cites. */
export function areCommitsSettled(document: IncidentDocument, { commits }: RuleContext): boolean {
  if (document.kind !== 'postmortem') return true;
  const keys = document.causes.flatMap((cause) => cause.commits.map(citationKey));
  return keys.every((key) => settled.has(commits?.get(key)?.state));
}
