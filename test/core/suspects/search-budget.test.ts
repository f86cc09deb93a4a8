import assert from 'node:assert/strict';
import { createSearchBudget } from '../../../src/core/suspects/search-budget';

describe('the time of a search', () => {
  /** Answers after `takes` ms, or when its time is up. */
  function clocked(length: number) {
    let time = 1_000;
    const budget = createSearchBudget(length, () => time);
    const ask = (takes: number, longest = 400) =>
      budget.ask(
        longest,
        async (within) => {
          time += Math.min(takes, within);
          return takes <= within ? 'whole' : 'part';
        },
        (answer) => answer === 'whole',
      );
    return { budget, ask };
  }

  it('gives a question its own time or what is left, and none afterwards', async () => {
    const { budget, ask } = clocked(1_000);
    assert.equal(await ask(300), 'whole');
    assert.equal(await ask(400), 'whole');
    assert.equal(budget.hasLeftOut, false);
    assert.equal(await ask(400), 'part');
    assert.equal(budget.hasLeftOut, true);
    assert.equal(await ask(1), undefined);
  });

  it('tells an answer that was cut from a quick one with gaps', async () => {
    const { budget } = clocked(1_000);
    await budget.ask(
      400,
      async () => 'gaps',
      () => false,
    );
    assert.equal(budget.hasLeftOut, false);
  });
});
