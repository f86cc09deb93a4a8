import type { LintConventions } from '../model/conventions';
import type { DocumentKindId } from '../model/incident';
import type { PackLanguage } from './languages';
import { categoriesOf } from './lexicon/categories';
import { createLexiconMatcher } from './lexicon/index';
import type { LexiconEntry } from './lexicon/lexicon-entry';
import type { Matcher } from './matcher';

/** A team's lexicon is a page, not a book; more than this is left out. */
const mostPhrases = 200;
const mostWords = 12;

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

/**
 * A phrase as teams write it: words, `lead*` for every form of a verb, `a|b` for one of them, `…` for up to six words.
 * Nothing where it holds other signs or no word.
 */
export function readTeamPhrase(text: string): string | undefined {
  const parts = text
    .toLowerCase()
    .replaceAll('’', "'")
    .replaceAll('...', '…')
    .replace(/n't\b/g, ' not')
    .replace(/'(s)\b/g, " '$1")
    .replaceAll("'ve", ' have')
    .replaceAll("'re", ' are')
    .replaceAll("'ll", ' will')
    .split(/[\s-]+/)
    .filter((part) => part !== '');
  if (parts.length > mostWords || !parts.some(isWord)) return undefined;
  return parts.every((part) => part === '…' || isWord(part)) ? parts.join(' ') : undefined;
}

function isWord(part: string): boolean {
  return /^'?[\p{L}\p{N}]+\*?(?:\|'?[\p{L}\p{N}]+\*?)*$/u.test(part);
}
