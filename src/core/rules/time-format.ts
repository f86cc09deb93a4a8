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
    // A placeholder is said once, by its own rule; a finding that stands for many times has a count.
    return problemsOf(document, 'time-format').filter(
      ({ span, message }) => message.values?.count !== undefined || !isPlaceholder(text.slice(span.start, span.end)),
    );
  },
};
