/** What a cue gives away; each is the matter of one rule. */
export type CueCategory = 'causal';

/** Phrases that belong together, with sentences that show what they catch and what they leave alone. */
export interface LexiconRow {
  /** In the language that `compilePhrase` explains. */
  readonly cues: readonly string[];
  /** Right less often than the category's other cues; reported one step lower. */
  readonly isWeak?: true;
  /** Where one of these matches beside the cue, the cue does not count. */
  readonly guards?: readonly GuardName[];
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

/** Phrases beside a cue that take it back: `before` ends where the cue begins, `after` begins where it ends. */
export interface Guard {
  readonly before?: readonly string[];
  readonly after?: readonly string[];
}

export type GuardName =
  | 'asked'
  | 'avoided'
  | 'looked for'
  | 'told without content'
  | 'norm'
  | 'results of a search'
  | 'result of a run'
  | 'scheduled'
  | 'lead of a team'
  | 'way or time'
  | 'started on purpose'
  | 'instruction'
  | 'other so'
  | 'purpose'
  | 'point in time'
  | 'other as'
  | 'gratitude'
  | 'other adverb'
  | 'helping a project'
  | 'other make'
  | 'possibility'
  | 'permitted'
  | 'response'
  | 'alerted'
  | 'unreal'
  | 'causes as a noun'
  | 'act of a person'
  | 'means as a noun';
