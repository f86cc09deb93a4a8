import assert from 'node:assert/strict';
import { dealLanes } from '../scripts/ui-lanes.mjs';

describe('the lanes of UI tests', () => {
  it('end at about the same time', () => {
    const times = { 'tour.test.mjs': 60, 'form.test.mjs': 40, 'view.test.mjs': 30, 'fix.test.mjs': 10 };
    const files = Object.keys(times).map((name) => `out/ui/${name}`);
    assert.deepEqual(dealLanes(files, 2, times), [
      ['out/ui/tour.test.mjs', 'out/ui/fix.test.mjs'],
      ['out/ui/form.test.mjs', 'out/ui/view.test.mjs'],
    ]);
  });

  it('take every file once where nothing was measured yet', () => {
    const files = ['a.test.mjs', 'b.test.mjs', 'c.test.mjs'];
    assert.deepEqual(dealLanes(files, 2, {}), [['a.test.mjs', 'c.test.mjs'], ['b.test.mjs']]);
  });

  it('are no more than there are files', () => {
    assert.deepEqual(dealLanes(['a.test.mjs'], 2, {}), [['a.test.mjs']]);
  });
});
