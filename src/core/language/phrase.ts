import { inflect } from './inflect';
import { tokenFlag } from './tokens';
import type { Vocabulary } from './vocabulary';
import { WordSet } from './word-set';

/**
 * One step of a compiled phrase. `not`, `comma`, `opening`, `colon`, `ending` and `going on` take up no word.
 * `isContext` steps must be there but are no part of the reported span.
 */
export type Step =
  | { readonly kind: 'word'; readonly accepts: WordSet; readonly isOptional: boolean; readonly isContext: boolean }
  | { readonly kind: 'gap'; readonly most: number; readonly crossesClauses: boolean }
  | { readonly kind: 'not'; readonly accepts: WordSet }
  | { readonly kind: 'comma' | 'opening' | 'colon' | 'ending' | 'going on' };

/** Word classes by name, each a list of words as in a phrase. */
export type WordClasses = Readonly<Record<string, string>>;

const classFlags: Readonly<Record<string, number>> = {
  num: tokenFlag.isNumber,
  mask: tokenFlag.isMask,
  ed: tokenFlag.endsInEd,
  ing: tokenFlag.endsInIng,
  capital: tokenFlag.isCapital,
  titled: tokenFlag.isTitled,
};

/**
 * Compiles a phrase: words parted by spaces; `lead*` any form of the verb; `a|b` one of them; `by?` perhaps;
 * `<be>` a word class; `…` up to six words of the clause, `……` up to forty of the sentence; `!far|that` none of these;
 * `[the]` must be there but is not reported; `,` a comma; `^` where the sentence or a part after a colon opens;
 * `:` a colon; `$` where the clause ends, `!$` where it goes on.
 */
export function compilePhrase(phrase: string, vocabulary: Vocabulary, classes: WordClasses): readonly Step[] {
  const known = knownSteps.get(vocabulary) ?? new Map<string, Step>();
  knownSteps.set(vocabulary, known);
  return phrase.split(' ').map((part) => {
    const step = known.get(part) ?? compilePart(part, vocabulary, classes);
    known.set(part, step);
    return step;
  });
}

/** The same parts stand in many phrases. */
const knownSteps = new WeakMap<Vocabulary, Map<string, Step>>();

function compilePart(part: string, vocabulary: Vocabulary, classes: WordClasses): Step {
  switch (part) {
    case ',':
      return { kind: 'comma' };
    case '^':
      return { kind: 'opening' };
    case '$':
      return { kind: 'ending' };
    case '!$':
      return { kind: 'going on' };
    case ':':
      return { kind: 'colon' };
    case '…':
      return { kind: 'gap', most: 6, crossesClauses: false };
    case '……':
      return { kind: 'gap', most: 40, crossesClauses: true };
  }
  if (part.startsWith('!')) return { kind: 'not', accepts: wordSet(part.slice(1), vocabulary, classes) };
  const isContext = part.startsWith('[') && part.endsWith(']');
  const inner = isContext ? part.slice(1, -1) : part;
  const isOptional = inner.endsWith('?');
  const accepts = wordSet(isOptional ? inner.slice(0, -1) : inner, vocabulary, classes);
  return { kind: 'word', accepts, isOptional, isContext };
}

/** The same classes and lists stand in many phrases. */
const wordSets = new WeakMap<Vocabulary, Map<string, WordSet>>();

function wordSet(alternatives: string, vocabulary: Vocabulary, classes: WordClasses): WordSet {
  const sets = wordSets.get(vocabulary) ?? new Map<string, WordSet>();
  wordSets.set(vocabulary, sets);
  const known = sets.get(alternatives);
  if (known !== undefined) return known;
  const result = readWordSet(alternatives, vocabulary, classes);
  sets.set(alternatives, result);
  return result;
}

function readWordSet(alternatives: string, vocabulary: Vocabulary, classes: WordClasses): WordSet {
  const set = new WordSet();
  for (const alternative of alternatives.split('|')) {
    const name = alternative.startsWith('<') ? alternative.slice(1, -1) : undefined;
    if (name === undefined) {
      const forms = alternative.endsWith('*') ? inflect(alternative.slice(0, -1)) : [alternative];
      for (const form of forms) set.add(vocabulary.intern(form));
      continue;
    }
    const words = classes[name];
    const flag = classFlags[name];
    if (words === undefined && flag === undefined) throw new Error(`There is no word class <${name}>`);
    set.flags |= flag ?? 0;
    if (words !== undefined) set.addAll(wordSet(words, vocabulary, classes));
  }
  return set;
}
