import assert from 'node:assert/strict';
import { makeFaultyHistory } from '../../../scripts/eval/faulty-history.mjs';
import type { GitHistory } from '../../../src/core/ports';
import { createSearchBudget } from '../../../src/core/suspects/search-budget';
import { suspectsOfFix } from '../../../src/core/suspects/suspects-of-fix';
import { createCommitSource, type GitCommitSource } from '../../../src/node/git/commit-source';

const endless = createSearchBudget(Number.POSITIVE_INFINITY, () => 0);

describe('suspects of a fix', () => {
  let made: ReturnType<typeof makeFaultyHistory>;
  let source: GitCommitSource;
  let history: GitHistory;
  before(async function () {
    // Some hundred commits, each by git itself.
    this.timeout(180_000);
    made = makeFaultyHistory();
    source = createCommitSource({ folder: made.folder, isTrusted: () => true, repositories: () => ({}) });
    const opened = await source.history();
    assert.ok(opened);
    history = opened;
  });
  after(() => {
    source.dispose();
    made.remove();
  });

  it('lead through moves, formatters, renames, cleanups and plain additions to the commit that a fix names', async function () {
    this.timeout(180_000);
    const ranks: number[] = [];
    for (const fix of (await history.log({ most: 500 })) ?? []) {
      const named = /^Fixes: ([0-9a-f]{12})/m.exec(fix.message)?.[1];
      if (named === undefined) continue;
      const suspects = await suspectsOfFix(history, {
        fix: { ...fix, message: fix.message.replace(/^Fixes:.*$/m, '') },
        budget: endless,
      });
      ranks.push(suspects.findIndex(({ commit }) => commit.hash.startsWith(named)));
      assert.ok(suspects.every(({ reasons }) => reasons.length > 0));
    }
    assert.ok(ranks.length >= 76);
    assert.ok(
      ranks.every((rank) => rank >= 0 && rank < 5),
      `ranks ${ranks}`,
    );
    assert.ok(ranks.filter((rank) => rank < 3).length >= ranks.length * 0.95);
    assert.ok(ranks.filter((rank) => rank === 0).length >= ranks.length * 0.75);
  });

  it('name the file of the commit that the lines of the fix stem from', async () => {
    const fixes = ((await history.log({ most: 500 })) ?? []).filter(({ message }) => /^Fixes:/m.test(message));
    const named = await Promise.all(fixes.slice(0, 12).map((fix) => suspectsOfFix(history, { fix, budget: endless })));
    const withFile = named.flat().filter(({ path }) => path !== undefined);
    assert.ok(withFile.length >= 12);
    const changes = await history.changes(withFile.map(({ commit }) => commit));
    for (const { commit, path } of withFile)
      assert.ok(
        changes?.get(commit.hash)?.some((change) => change.path === path),
        `${commit.subject}: ${path}`,
      );
  });

  it('come from what git answers in the time that the whole search has, which says that it left lines out', async () => {
    const fix = ((await history.log({ most: 500 })) ?? []).find(({ message }) => /^Fixes:/m.test(message));
    assert.ok(fix);
    let time = 0;
    const slow: GitHistory = {
      ...history,
      blame: async ({ within = 0 }) => {
        time += within;
        return [];
      },
    };
    const budget = createSearchBudget(5_000, () => time);
    const suspects = await suspectsOfFix(slow, { fix, budget });
    assert.ok(budget.hasLeftOut);
    assert.ok(time <= 5_000, `${time} ms`);
    assert.ok(suspects.length > 0);
    assert.equal(endless.hasLeftOut, false);
  });

  it('are none for the first commit', async () => {
    const first = (await history.log({ most: 500 }))?.find(({ parents }) => parents.length === 0);
    assert.ok(first);
    assert.deepEqual(await suspectsOfFix(history, { fix: first, budget: endless }), []);
  });
});
