import { problemsOf } from './problems-of';
import type { DocumentRule } from './rule';

export const cellCount: DocumentRule = {
  id: 'cell-count',
  scope: 'document',
  summary: 'A table row has as many cells as its header.',
  severity: 'warning',
  appliesTo: ['incident-report', 'postmortem'],
  check: (document) => problemsOf(document, 'cell-count'),
};
