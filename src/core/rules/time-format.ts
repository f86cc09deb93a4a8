import { isPlaceholder } from './placeholder';
import { problemsOf } from './problems-of';
import type { DocumentRule } from './rule';

export const timeFormat: DocumentRule = {
  id: 'time-format',
  scope: 'document',
  summary: 'The time of an entry can be read.',
  severity: 'warning',
  appliesTo: ['incident-report'],
  check(document) {
    const { text } = document.markdown;
    return problemsOf(document, 'time-format').filter(({ span }) => !isPlaceholder(text.slice(span.start, span.end)));
  },
};
