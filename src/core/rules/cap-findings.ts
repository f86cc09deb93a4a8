import type { Span } from '../model/text';
import type { CheckedFinding } from './rule';
import { gravityOf } from './severity';

/**
 * At most `max` findings in order of place: the gravest first, then those nearest to what is visible,
 * then those further up.
 */
export function capFindings(
  findings: readonly CheckedFinding[],
  max: number,
  visible?: Span,
): readonly CheckedFinding[] {
  if (findings.length <= max) return findings;
  const distance = (finding: CheckedFinding) => (visible === undefined ? 0 : distanceOf(finding.span, visible));
  const chosen = findings
    .map((finding, index) => ({ index, finding }))
    .sort(
      (a, b) =>
        gravityOf(a.finding.severity) - gravityOf(b.finding.severity) ||
        distance(a.finding) - distance(b.finding) ||
        a.index - b.index,
    )
    .slice(0, max);
  return chosen.sort((a, b) => a.index - b.index).map(({ finding }) => finding);
}

function distanceOf(span: Span, visible: Span): number {
  return Math.max(0, visible.start - span.end, span.start - visible.end);
}
