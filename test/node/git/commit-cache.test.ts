import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Commit } from '../../../src/core/model/commit';
import { CommitCache } from '../../../src/node/git/commit-cache';

const commit: Commit = {
  hash: 'a'.repeat(40),
  subject: 'Retry on 503',
  author: 'alice',
  authored: 1,
  committed: 2,
  parents: ['b'.repeat(40)],
};

describe('commits kept over windows', () => {
  let folder: string;
  let file: string;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'incident-docs-cache-'));
    file = join(folder, 'storage', 'commits.json');
    const cache = new CommitCache(file);
    cache.keep(commit, [{ path: 'pool.ts', status: 'modified', added: 1, removed: 2 }]);
    await cache.flush();
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  async function reopened(): Promise<CommitCache> {
    const cache = new CommitCache(file);
    await cache.ready();
    return cache;
  }

  it('are there in the next one, with what they changed', async () => {
    const cache = await reopened();
    assert.deepEqual(cache.commit(commit.hash), commit);
    assert.deepEqual(cache.files(commit.hash), [{ path: 'pool.ts', status: 'modified', added: 1, removed: 2 }]);
  });

  it('are there under the shorter hash that led to them, until it leads elsewhere', async () => {
    const other = { ...commit, hash: 'c'.repeat(40) };
    const first = await reopened();
    first.keep(other);
    first.setName('aaaaaaa', commit.hash);
    first.setName('ccccccc', commit.hash);
    first.setName('ccccccc', other.hash);
    first.setName('bbbbbbb', commit.hash);
    first.setName('bbbbbbb', undefined);
    first.keep(commit, []);
    await first.flush();
    const cache = await reopened();
    assert.deepEqual(cache.recall('aaaaaaa')?.commit, commit);
    assert.deepEqual(cache.recall('ccccccc')?.commit, other);
    assert.deepEqual(cache.recall(commit.hash)?.files, []);
    assert.equal(cache.recall('bbbbbbb'), undefined);
  });

  it('are dropped wherever the file is damaged, and written anew', async () => {
    const whole = readFileSync(file);
    for (let at = 0; at < whole.length; at += 7) {
      const damaged = Buffer.from(whole);
      damaged[at] = (damaged[at] ?? 0) ^ 1;
      writeFileSync(file, damaged);
      assert.equal((await reopened()).commit(commit.hash), undefined, `byte ${at}`);
    }
    for (const text of ['', '{', 'null\nnull', '{"version":1}\n[]', whole.toString().slice(0, -20)]) {
      writeFileSync(file, text);
      assert.equal((await reopened()).commit(commit.hash), undefined, text);
    }
    const cache = await reopened();
    cache.keep(commit);
    await cache.flush();
    assert.deepEqual((await reopened()).commit(commit.hash), commit);
  });

  it('are not asked for where the folder cannot be written', async () => {
    writeFileSync(join(folder, 'taken'), '');
    const cache = new CommitCache(join(folder, 'taken', 'commits.json'));
    cache.keep(commit);
    await cache.flush();
    assert.deepEqual(cache.commit(commit.hash), commit);
  });
});
