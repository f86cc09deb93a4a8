import assert from 'node:assert/strict';
import type { Commit, CommitFate, LoggedCommit, ReleaseTag } from '../../../src/core/model/commit';
import { contains, readFates } from '../../../src/core/operations/commit-fates';
import type { GitHistory } from '../../../src/core/ports';

/** `a`: forty times the letter. */
function hashOf(letter: string): string {
  return letter.repeat(40);
}

function commit(letter: string, message = letter): LoggedCommit {
  const hash = hashOf(letter);
  return { hash, subject: message, message, author: 'alice', authored: 1, committed: 86_400_000 * 2, parents: [] };
}

interface World {
  /** `d: b c` for a merge. */
  readonly graph: Readonly<Record<string, string>>;
  readonly tags?: Readonly<Record<string, readonly [letter: string, at: number]>>;
  /** Newest first. */
  readonly reverts?: readonly LoggedCommit[];
}

function historyOf({ graph, tags = {}, reverts = [] }: World): Pick<GitHistory, 'parents' | 'tags' | 'log'> {
  const parents = new Map(
    Object.entries(graph).map(([letter, of]) => [hashOf(letter), of.split(' ').filter(Boolean).map(hashOf)]),
  );
  const released: ReleaseTag[] = Object.entries(tags).map(([name, [letter, at]]) => ({
    name,
    commit: hashOf(letter),
    at,
  }));
  return { log: async () => reverts, parents: async () => parents, tags: async () => released };
}

async function fates(world: World, ...commits: readonly Commit[]): Promise<Readonly<Record<string, CommitFate>>> {
  const found = await readFates(historyOf(world), commits);
  return Object.fromEntries([...(found ?? [])].map(([hash, fate]) => [hash.charAt(0), fate]));
}

const line = { d: 'c', c: 'b', b: 'a', a: '' };

describe('the fate of a commit', () => {
  it('names the oldest tag that contains it, also through merges', async () => {
    const graph = { e: 'c d', d: 'a', c: 'b', b: 'a', a: '' };
    const tags = { 'v1.10': ['e', 30], 'v1.9': ['c', 20], 'v0.1': ['a', 10] } as const;
    const found = await fates({ graph, tags }, commit('a'), commit('b'), commit('d'), commit('e'));
    assert.deepEqual(found, {
      a: { firstTag: 'v0.1' },
      b: { firstTag: 'v1.9' },
      d: { firstTag: 'v1.10' },
      e: { firstTag: 'v1.10' },
    });
  });

  it('takes the smaller of two tags of one time, as people count', async () => {
    const tags = { 'v1.10': ['a', 10], 'v1.9': ['a', 10] } as const;
    assert.deepEqual(await fates({ graph: line, tags }, commit('a')), { a: { firstTag: 'v1.9' } });
  });

  it('is in no tag where none reaches it', async () => {
    assert.deepEqual(await fates({ graph: line, tags: { v1: ['b', 10] } }, commit('c')), { c: {} });
  });

  it('names what reverted it, by full or short hash, unless that was reverted in turn', async () => {
    const says = (letter: string, of: string) => commit(letter, `Revert\n\nThis reverts commit ${of}.`);
    const once = says('b', hashOf('a'));
    const twice = says('c', hashOf('b'));
    const thrice = says('d', hashOf('c').slice(0, 9));
    const revertedBy = async (...reverts: readonly LoggedCommit[]) =>
      (await fates({ graph: line, reverts }, commit('a'))).a?.revertedBy?.hash.charAt(0);
    assert.equal(await revertedBy(once), 'b');
    assert.equal(await revertedBy(twice, once), undefined);
    assert.equal(await revertedBy(thrice, twice, once), 'b');
    assert.equal(await revertedBy(says('b', 'aaaa')), undefined);
    assert.equal(await revertedBy(says('b', hashOf('b')), says('c', hashOf('c'))), undefined);
    assert.equal(await revertedBy(says('c', hashOf('b')), says('b', hashOf('c')), says('d', hashOf('a'))), 'd');
  });

  it('is not known where git gives no answer', async () => {
    const history = { ...historyOf({ graph: line }), tags: async () => undefined };
    assert.equal(await readFates(history, [commit('a')]), undefined);
    assert.equal((await readFates(history, []))?.size, 0);
  });
});

describe('a release', () => {
  it('contains what it reaches', () => {
    const parents = new Map(Object.entries({ c: ['b'], b: ['a'], a: [], x: ['a'] }));
    assert.ok(contains('c', 'a', parents));
    assert.ok(contains('a', 'a', parents));
    assert.ok(!contains('x', 'b', parents));
    assert.ok(!contains('gone', 'a', parents));
  });
});
