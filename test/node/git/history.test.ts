import assert from 'node:assert/strict';
import { mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { GitHistory } from '../../../src/core/ports';
import { createCommitSource, type GitCommitSource } from '../../../src/node/git/commit-source';
import { createTemporaryRepository, type TemporaryRepository } from './temporary-repository';

describe('the history of a repository', () => {
  let repository: TemporaryRepository;
  let source: GitCommitSource;
  let isTrusted: boolean;

  beforeEach(() => {
    repository = createTemporaryRepository();
    isTrusted = true;
    source = createCommitSource({
      folder: repository.folder,
      isTrusted: () => isTrusted,
      repositories: () => ({}),
    });
  });

  afterEach(() => {
    source.dispose();
    repository.remove();
  });

  async function history(): Promise<GitHistory> {
    const opened = await source.history();
    assert.ok(opened !== undefined);
    return opened;
  }

  it('is logged newest first, by path, window, start and words of the message', async () => {
    repository.write('a.ts', '1\n');
    const first = repository.commit('First\n\nWhy: nobody knows', '2026-11-20T10:00:00Z');
    repository.write('b.ts', '1\n');
    const second = repository.commit('Second', '2026-11-21T10:00:00Z');
    repository.write('a.ts', '2\n');
    const third = repository.commit('Third', '2026-11-22T10:00:00Z');
    const git = await history();
    const hashes = async (query: Parameters<GitHistory['log']>[0]) => (await git.log(query))?.map(({ hash }) => hash);
    assert.deepEqual(await hashes({ most: 10 }), [third, second, first]);
    assert.deepEqual(await hashes({ most: 1 }), [third]);
    assert.deepEqual(await hashes({ most: 10, paths: ['a.ts'] }), [third, first]);
    assert.deepEqual(await hashes({ most: 10, from: [third], without: [first] }), [third, second]);
    assert.deepEqual(await hashes({ most: 10, messageHolds: 'nobody knows' }), [first]);
    const at = Date.UTC(2026, 10, 21, 10);
    assert.deepEqual(await hashes({ most: 10, since: at, until: at }), [second]);
    assert.deepEqual((await git.log({ most: 1, from: [first] }))?.[0], {
      hash: first,
      parents: [],
      author: 'alice',
      authored: Date.UTC(2026, 10, 20, 10),
      committed: Date.UTC(2026, 10, 20, 10),
      subject: 'First',
      message: 'First\n\nWhy: nobody knows',
    });
    assert.equal(await git.log({ most: 10, from: ['--output=x'] }), undefined);
  });

  it('resolves tags, branches and hashes, and knows where HEAD is', async () => {
    const first = repository.commit('First');
    repository.git('tag', '-a', 'v1', '-m', 'One');
    repository.git('tag', 'light');
    const second = repository.commit('Second');
    const git = await history();
    assert.equal(await git.head(), second);
    for (const name of ['v1', 'light', first.slice(0, 8)]) assert.equal(await git.resolve(name), first, name);
    assert.equal(await git.resolve('main'), second);
    for (const name of ['v2', 'HEAD@{1}', '--output=x', '']) assert.equal(await git.resolve(name), undefined, name);
    assert.deepEqual(
      (await git.tags())?.map(({ name, commit }) => [name, commit]),
      [
        ['light', first],
        ['v1', first],
      ],
    );
    assert.deepEqual(
      await git.parents(0),
      new Map([
        [second, [first]],
        [first, []],
      ]),
    );
  });

  it('gives texts and ids of files as of a commit, and nothing for what is no text', async () => {
    repository.write('dir/a b.ts', 'one\n');
    repository.write('zero', 'a\0b');
    repository.write('large', 'x'.repeat(1024 * 1024 + 1));
    const first = repository.commit('First');
    repository.write('dir/a b.ts', 'two\n');
    const second = repository.commit('Second');
    const git = await history();
    const of = (commit: string, path: string) => ({ commit, path });
    const files = [of(first, 'dir/a b.ts'), of(second, 'dir/a b.ts'), of(first, 'zero'), of(first, 'large')];
    const none = [of(first, 'gone'), of(first, 'dir'), of(first, '../x'), of('main', 'zero')];
    assert.deepEqual(await git.texts([...files, ...none]), ['one\n', 'two\n', ...Array(6).fill(undefined)]);
    const [before, after, same] = await git.blobs([...files.slice(0, 2), of(second, 'dir/a b.ts')]);
    assert.match(before ?? '', /^[0-9a-f]{40}$/);
    assert.notEqual(before, after);
    assert.equal(after, same);
  });

  it('tells which commit wrote which lines, through moves and past commits that are passed over', async () => {
    repository.write('old.ts', 'a\nb\nc\n');
    const first = repository.commit('First');
    renameSync(join(repository.folder, 'old.ts'), join(repository.folder, 'naïve "new".ts'));
    const second = repository.commit('Move');
    repository.write('naïve "new".ts', 'a\nB\nc\n');
    const third = repository.commit('Change');
    const git = await history();
    const path = 'naïve "new".ts';
    assert.deepEqual(await git.blame({ commit: third, path, ranges: [{ first: 1, last: 2 }] }), [
      { commit: first, path: 'old.ts', line: 1, nowLine: 1, count: 1 },
      { commit: third, path, line: 2, nowLine: 2, count: 1 },
    ]);
    const ignoring = await git.blame({ commit: third, path, ignored: [third], ranges: [{ first: 2, last: 2 }] });
    assert.equal(ignoring?.[0]?.commit, first);
    assert.equal(await git.blame({ commit: second, path: 'gone.ts' }), undefined);
  });

  it('is not read while a rebase goes on, without trust, or once cancelled', async () => {
    const hash = repository.commit('First');
    const git = await history();
    assert.equal(await git.log({ most: 1 }, AbortSignal.abort()), undefined);
    assert.equal(await git.resolve(hash, AbortSignal.abort()), undefined);
    const controller = new AbortController();
    const asked = git.log({ most: 1 }, controller.signal);
    controller.abort();
    assert.equal(await asked, undefined);
    assert.equal((await git.log({ most: 1 }))?.length, 1);
    isTrusted = false;
    assert.equal(await git.head(), undefined);
    assert.equal((await git.commits([hash])).size, 0);
    isTrusted = true;
    mkdirSync(join(repository.folder, '.git/rebase-apply'));
    assert.equal(await git.head(), undefined);
    assert.equal(await git.tags(), undefined);
  });

  it('of SHA-256 is read as any other', async () => {
    const other = createTemporaryRepository(['--object-format=sha256']);
    const own = createCommitSource({ folder: other.folder, isTrusted: () => true, repositories: () => ({}) });
    try {
      other.write('a.ts', '1\n');
      const first = other.commit('First');
      const second = other.commit('Second');
      assert.equal(first.length, 64);
      const answers = await own.lookUp([second, first.slice(0, 12), 'deadbeef']);
      const found = answers.get(second);
      assert.deepEqual(found?.state === 'found' && found.commit.parents, [first]);
      assert.equal(answers.get(first.slice(0, 12))?.state, 'found');
      assert.equal(answers.get('deadbeef')?.state, 'unknown');
      assert.equal((await own.changedFiles(first))?.files.length, 1);
      assert.equal((await (await own.history())?.log({ most: 10 }))?.length, 2);
    } finally {
      own.dispose();
      other.remove();
    }
  });
});
