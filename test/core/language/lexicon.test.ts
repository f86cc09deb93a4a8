import assert from 'node:assert/strict';
import { categoriesOf } from '../../../src/core/language/lexicon/categories';
import { createLexiconMatcher, lexicon } from '../../../src/core/language/lexicon/index';
import type { LexiconEntry } from '../../../src/core/language/lexicon/lexicon-entry';
import { type Prose, proseOf } from '../../../src/core/language/prose';

function proseOfSentence(text: string): Prose {
  const prose = proseOf({ kind: 'paragraph', text, lineCount: 1, contentStart: 0, contentEnd: text.length });
  assert.ok(prose !== undefined);
  return prose;
}

const matchers = (['incident-report', 'postmortem'] as const).map((kind) => ({
  kind,
  matcher: createLexiconMatcher(kind),
}));

/** Checks the row's own category in every kind of document that looks for it. */
function check(text: string, category: LexiconEntry['category'], expected: readonly (string | undefined)[]): void {
  for (const { kind, matcher } of matchers) {
    if (!categoriesOf[kind].some((one) => one === category)) continue;
    const cues = matcher.cuesIn(proseOfSentence(text)).filter(({ entry }) => entry.category === category);
    assert.deepEqual(
      cues.map(({ span }) => text.slice(span.start, span.end)),
      expected,
      kind,
    );
  }
}

describe('The lexicon', () => {
  for (const { category, cues, flags, passes } of lexicon) {
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
