import assert from 'node:assert/strict';
import { makeFaultyHistory } from '../../../scripts/eval/faulty-history.mjs';
import type { GitHistory } from '../../../src/core/ports';
import { suspectsOfFix } from '../../../src/core/suspects/suspects-of-fix';
import { createCommitSource, type GitCommitSource } from '../../../src/node/git/commit-source';

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
    const named = await Promise.all(fixes.slice(0, 12).map((fix) => suspectsOfFix(history, { fix })));
    const withFile = named.flat().filter(({ path }) => path !== undefined);
    assert.ok(withFile.length >= 12);
    const changes = await history.changes(withFile.map(({ commit }) => commit));
    for (const { commit, path } of withFile)
      assert.ok(
        changes?.get(commit.hash)?.some((change) => change.path === path),
        `${commit.subject}: ${path}`,
      );
  });

  it('are none for the first commit', async () => {
    const first = (await history.log({ most: 500 }))?.find(({ parents }) => parents.length === 0);
    assert.ok(first);
    assert.deepEqual(await suspectsOfFix(history, { fix: first }), []);
  });
});
