import type { Cue } from './cue';
import { frequentWords } from './lexicon/frequent-words';
import type { Guard } from './lexicon/guard';
import type { CueCategory, LexiconEntry } from './lexicon/lexicon-entry';
import { mainCues } from './main-cues';
import { joinerCode } from './marks';
import { matchLeft, matchRight } from './match-steps';
import { compilePhrase, type Step, type WordClasses } from './phrase';
import type { Prose } from './prose';
import { createTokens, type Tokens, tokenFlag, tokenise } from './tokens';
import { createVocabulary, type Vocabulary } from './vocabulary';
import { anywhere, createWakeScan } from './wake-scan';
import type { WordSet } from './word-set';

export interface Matcher {
  /**
   * In order, without overlap: of cues of one category that overlap the one that begins first counts, of those the
   * longest; then the longest of several categories. See also `mainCues`.
   */
  cuesIn(prose: Prose): readonly Cue[];
}

export interface MatcherOptions {
  readonly guards: Readonly<Record<string, Guard>>;
  readonly classes: WordClasses;
  /** The more specific first. */
  readonly categories: readonly CueCategory[];
}

interface CompiledGuard {
  readonly before: readonly (readonly Step[])[];
  readonly after: readonly (readonly Step[])[];
}

interface Pattern {
  readonly entry: LexiconEntry;
  readonly guards: readonly CompiledGuard[];
  readonly anchor: WordSet;
  /** What stands before the anchor, from right to left. */
  readonly left: readonly Step[];
  readonly right: readonly Step[];
}

/** Compiles the lexicon; every phrase is woken by its rarest word alone, so that most words cost a table look-up. */
export function createMatcher(
  entries: readonly LexiconEntry[],
  { guards, classes, categories }: MatcherOptions,
): Matcher {
  const vocabulary = createVocabulary();
  const compiled = new Map<string, CompiledGuard>();
  for (const [name, guard] of Object.entries(guards)) compiled.set(name, compileGuard(guard, vocabulary, classes));
  const rankOf = rankedBy(
    new Map(frequentWords.map((word, index) => [vocabulary.intern(word), frequentWords.length - index])),
  );
  const woken = new Map<number, Pattern[]>();
  const patterns: Pattern[] = [];
  for (const entry of entries) {
    const guardsOf = (entry.guards ?? []).map((name) => guardNamed(name, compiled));
    if (entry.unless !== undefined) guardsOf.push(compileGuard(entry.unless, vocabulary, classes));
    for (const cue of entry.cues) {
      const steps = compilePhrase(cue, vocabulary, classes);
      const pattern = { entry, guards: guardsOf, ...anchored(steps, rankOf, cue) };
      patterns.push(pattern);
      for (const id of pattern.anchor.ids) wake(woken, id, pattern);
    }
  }
  const patternsOf: (readonly Pattern[] | undefined)[] = [];
  for (const [id, patterns] of woken) patternsOf[id] = patterns;
  const wakes = createWakeScan(patterns, vocabulary);
  let tokens = createTokens(1024);

  return {
    cuesIn(prose) {
      const count = wakes.find(prose);
      if (count === 0) return noCues;
      let next = 0;
      const found: Cue[] = [];
      for (const sentence of prose.sentences) {
        while (next < count && (wakes.places[next] ?? 0) < sentence.start) next++;
        if (count !== anywhere && (next === count || (wakes.places[next] ?? 0) >= sentence.end)) continue;
        if (isQuestion(prose.text, sentence.end)) continue;
        const length = sentence.end - sentence.start;
        if (length > tokens.starts.length) tokens = createTokens(length * 2);
        tokenise(prose.text, sentence, vocabulary, tokens);
        if (!tokens.hasKnown) continue;
        const cues: Cue[] = [];
        collect(tokens, patternsOf, cues);
        if (cues.length > 0) found.push(...mainCues(withoutAllowed(cues), categories));
      }
      return found;
    },
  };
}

const noCues: readonly Cue[] = [];

/** A question asserts nothing; emphasis may close behind its sign. */
function isQuestion(text: string, end: number): boolean {
  let at = end - 1;
  while (text.charCodeAt(at) === joinerCode) at--;
  return text.charCodeAt(at) === 63;
}

