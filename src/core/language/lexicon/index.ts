import { createMatcher, type Matcher } from '../matcher';
import { causalConnectives } from './causal-connectives';
import { causalNouns } from './causal-nouns';
import { causalVerbs } from './causal-verbs';
import { guards } from './guards';
import type { CueCategory, LexiconEntry, LexiconRow } from './lexicon-entry';
import { wordClasses } from './word-classes';

const tables: Readonly<Record<CueCategory, readonly LexiconRow[]>> = {
  causal: [...causalConnectives, ...causalVerbs, ...causalNouns],
};

/** Every row of every category. */
export const lexicon: readonly LexiconEntry[] = Object.entries(tables).flatMap(([category, rows]) =>
  rows.map((row) => ({ ...row, category: category as CueCategory })),
);

export const matcher: Matcher = createMatcher(lexicon, guards, wordClasses);
