import type { WordClasses } from '../phrase';
import type { Guard } from './guard';
import type { LexiconEntry } from './lexicon-entry';

/** All that the language rules know of a language. */
export interface LanguagePack {
  /** Every row of every category that the language has. */
  readonly entries: readonly LexiconEntry[];
  /** By the name that rows give. */
  readonly guards: Readonly<Record<string, Guard>>;
  readonly classes: WordClasses;
}
