import assert from 'node:assert/strict';
import { lexicon, matcher } from '../../../src/core/language/lexicon/index';
import { type Prose, proseOf } from '../../../src/core/language/prose';

function proseOfSentence(text: string): Prose {
  const prose = proseOf({ kind: 'paragraph', text, lineCount: 1, contentStart: 0, contentEnd: text.length });
  assert.ok(prose !== undefined);
  return prose;
}

function cuesIn(text: string): readonly string[] {
  return matcher.cuesIn(proseOfSentence(text)).map(({ span }) => text.slice(span.start, span.end));
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
          assert.deepEqual(cuesIn(marked.replace('{', '').replace('}', '')), [expected]);
        });
      }

      for (const text of passes) {
        it(`passes: ${text}`, () => assert.deepEqual(cuesIn(text), []));
      }
    });
  }
});
