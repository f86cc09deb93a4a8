import assert from 'node:assert/strict';
import { firstChange, linesOf, lineThen } from '../../../src/core/operations/line-then';

/** Each line of `now` with the line of `then` that it was. */
function check(then: string, now: string, expected: readonly (number | undefined)[]): void {
  const lines = linesOf(now);
  assert.deepEqual(
    lines.map((_, line) => lineThen(lines, linesOf(then), line)),
    expected,
  );
}

describe('a line of today', () => {
  it('is counted from the top above a change and from the bottom below it', () => {
    check('a\nb\nc', 'a\nnew\nnew\nb\nc', [0, undefined, undefined, 1, 2]);
    check('a\nb\nc\nd', 'a\nd', [0, 3]);
    check('a\nb', 'a\nb', [0, 1]);
    check('a\r\nb\rc', 'a\nb\nc', [0, 1, 2]);
  });

  it('is known again within a change where it stands once in both texts', () => {
    check('a\nx\nb\ny\nc', 'a\nX\nb\nY\nc', [0, undefined, 2, undefined, 4]);
    check('a\nx\n}\ny\n}\nz\nc', 'a\nX\n}\nY\n}\nZ\nc', [0, ...Array(5).fill(undefined), 6]);
  });

  it('was not there in an empty text', () => {
    check('', 'a\nb', [undefined, undefined]);
  });

  it('differs from the former text first where it says so', () => {
    assert.equal(firstChange(['a', 'B'], ['a', 'b']), 1);
    assert.equal(firstChange(['a', 'b', 'c'], ['a', 'b']), 2);
    assert.equal(firstChange(['a'], ['a', 'b']), 0);
  });
});
