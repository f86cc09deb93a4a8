import assert from 'node:assert/strict';
import { isLayoutOnly } from '../../../src/core/suspects/layout-only';

describe('a change of layout', () => {
  const check = (removed: readonly string[], added: readonly string[]) =>
    isLayoutOnly({ path: 'a.js', oldPath: 'a.js', hunks: [{ oldStart: 1, newStart: 1, removed, added }] });

  it('is one that wraps, joins or indents lines', () => {
    assert.ok(check(['call(first, second);'], ['call(', '  first,', '  second,', ');']));
    assert.ok(check(["const a = 'x';"], ['  const a = "x";']));
  });

  it('is one that only moves lines', () => {
    const hunks = [
      { oldStart: 1, newStart: 1, removed: ['one();', 'two();'], added: [] },
      { oldStart: 9, newStart: 9, removed: [], added: ['one();', 'two();'] },
    ];
    assert.ok(isLayoutOnly({ path: 'a.js', oldPath: 'a.js', hunks }));
  });

  it('is none where a word differs or a file is new', () => {
    assert.ok(!check(['call(first);'], ['call(second);']));
    assert.ok(!isLayoutOnly({ path: 'a.js', hunks: [{ oldStart: 0, newStart: 0, removed: [], added: ['one();'] }] }));
  });
});
