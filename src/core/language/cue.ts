import type { Span } from '../model/text';
import type { LexiconEntry } from './lexicon/lexicon-entry';

/** Words of a block that an entry of the lexicon names. */
export interface Cue {
  /** Offsets into the block's text. */
  readonly span: Span;
  readonly entry: LexiconEntry;
}
