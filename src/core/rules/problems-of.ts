import type { ReadProblem } from '../kinds/front-matter';
import type { IncidentDocument } from '../kinds/incident-document';
import type { Finding } from './rule';

/** What the reader of the document left for the rule of this id. */
export function problemsOf(document: IncidentDocument, rule: string): readonly Finding[] {
  return document.problems.filter((problem) => problem.rule === rule).map(findingOf);
}

export function findingOf({ span, message, fixes }: ReadProblem): Finding {
  if (fixes === undefined || fixes.length === 0) return { span, message };
  return { span, message, fixes: fixes.map((fix) => ({ kind: 'edit', ...fix })) };
}
