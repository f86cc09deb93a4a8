import { problemsOf } from './problems-of';
import type { DocumentRule } from './rule';

export const frontMatter: DocumentRule = {
  id: 'front-matter',
  scope: 'document',
  summary: 'The keys and values of the front matter are known and readable.',
  severity: 'warning',
  appliesTo: ['incident-report', 'postmortem'],
  check: (document) => problemsOf(document, 'front-matter'),
};
