import assert from 'node:assert/strict';
import { withoutTrailingComments } from '../../../src/core/markdown/trailing-comments';

function check(text: string, expected: string): void {
  const { start, end } = withoutTrailingComments(`x${text}`, { start: 1, end: text.length + 1 });
  assert.equal(`x${text}`.slice(start, end), expected);
}

describe('comments at the end of a heading or cell', () => {
  it('are no part of what it says', () => {
    check('E1406 <!-- why -->', 'E1406');
    check('E1406 <!-- one --> <!-- two -->', 'E1406');
    check('<!-- why -->', '');
  });

  it('are left where more follows, or where they are none', () => {
    check('E1406', 'E1406');
    check('a <!-- b --> c', 'a <!-- b --> c');
    check('a -->', 'a -->');
    check('<!-->', '');
  });

  it('take time in proportion to the text', () => {
    check('a -->'.repeat(200_000), 'a -->'.repeat(200_000));
    check(`a${'<!-- b -->'.repeat(100_000)}`, 'a');
  });
});
