import { problemsOf } from './problems-of';
import type { DocumentRule } from './rule';

export const mergeConflict: DocumentRule = {
  id: 'merge-conflict',
  scope: 'document',
  summary: 'No conflict of a merge is left in the document.',
  severity: 'error',
  appliesTo: ['incident-report', 'postmortem'],
  check: (document) => problemsOf(document, 'merge-conflict'),
};
