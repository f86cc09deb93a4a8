import assert from 'node:assert/strict';
import { type Prose, proseOf } from '../../../src/core/language/prose';
import { readTeamPhrase } from '../../../src/core/language/team-phrase';
import { matcherFor } from '../../../src/core/language/team-phrases';
import { defaultConventions, type LintConventions } from '../../../src/core/model/conventions';

function proseOfText(text: string): Prose {
  const prose = proseOf({ kind: 'paragraph', text, lineCount: 1, contentStart: 0, contentEnd: text.length });
  assert.ok(prose !== undefined);
  return prose;
}

function check(text: string, lint: Partial<LintConventions>, expected: readonly string[]): void {
  const cues = matcherFor({ ...defaultConventions.lint, ...lint }, 'incident-report').cuesIn(proseOfText(text));
  assert.deepEqual(
    cues.map(({ span }) => text.slice(span.start, span.end)),
    expected,
  );
}

describe('Phrases of a team', () => {
  it('are reported beside the lexicon, in every form of a verb and over a gap', () => {
    const phrases = { 'causal-language': ['as a knock-on', 'trip* … breaker'] };
    check('The proxy failed as a knock-on, due to load.', { phrases }, ['as a knock-on', 'due to']);
    check('The load tripped the breaker.', { phrases }, ['tripped the breaker']);
  });

  it('take a cue back where they are allowed', () => {
    const allow = ['due to customer request'];
    check('Closed due to customer request.', { allow }, []);
    check('Closed due to load, opened due to customer request, closed due to cost.', { allow }, ['due to', 'due to']);
  });

  it('of a rule that is silent in reports change nothing', () => {
    check('As a knock-on, reads failed.', { phrases: { blame: ['as a knock-on'], placeholder: ['reads'] } }, []);
  });

  it('read contractions and hyphens as the text has them', () => {
    check('The pool didn’t hold.', { phrases: { 'causal-language': ["didn't hold"] } }, ['didn’t hold']);
  });

  it('that hold no word or other signs are left out', () => {
    for (const text of ['', '…', '*', '(a', '<be>', 'a || b', '!a', 'x '.repeat(13)]) {
      assert.equal(readTeamPhrase(text), undefined, text);
    }
  });
});
