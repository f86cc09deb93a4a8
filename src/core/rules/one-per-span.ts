import type { CheckedFinding } from './rule';
import { gravityOf } from './severity';

export interface RankedFinding extends CheckedFinding {
  /** Place of the rule in the registry, the most specific first. */
  readonly rank: number;
  readonly isProse: boolean;
  readonly coversProse: boolean;
}

/**
 * Findings by place, one for each span. Of language findings that overlap the longest stays, then the gravest,
 * then that of the more specific rule, and none within a finding that covers language; other findings give way only where
 * another rule says something of exactly their span.
 */
export function keepOnePerSpan(findings: readonly RankedFinding[]): readonly RankedFinding[] {
  return keepDistinct(keepLongestProse(dropCovered([...findings].sort(byPlace))));
}

function byPlace(a: RankedFinding, b: RankedFinding): number {
  return a.span.start - b.span.start || b.span.end - a.span.end || byWeight(a, b);
}

function byWeight(a: RankedFinding, b: RankedFinding): number {
  return gravityOf(a.severity) - gravityOf(b.severity) || a.rank - b.rank;
}

function dropCovered(sorted: readonly RankedFinding[]): readonly RankedFinding[] {
  let coveredUntil = 0;
  return sorted.filter(({ span, isProse, coversProse }) => {
    if (coversProse) coveredUntil = Math.max(coveredUntil, span.end);
    return !isProse || span.end > coveredUntil;
  });
}

/** Overlapping language findings come in sorted runs, so one look back is enough. */
function keepLongestProse(sorted: readonly RankedFinding[]): readonly RankedFinding[] {
  const kept: RankedFinding[] = [];
  let lastProse = -1;
  for (const finding of sorted) {
    const last = kept[lastProse];
    if (!finding.isProse || last === undefined || last.span.end <= finding.span.start) {
      kept.push(finding);
      if (finding.isProse) lastProse = kept.length - 1;
    } else if (isStronger(finding, last)) {
      kept.splice(lastProse, 1);
      kept.push(finding);
      lastProse = kept.length - 1;
    }
  }
  return kept;
}

function isStronger(a: RankedFinding, b: RankedFinding): boolean {
  const longer = a.span.end - a.span.start - (b.span.end - b.span.start);
  return longer > 0 || (longer === 0 && byWeight(a, b) < 0);
}

/** Findings on the same span stand next to each other, the strongest first. */
function keepDistinct(sorted: readonly RankedFinding[]): readonly RankedFinding[] {
  let strongest: RankedFinding | undefined;
  return sorted.filter((finding) => {
    const isSameSpan = strongest?.span.start === finding.span.start && strongest.span.end === finding.span.end;
    if (!isSameSpan) strongest = finding;
    return strongest?.rule === finding.rule;
  });
}
