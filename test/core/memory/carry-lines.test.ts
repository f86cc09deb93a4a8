import assert from 'node:assert/strict';
import fc from 'fast-check';
import { carryLines } from '../../../src/core/memory/carry-lines';

describe('carried lines', () => {
  const check = (before: string, after: string, expected: readonly number[]) =>
    assert.deepEqual([...carryLines(before.split(''), after.split(''))], expected);

  it('stay where nothing changed', () => check('abc', 'abc', [0, 1, 2]));
  it('move with what is put before them', () => check('abc', 'xyabc', [2, 3, 4]));
  it('are gone where they were deleted or changed', () => check('abcd', 'axd', [0, -1, -1, 2]));
  it('are found between changes by the lines that occur once', () => check('p}q}r', 'x}q}y', [-1, 1, 2, 3, -1]));
  it('keep their order where blocks changed places', () => {
    const carried = [...carryLines('abcdef'.split(''), 'defabc'.split(''))].filter((line) => line >= 0);
    assert.equal(carried.length, 3);
    assert.deepEqual(
      carried,
      carried.toSorted((one, other) => one - other),
    );
  });

  it('are the same lines when they are only indented anew', () => {
    assert.deepEqual([...carryLines(['if (a) b();', 'c();'], ['  if (a) b();', '  c();'])], [0, 1]);
  });

  it('always name equal lines, each at most once and in order', () => {
    const lines = fc.array(fc.constantFrom('a', 'b', 'c', 'd', '}', ''), { maxLength: 60 });
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        let last = -1;
        carryLines(before, after).forEach((to, from) => {
          if (to < 0) return;
          assert.equal(after[to], before[from]);
          assert.ok(to > last);
          last = to;
        });
      }),
    );
  });

  it('lose no line that stands between two untouched ones', () => {
    const text = Array.from({ length: 20_000 }, (_, at) => (at % 3 === 0 ? '}' : `line ${at}`));
    const after = [...text.slice(0, 5000), 'new', ...text.slice(5000, 15_000), ...text.slice(15_010)];
    const carried = carryLines(text, after);
    assert.equal(carried.filter((line) => line < 0).length, 10);
    assert.equal(carried[19_999], 19_990);
  });

  it('end soon on texts made to be hard', () => {
    const before = Array.from({ length: 20_000 }, (_, at) => `${at % 97}`);
    const after = Array.from({ length: 20_000 }, (_, at) => `${(at * 31) % 89}`);
    assert.equal(carryLines(before, after).length, 20_000);
  });
});
