import assert from 'node:assert/strict';
import type { LoggedCommit } from '../../../src/core/model/commit';
import { formatMessage } from '../../../src/core/model/message';
import { citedBy } from '../../../src/core/operations/cited-by';
import { describeAge, recentCommits } from '../../../src/core/operations/recent-commits';
import type { GitHistory, LogQuery } from '../../../src/core/ports';

const impactStart = Date.UTC(2026, 10, 23, 14);
const hour = 60 * 60_000;

function commit(hash: string, hours: number): LoggedCommit {
  const at = impactStart + hours * hour;
  return { hash, subject: hash, message: hash, author: 'alice', authored: at, committed: at, parents: [] };
}

/** Answers as git does: within the window, newest first. */
function historyOf(commits: readonly LoggedCommit[]): Pick<GitHistory, 'log'> {
  const log = async ({ since = Number.NEGATIVE_INFINITY, until = Number.POSITIVE_INFINITY, most }: LogQuery) =>
    commits
      .filter(({ committed }) => committed >= since && committed <= until)
      .toSorted((a, b) => b.committed - a.committed)
      .slice(0, most);
  return { log };
}

describe('commits to choose from', () => {
  const all = [commit('old', -24 * 90), commit('early', -30), commit('late', -1), commit('fix', 2), commit('later', 9)];

  it('stand in order of their nearness to impact, those before it first', async () => {
    const found = await recentCommits(historyOf(all), { impactStart });
    assert.deepEqual(
      found?.map(({ hash }) => hash),
      ['late', 'early', 'fix', 'later'],
    );
  });

  it('are the latest where there is no impact, or nothing near it', async () => {
    const latest = ['later', 'fix', 'late', 'early', 'old'];
    assert.deepEqual(
      (await recentCommits(historyOf(all), {}))?.map(({ hash }) => hash),
      latest,
    );
    const far = impactStart + 24 * 365 * hour;
    assert.deepEqual(
      (await recentCommits(historyOf(all), { impactStart: far }))?.map(({ hash }) => hash),
      latest,
    );
  });

  it('say how far from impact they are, or how old', () => {
    const said = (hours: number, start: number | undefined) =>
      formatMessage(describeAge(commit('a', hours), { impactStart: start, now: impactStart + 48 * hour }));
    assert.equal(said(-3, impactStart), 'alice, 3 h before impact');
    assert.equal(said(2, impactStart), 'alice, 2 h after impact started');
    assert.equal(said(0, undefined), 'alice, 2 days ago');
  });
});

describe('the causes that cite a commit', () => {
  it('are found by any part of its hash, in its own repository alone', () => {
    const hash = 'a1b2c3d4e5f6'.padEnd(40, '0');
    const cause = (id: string, cited: string, repository?: string) => ({
      id,
      title: id,
      line: 1,
      actions: [],
      commits: [{ relation: 'introduced' as const, hash: cited, ...(repository !== undefined && { repository }) }],
    });
    const causes = [cause('C1', 'a1b2c3d'), cause('C2', 'a1b2c3e'), cause('C3', 'a1b2c3d', 'payments')];
    const postmortem = { path: 'p', title: 'Pool halved', reports: [], causes, actions: [], findings: 0 };
    const incidents = [{ id: '2026-11-23-errors', folder: 'incidents/2026-11-23-errors', postmortem }];
    const of = (repository?: string) =>
      citedBy(incidents, hash, repository).map(({ causeId, title }) => `${causeId} ${title}`);
    assert.deepEqual(of(), ['C1 Pool halved']);
    assert.deepEqual(of('payments'), ['C3 Pool halved']);
  });
});
