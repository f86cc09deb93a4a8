import { readConventions } from '../kinds/read-conventions';
import { findingOf } from './problems-of';
import type { CheckedFinding } from './rule';
import { isTooComplex, tooComplexFinding } from './too-complex';

/** No rule of a document: its findings stand in `.incidents.yml`. */
export const conventionsRule = {
  id: 'conventions',
  summary: 'The keys and values of .incidents.yml are known and readable.',
  severity: 'warning',
} as const;

/** Findings in the text of `.incidents.yml`, in order of their place. */
export function checkConventions(text: string): readonly CheckedFinding[] {
  if (isTooComplex(text)) return [{ ...tooComplexFinding(text), rule: 'too-complex', severity: 'warning' }];
  return readConventions(text)
    .problems.map((problem) => ({
      ...findingOf(problem),
      rule: conventionsRule.id,
      severity: conventionsRule.severity,
    }))
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}
