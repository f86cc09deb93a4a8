import type { Cue } from './cue';
import type { CueCategory } from './lexicon/lexicon-entry';

/**
 * What is left of a sentence's cues: in order, none that overlap, and those of one kind of analysis only, since a
 * sentence is moved or reworded once. A past that did not occur comes before all else; what is a guess, a cause or
 * future work is decided by a cue that governs the sentence, else by the first; what is left may be knowledge from later, then a judgement.
 */
export function mainCues(cues: readonly Cue[], categories: readonly CueCategory[]): readonly Cue[] {
  if (cues.length < 2) return cues;
  const byCategory = categories.flatMap((category) =>
    withoutOverlaps(cues.filter(({ entry }) => entry.category === category)),
  );
  const kept = longest(byCategory);
  const main = mainCategory(kept);
  if (main === undefined) return kept;
  return kept.filter(({ entry: { category } }) => category === main || rankOf(category) === undefined);
}

/** The lower comes first; what has none stands beside any other. */
const ranks: Partial<Record<CueCategory, number>> = {
  counterfactual: 0,
  speculation: 1,
  'causal-language': 1,
  remediation: 1,
  hindsight: 2,
  evaluation: 3,
};

const governing = 0.5;
const last = 4;

function mainCategory(cues: readonly Cue[]): Cue['entry']['category'] | undefined {
  let main: Cue['entry']['category'] | undefined;
  let lowest = Number.POSITIVE_INFINITY;
  for (const { entry } of cues) {
    const rank = rankOf(entry.category);
    if (rank === undefined) continue;
    const weight = entry.governs ? governing : isHint(entry) ? last : rank;
    if (weight >= lowest) continue;
    lowest = weight;
    main = entry.category;
  }
  return main;
}

/** Work to come that only a weak cue tells gives way to all else. */
function isHint({ category, isWeak }: Cue['entry']): boolean {
  return category === 'remediation' && isWeak === true;
}

function rankOf(category: Cue['entry']['category']): number | undefined {
  return category === 'allowed' ? undefined : ranks[category];
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
