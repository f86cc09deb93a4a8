import assert from 'node:assert/strict';
import { type PackLanguage, packLanguages } from '../../../src/core/language/languages';
import { categoriesOf } from '../../../src/core/language/lexicon/categories';
import { createLexiconMatcher, packs } from '../../../src/core/language/lexicon/index';
import type { LexiconEntry } from '../../../src/core/language/lexicon/lexicon-entry';
import { type Prose, proseOf } from '../../../src/core/language/prose';

function proseOfSentence(text: string): Prose {
  const prose = proseOf({ kind: 'paragraph', text, lineCount: 1, contentStart: 0, contentEnd: text.length });
  assert.ok(prose !== undefined);
  return prose;
}

const kinds = ['incident-report', 'postmortem'] as const;

/** Checks the row's own category in every kind of document that looks for it. */
function checkerOf(language: PackLanguage) {
  const matchers = kinds.map((kind) => ({ kind, matcher: createLexiconMatcher(kind, [], language) }));
  return (text: string, category: LexiconEntry['category'], expected: readonly (string | undefined)[]) => {
    for (const { kind, matcher } of matchers) {
      if (!categoriesOf[kind].some((one) => one === category)) continue;
      const cues = matcher.cuesIn(proseOfSentence(text)).filter(({ entry }) => entry.category === category);
      assert.deepEqual(
        cues.map(({ span }) => text.slice(span.start, span.end)),
        expected,
        kind,
      );
    }
  };
}

for (const language of packLanguages) {
  const check = checkerOf(language);
  describe(`The lexicon of ${language}`, () => {
    for (const { category, cues, flags, passes } of packs[language].entries) {
      describe(`${category}: ${cues[0]}`, () => {
        it('has at least two examples for and two against', () => {
          assert.ok(flags.length >= 2 && passes.length >= 2);
        });

        for (const marked of flags) {
          it(`flags: ${marked}`, () => {
            const expected = /\{(.*?)\}/.exec(marked)?.[1];
            check(marked.replace('{', '').replace('}', ''), category, [expected]);
          });
        }

        for (const text of passes) {
          it(`passes: ${text}`, () => check(text, category, []));
        }
      });
    }
  });
}

describe('The German pack', () => {
  it('leaves alone what other languages write, and quotations, abbreviations and dates of its own', () => {
    const matcher = createLexiconMatcher('incident-report', [], 'de');
    const wordsIn = (text: string) =>
      matcher.cuesIn(proseOfSentence(text)).map(({ span }) => text.slice(span.start, span.end));
    assert.deepEqual(wordsIn('Checkout failed because the pool was empty.'), []);
    assert.deepEqual(wordsIn('Alice: „Das lag vermutlich am Pool.“ Bo: »wegen DNS«.'), []);
    assert.deepEqual(wordsIn('Am 3. November z. B. lief nichts, weil der Pool leer war.'), ['weil']);
  });

  it('takes a date and an abbreviation for no end of a sentence', () => {
    const { sentences } = proseOfSentence(
      'Am 3. November um 14:05 lief z.B. Postgres bzw. Redis nicht. Danach lief alles.',
    );
    assert.equal(sentences.length, 2);
  });
});
