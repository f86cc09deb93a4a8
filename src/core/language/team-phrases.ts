import type { LintConventions } from '../model/conventions';
import { guards } from './lexicon/guards';
import { lexicon, matcher } from './lexicon/index';
import type { CueCategory, LexiconEntry } from './lexicon/lexicon-entry';
import { wordClasses } from './lexicon/word-classes';
import { createMatcher, type Matcher } from './matcher';

/** The rule in whose name the conventions list phrases of a category. */
const ruleOf: Readonly<Record<CueCategory, string>> = { causal: 'causal-language' };

/** A team's lexicon is a page, not a book; more than this is left out. */
const mostPhrases = 200;
const mostWords = 12;

const matchers = new WeakMap<LintConventions, Matcher>();

/** The matcher with the team's own and allowed phrases; compiled once for each reading of the conventions. */
export function matcherFor(lint: LintConventions): Matcher {
  const known = matchers.get(lint);
  if (known !== undefined) return known;
  const own = Object.entries(ruleOf).flatMap(([category, rule]) =>
    entriesOf(lint.phrases[rule] ?? [], category as CueCategory),
  );
  const allowed = entriesOf(lint.allow, 'allowed');
  const isPlain = own.length === 0 && allowed.length === 0;
  const result = isPlain ? matcher : createMatcher([...lexicon, ...own, ...allowed], guards, wordClasses);
  matchers.set(lint, result);
  return result;
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
