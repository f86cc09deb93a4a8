import type { Guard } from './guard';
import type { GuardName } from './guards';

/** What a cue gives away, by the id of the rule that reports it. */
export type CueCategory =
  | 'causal-language'
  | 'speculation'
  | 'evaluation'
  | 'counterfactual'
  | 'hindsight'
  | 'remediation'
  | 'vague-quantity'
  | 'overstated-scope'
  | 'blame'
  | 'human-error'
  | 'negative-descriptor'
  | 'empty-remedy'
  | 'single-cause';

/** Phrases that belong together, with sentences that show what they catch and what they leave alone. */
export interface LexiconRow {
  /** In the language that `compilePhrase` explains. */
  readonly cues: readonly string[];
  /** Right less often than the category's other cues; reported one step lower. */
  readonly isWeak?: true;
  /** Says what the whole sentence is about, whatever stands before it; see `mainCues`. */
  readonly governs?: true;
  /** Where one of these matches beside the cue, the cue does not count. */
  readonly guards?: readonly GuardName[];
  /** A guard of this row alone. */
  readonly unless?: Guard;
  /** How a sentence is parted at the cue; without it the whole sentence moves. */
  readonly splits?: SplitForm;
  /** The expected span stands in braces. */
  readonly flags: readonly string[];
  /** Sentences that look alike and say nothing of the category. */
  readonly passes: readonly string[];
}

export interface LexiconEntry extends LexiconRow {
  /** `allowed` takes back every cue that it overlaps. */
  readonly category: CueCategory | 'allowed';
}

/**
 * `explanation`: it opens the explanation (`A because B`, `Because B, A`). `result`: a clause with the result follows
 * (`B, so A`). `adverb`: the sentence stands without it (`A therefore B`).
 */
export type SplitForm = 'explanation' | 'result' | 'adverb';
