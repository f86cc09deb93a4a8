import type { DocumentKindId } from '../../model/incident';
import type { PackLanguage } from '../languages';
import { createMatcher, type Matcher } from '../matcher';
import { blameChoices } from './blame-choices';
import { blameConduct } from './blame-conduct';
import { blameLate } from './blame-late';
import { blameOmissions } from './blame-omissions';
import { blameStates } from './blame-states';
import { categoriesOf } from './categories';
import { causalClauses } from './causal-clauses';
import { causalConnectives } from './causal-connectives';
import { causalHarm } from './causal-harm';
import { causalNouns } from './causal-nouns';
import { causalVerbs } from './causal-verbs';
import { counterfactual } from './counterfactual';
import { german } from './de/index';
import { emptyRemedies } from './empty-remedy';
import { emptyResolves } from './empty-resolve';
import { evaluation } from './evaluation';
import { evaluationConduct } from './evaluation-conduct';
import { evaluationIdioms } from './evaluation-idioms';
import { evaluationQuality } from './evaluation-quality';
import { guards } from './guards';
import { hindsight } from './hindsight';
import { humanError } from './human-error';
import type { LanguagePack } from './language-pack';
import type { CueCategory, LexiconEntry, LexiconRow } from './lexicon-entry';
import { negativeDescriptors } from './negative-descriptor';
import { negativeWork } from './negative-work';
import { overstatedScope } from './overstated-scope';
import { remediation } from './remediation';
import { singleCauses } from './single-cause';
import { speculation } from './speculation';
import { vagueQuantity } from './vague-quantity';
import { wordClasses } from './word-classes';

const tables: Readonly<Record<CueCategory, readonly LexiconRow[]>> = {
  'causal-language': [...causalConnectives, ...causalVerbs, ...causalClauses, ...causalNouns, ...causalHarm],
  speculation,
  evaluation: [...evaluation, ...evaluationQuality, ...evaluationConduct, ...evaluationIdioms],
  counterfactual,
  hindsight,
  remediation,
  'vague-quantity': vagueQuantity,
  'overstated-scope': overstatedScope,
  blame: [...blameOmissions, ...blameStates, ...blameConduct, ...blameLate, ...blameChoices],
  'human-error': humanError,
  'negative-descriptor': [...negativeDescriptors, ...negativeWork],
  'empty-remedy': [...emptyRemedies, ...emptyResolves],
  'single-cause': singleCauses,
};

/** Every row of every category of English. */
export const lexicon: readonly LexiconEntry[] = Object.entries(tables).flatMap(([category, rows]) =>
  rows.map((row) => ({ ...row, category: category as CueCategory })),
);

/** By language; all of a language is here. */
export const packs: Readonly<Record<PackLanguage, LanguagePack>> = {
  en: { entries: lexicon, guards, classes: wordClasses },
  de: german,
};

/** The matcher of a kind of document, with a team's phrases beside the lexicon. */
export function createLexiconMatcher(
  kind: DocumentKindId,
  phrases: readonly LexiconEntry[] = [],
  language: PackLanguage = 'en',
): Matcher {
  const categories = categoriesOf[kind];
  const { entries: rows, guards, classes } = packs[language];
  const entries = categories.flatMap((category) => rows.filter((entry) => entry.category === category));
  return createMatcher(
    [...entries, ...phrases.filter(({ category }) => category === 'allowed' || categories.includes(category))],
    { guards, classes, categories },
  );
}
