import assert from 'node:assert/strict';
import { createLinesBefore } from '../../../src/core/suspects/line-before';

const code = ['\tslot = dev->head_of_the_ring;', '\tdev->ring[slot] = pkt->address;'];

describe('the place of a line before a commit', () => {
  const move = (to: string, added: readonly string[]) => [
    {
      path: 'a.c',
      oldPath: 'a.c',
      hunks: [{ oldStart: 11, newStart: 11, removed: ['\tkeep();', ...code], added: [] }],
    },
    { path: to, hunks: [{ oldStart: 0, newStart: 1, removed: [], added }] },
  ];

  it('is where the same commit took it away, in another file too', () => {
    const placeBefore = createLinesBefore(move('b.c', ['int b(void)', ...code.map((text) => `\t${text}`)]));
    assert.deepEqual(placeBefore({ path: 'b.c', line: 3 }), { path: 'a.c', line: 13, text: code[1], isMoved: true });
    assert.equal(placeBefore({ path: 'b.c', line: 1 }), undefined);
  });

  it('is not known for a line that was copied and left where it was', () => {
    const [, added] = move('b.c', code);
    assert.ok(added);
    assert.equal(createLinesBefore([added])({ path: 'b.c', line: 1 }), undefined);
  });

  it('is not taken from a few letters that are the same by chance', () => {
    const hunk = { oldStart: 4, newStart: 4, removed: ['\treturn ret;'], added: [] };
    const changes = [
      {
        path: 'a.c',
        oldPath: 'a.c',
        hunks: [hunk, { oldStart: 9, newStart: 8, removed: [], added: ['\treturn ret;'] }],
      },
    ];
    assert.equal(createLinesBefore(changes)({ path: 'a.c', line: 8 }), undefined);
  });

  it('is the line that it took the place of, where that had the words which a fix changed', () => {
    const hunk = {
      oldStart: 4,
      newStart: 4,
      removed: ['\tfor (i = 0; i <= max; i++)'],
      added: ['\tfor (at = 0; at <= max; at++)'],
    };
    const placeBefore = createLinesBefore([{ path: 'b.c', oldPath: 'a.c', hunks: [hunk] }]);
    const line = { path: 'b.c', line: 4 };
    assert.equal(placeBefore({ ...line, touched: ['<='] })?.path, 'a.c');
    assert.equal(placeBefore({ ...line, touched: ['at'] }), undefined);
    assert.equal(placeBefore(line), undefined);
  });
});
