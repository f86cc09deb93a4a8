import { problemsOf } from './problems-of';
import type { DocumentRule } from './rule';

export const brokenTable: DocumentRule = {
  id: 'broken-table',
  scope: 'document',
  summary: 'Nothing stands between the rows of a table.',
  severity: 'warning',
  appliesTo: ['incident-report', 'postmortem'],
  check: (document) => problemsOf(document, 'broken-table'),
};
