import type { LintConventions } from '../model/conventions';
import type { DocumentKindId } from '../model/incident';
import type { PackLanguage } from './languages';
import { categoriesOf } from './lexicon/categories';
import { createLexiconMatcher } from './lexicon/index';
import type { LexiconEntry } from './lexicon/lexicon-entry';
import type { Matcher } from './matcher';
import { mostPhrases, readTeamPhrase } from './team-phrase';

type MatcherByUse = Partial<Record<`${PackLanguage} ${DocumentKindId}`, Matcher>>;

const plain: MatcherByUse = {};
const matchers = new WeakMap<LintConventions, MatcherByUse>();

/**
 * The matcher of a language with the team's own and allowed phrases; compiled once for each language, kind and reading
 * of the conventions.
 */
export function matcherFor(lint: LintConventions, kind: DocumentKindId, language: PackLanguage = 'en'): Matcher {
  const known = matchers.get(lint) ?? {};
  matchers.set(lint, known);
  const use = `${language} ${kind}` as const;
  known[use] ??= compileFor(lint, kind, language);
  return known[use];
}

function compileFor(lint: LintConventions, kind: DocumentKindId, language: PackLanguage): Matcher {
  const own = categoriesOf[kind].flatMap((category) => entriesOf(lint.phrases[category] ?? [], category));
  const phrases = [...own, ...entriesOf(lint.allow, 'allowed')];
  if (phrases.length > 0) return createLexiconMatcher(kind, phrases, language);
  const use = `${language} ${kind}` as const;
  plain[use] ??= createLexiconMatcher(kind, [], language);
  return plain[use];
}

function entriesOf(phrases: readonly string[], category: LexiconEntry['category']): readonly LexiconEntry[] {
  return phrases.slice(0, mostPhrases).flatMap((phrase) => {
    const cue = readTeamPhrase(phrase);
    return cue === undefined ? [] : [{ category, cues: [cue], flags: [], passes: [] }];
  });
}
