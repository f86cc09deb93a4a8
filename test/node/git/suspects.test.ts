import assert from 'node:assert/strict';
import { makeFaultyHistory } from '../../../scripts/eval/faulty-history.mjs';
import { suspectsOfFix } from '../../../src/core/suspects/suspects-of-fix';
import { findGit } from '../../../src/node/git/find-git';
import { createHistorySource, type GitHistorySource } from '../../../src/node/git/history-source';

describe('suspects of a fix', () => {
  let history: ReturnType<typeof makeFaultyHistory>;
  let source: GitHistorySource;
  before(async () => {
    history = makeFaultyHistory();
    source = createHistorySource(
      { path: (await findGit(process.env)) ?? '', environment: process.env },
      history.folder,
    );
  });
  after(() => {
    source.dispose();
    history.remove();
  });

  it('lead through moves, formatters, renames and plain additions to the commit that a fix names', async () => {
    const ranks: number[] = [];
    const head = (await source.head()) ?? '';
    const hashes = await source.latest(head, [], 500);
    for (const fix of await source.commits(hashes)) {
      const named = /^Fixes: ([0-9a-f]{12})/m.exec(fix.body)?.[1];
      if (named === undefined) continue;
      const suspects = await suspectsOfFix(source, { fix: { ...fix, body: fix.body.replace(/^Fixes:.*$/m, '') } });
      ranks.push(suspects.findIndex(({ commit }) => commit.hash.startsWith(named)));
      assert.ok(suspects.every(({ reasons }) => reasons.length > 0));
    }
    assert.ok(ranks.length >= 40);
    assert.ok(
      ranks.every((rank) => rank >= 0 && rank < 3),
      `ranks ${ranks}`,
    );
    assert.ok(ranks.filter((rank) => rank === 0).length >= ranks.length * 0.8);
  });

  it('are none for the first commit', async () => {
    const head = (await source.head()) ?? '';
    const [first] = (await source.commits(await source.latest(head, [], 500))).filter(
      ({ parents }) => parents.length === 0,
    );
    assert.ok(first);
    assert.deepEqual(await suspectsOfFix(source, { fix: first }), []);
  });
});
