import { defaultConventions, type LintConventions } from '../model/conventions';
import type { Span } from '../model/text';
import type { LexiconEntry } from './lexicon/lexicon-entry';
import type { Matcher } from './matcher';
import { type Prose, proseOf } from './prose';
import { isBalanced, type SentencePart, sentencePart } from './sentence-part';
import { splitAtAdverb, splitAtExplanation, splitAtParticiple, splitAtResult } from './split-forms';
import { matcherFor } from './team-phrases';

/** What a sentence leaves behind and what leaves it when its explanation moves to the postmortem. */
export interface SplitSentence {
  /** The sentence that holds the cue, as offsets into the block's text; `keep`, joined by spaces, takes its place. */
  readonly sentence: Span;
  /** The observations that stay, as sentences in the writer's own words; none where the whole sentence has to move. */
  readonly keep: readonly string[];
  /** The sentence as it was written, for the postmortem. */
  readonly moved: string;
}

/**
 * Parts the observation of a sentence from its explanation; `cue` is a finding's span in the block's text.
 * Where a split would not be grammatical the whole sentence moves. What stays gives no cause any more.
 */
export function splitExplanation(
  prose: Prose,
  cue: Span,
  lint: LintConventions = defaultConventions.lint,
): SplitSentence | undefined {
  const sentence = prose.sentences.find(({ start, end }) => start <= cue.start && cue.start < end);
  if (sentence === undefined) return undefined;
  const moved = prose.block.text.slice(sentence.start, sentence.end);
  return {
    sentence,
    keep: observationsIn(moved, matcherFor(lint, 'incident-report'), { cueStart: cue.start - sentence.start }),
    moved,
  };
}

/** A sentence may give several causes; each split leaves fewer, and more than a few are too many to stay readable. */
const mostSplits = 4;

function observationsIn(
  text: string,
  matcher: Matcher,
  { cueStart, splits = 0 }: { readonly cueStart?: number; readonly splits?: number },
): readonly string[] {
  const prose = proseOf({ kind: 'paragraph', text, lineCount: 1, contentStart: 0, contentEnd: text.length });
  if (prose === undefined) return [];
  const cues = matcher.cuesIn(prose).filter(({ entry }) => isNoObservation(entry));
  const cue = cueStart === undefined ? cues[0] : cues.find(({ span }) => span.start === cueStart);
  if (cue === undefined) return cueStart === undefined ? [text] : [];
  if (splits === mostSplits || cue.entry.category !== 'causal-language') return [];
  const part = sentencePart(text, prose.text, cue.span);
  return keptAt(part, cue.entry.splits)
    .filter(isBalanced)
    .flatMap((kept) => observationsIn(kept, matcher, { splits: splits + 1 }));
}

/** A judgement or a vague number may still be rewritten as an observation. */
function isNoObservation({ category }: LexiconEntry): boolean {
  return category !== 'evaluation' && category !== 'vague-quantity' && category !== 'overstated-scope';
}

function keptAt(part: SentencePart, form: 'explanation' | 'result' | 'adverb' | undefined): readonly string[] {
  switch (form) {
    case 'explanation':
      return splitAtExplanation(part);
    case 'result':
      return splitAtResult(part);
    case 'adverb':
      return splitAtAdverb(part);
    default:
      return splitAtParticiple(part);
  }
}