function compileGuard(guard: Guard, vocabulary: Vocabulary, classes: WordClasses): CompiledGuard {
  const compile = (phrase: string): readonly Step[] => compilePhrase(phrase, vocabulary, classes);
  return {
    before: (guard.before ?? []).map((phrase) => compile(phrase).toReversed()),
    after: (guard.after ?? []).map(compile),
  };
}

function wake(woken: Map<number, Pattern[]>, id: number, pattern: Pattern): void {
  const patterns = woken.get(id);
  if (patterns === undefined) woken.set(id, [pattern]);
  else patterns.push(pattern);
}

/** The rank of a set's most frequent word, worked out once a set: the large ones stand in many phrases. */
function rankedBy(ranks: ReadonlyMap<number, number>): (words: WordSet) => number {
  const known = new Map<WordSet, number>();
  return (words) => {
    let highest = known.get(words);
    if (highest !== undefined) return highest;
    highest = 0;
    for (const id of words.ids) highest = Math.max(highest, ranks.get(id) ?? 0);
    known.set(words, highest);
    return highest;
  };
}

/** Parts a phrase at its rarest word. */
function anchored(
  steps: readonly Step[],
  rankOf: (words: WordSet) => number,
  cue: string,
): Pick<Pattern, 'anchor' | 'left' | 'right'> {
  let best = -1;
  let lowest = Number.POSITIVE_INFINITY;
  for (const [index, step] of steps.entries()) {
    if (step.kind !== 'word' || step.isOptional || step.isContext || step.accepts.flags !== 0) continue;
    const rank = rankOf(step.accepts);
    if (rank < lowest) {
      lowest = rank;
      best = index;
    }
  }
  const anchor = steps[best];
  if (anchor?.kind !== 'word') throw new Error(`No word to find the phrase by: ${cue}`);
  return { anchor: anchor.accepts, left: steps.slice(0, best).toReversed(), right: steps.slice(best + 1) };
}

function guardNamed(name: string, guards: ReadonlyMap<string, CompiledGuard>): CompiledGuard {
  const guard = guards.get(name);
  if (guard === undefined) throw new Error(`There is no guard "${name}"`);
  return guard;
}

function collect(tokens: Tokens, patternsOf: readonly (readonly Pattern[] | undefined)[], found: Cue[]): void {
  for (let index = 0; index < tokens.count; index++) {
    const patterns = patternsOf[tokens.words[index] ?? 0];
    if (patterns === undefined) continue;
    for (const pattern of patterns) {
      const first = matchLeft(tokens, pattern.left, index);
      if (first === -1) continue;
      const last = matchRight(tokens, pattern.right, index + 1);
      if (last === -1 || isHyphenated(tokens, first, last) || isGuarded(tokens, pattern.guards, first, last)) continue;
      const span = { start: tokens.starts[first] ?? 0, end: tokens.ends[last] ?? 0 };
      found.push({ span, entry: pattern.entry });
    }
  }
}

/** Part of a longer compound: `crash-causing`, `due-to-expire`. */
function isHyphenated(tokens: Tokens, first: number, last: number): boolean {
  const afterLast = last + 1 < tokens.count ? (tokens.flags[last + 1] ?? 0) : 0;
  return (((tokens.flags[first] ?? 0) | afterLast) & tokenFlag.afterHyphen) !== 0;
}

function isGuarded(tokens: Tokens, guards: readonly CompiledGuard[], first: number, last: number): boolean {
  return guards.some(
    ({ before, after }) =>
      before.some((steps) => matchLeft(tokens, steps, first) !== -1) ||
      after.some((steps) => matchRight(tokens, steps, last + 1) !== -1),
  );
}

function withoutAllowed(cues: readonly Cue[]): readonly Cue[] {
  const allowed = cues.filter(({ entry }) => entry.category === 'allowed');
  if (allowed.length === 0) return cues;
  let next = 0;
  const sorted = allowed.toSorted((a, b) => a.span.start - b.span.start);
  return cues
    .toSorted((a, b) => a.span.start - b.span.start)
    .filter(({ span }) => {
      while ((sorted[next]?.span.end ?? Number.POSITIVE_INFINITY) <= span.start) next++;
      return (sorted[next]?.span.start ?? Number.POSITIVE_INFINITY) >= span.end;
    });
}
