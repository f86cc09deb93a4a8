import assert from 'node:assert/strict';
import { linesToBlame, rangesOf } from '../../../src/core/suspects/lines-to-blame';

const text = [
  'function pay(order) {',
  '  const owner = find(order);',
  '  // noted',
  '',
  '  note(owner.name);',
  '  ship();',
  '}',
  '',
].join('\n');

describe('the lines that a fix speaks of', () => {
  const linesOf = (oldStart: number, removed: readonly string[], added: readonly string[]) =>
    linesToBlame({ path: 'a.js', oldPath: 'a.js', hunks: [{ oldStart, newStart: oldStart, removed, added }] }, text);

  it('are those that it removed, above all', () => {
    const lines = linesOf(5, ['  note(owner.name);'], ['  note(owner?.name);']);
    const [first] = [...lines].sort((a, b) => b.weight - a.weight);
    assert.deepEqual([first?.line, first?.isRemoved], [5, true]);
    const others = lines.filter(({ isRemoved }) => !isRemoved).reduce((sum, { weight }) => sum + weight, 0);
    assert.ok(others < (first?.weight ?? 0) / 2);
  });

  it('are those around an addition, first the ones that use its names', () => {
    const lines = linesOf(3, [], ['  if (owner === undefined) return;']);
    const weights = new Map(lines.map(({ line, weight }) => [line, weight]));
    assert.ok((weights.get(2) ?? 0) > (weights.get(6) ?? 0));
    assert.ok((weights.get(5) ?? 0) > (weights.get(6) ?? 0));
    assert.equal(weights.has(4), false);
  });

  it('do not go beyond the function that the addition stands in', () => {
    const two = `${text}${text}`;
    const lines = linesToBlame(
      {
        path: 'a.js',
        oldPath: 'a.js',
        hunks: [{ oldStart: 9, newStart: 10, removed: [], added: ['  check(order);'] }],
      },
      two,
    );
    assert.ok(lines.every(({ line }) => line >= 8));
  });

  it('stand elsewhere in the file too where they use a name of the addition that is rare in it', () => {
    const before = `function start(dev) {\n  open(dev);\n}\n\nfunction send(dev) {\n  push(dev.watch);\n  note(dev);\n}\n`;
    const hunks = [{ oldStart: 2, newStart: 3, removed: [], added: ['  setUp(dev.watch);'] }];
    const lines = linesToBlame({ path: 'a.js', oldPath: 'a.js', hunks }, before).map(({ line }) => line);
    assert.ok(lines.includes(6));
    assert.ok(!lines.includes(7));
  });

  it('are none where the text is not known and nothing was removed', () => {
    const change = {
      path: 'a.js',
      oldPath: 'a.js',
      hunks: [{ oldStart: 3, newStart: 4, removed: [], added: ['x();'] }],
    };
    assert.deepEqual(linesToBlame(change, undefined), []);
  });

  it('make ranges that cover neighbours at once', () => {
    const lines = [3, 4, 9, 5, 3].map((line) => ({ line, weight: 1, isRemoved: true }));
    assert.deepEqual(rangesOf(lines), [
      { first: 3, last: 5 },
      { first: 9, last: 9 },
    ]);
  });
});
