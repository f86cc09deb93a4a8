import type { Span } from '../model/text';
import type { Prose } from './prose';

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
 * Where a split would not be grammatical the whole sentence moves.
 */
export function splitExplanation(prose: Prose, cue: Span): SplitSentence | undefined {
  const sentence = prose.sentences.find(({ start, end }) => start <= cue.start && cue.start < end);
  if (sentence === undefined) return undefined;
  return { sentence, keep: [], moved: prose.block.text.slice(sentence.start, sentence.end) };
}
