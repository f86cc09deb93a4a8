import type { Cue } from './cue';
import type { CueCategory } from './lexicon/lexicon-entry';

/** What is left of a sentence's cues: in order, none that overlap. */
export function mainCues(cues: readonly Cue[], categories: readonly CueCategory[]): readonly Cue[] {
  if (cues.length < 2) return cues;
  const byCategory = categories.flatMap((category) =>
    withoutOverlaps(cues.filter(({ entry }) => entry.category === category)),
  );
  return longest(byCategory);
}

/** The one that begins first counts, of those the longest. */
function withoutOverlaps(cues: readonly Cue[]): readonly Cue[] {
  if (cues.length < 2) return cues;
  const kept: Cue[] = [];
  let end = -1;
  for (const cue of cues.toSorted((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)) {
    if (cue.span.start < end) continue;
    kept.push(cue);
    end = cue.span.end;
  }
  return kept;
}

/** Of cues that overlap the longest counts, of those the first in the list. */
function longest(cues: readonly Cue[]): readonly Cue[] {
  const kept: Cue[] = [];
  for (const cue of cues.toSorted((a, b) => a.span.start - b.span.start)) {
    const last = kept.at(-1);
    if (last === undefined || last.span.end <= cue.span.start) kept.push(cue);
    else if (lengthOf(cue) > lengthOf(last)) kept.splice(-1, 1, cue);
  }
  return kept;
}

function lengthOf({ span }: Cue): number {
  return span.end - span.start;
}
