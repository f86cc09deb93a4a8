import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { CommitLookup } from '../../../src/core/model/commit';
import type { Conventions } from '../../../src/core/model/conventions';
import { createCommitSource, type GitCommitSource } from '../../../src/node/git/commit-source';
import { findGit } from '../../../src/node/git/find-git';
import { createTemporaryRepository, type TemporaryRepository } from './temporary-repository';

describe('commits of a git repository', () => {
  let repository: TemporaryRepository;
  const sources: GitCommitSource[] = [];

  beforeEach(() => {
    repository = createTemporaryRepository();
  });

  afterEach(() => {
    for (const source of sources.splice(0)) source.dispose();
    repository.remove();
  });

  function open(options: Partial<Parameters<typeof createCommitSource>[0]> = {}): GitCommitSource {
    const repositories: Conventions['repositories'] = {};
    const source = createCommitSource({
      folder: repository.folder,
      isTrusted: () => true,
      repositories: () => repositories,
      ...options,
    });
    sources.push(source);
    return source;
  }

  async function lookUp(source: GitCommitSource, key: string): Promise<CommitLookup | undefined> {
    return (await source.lookUp([key])).get(key);
  }

  it('are found by full and abbreviated hash, with people, times, subject and parents', async () => {
    const first = repository.commit('First', '2026-11-23T10:50:00+01:00');
    const second = repository.commit('Retry on 503\nand on 504\n\nBody', '2026-11-23T11:00:00Z');
    const source = open();
    const answers = await source.lookUp([first.slice(0, 7), second, second.slice(0, 12)]);
    assert.deepEqual(answers.get(second), {
      state: 'found',
      commit: {
        hash: second,
        subject: 'Retry on 503 and on 504',
        author: 'alice',
        authored: Date.UTC(2026, 10, 23, 11),
        committed: Date.UTC(2026, 10, 23, 11),
        parents: [first],
      },
    });
    assert.deepEqual(answers.get(second.slice(0, 12)), answers.get(second));
    const abbreviated = answers.get(first.slice(0, 7));
    assert.equal(abbreviated?.state === 'found' && abbreviated.commit.committed, Date.UTC(2026, 10, 23, 9, 50));
  });

  it('are unknown where the hash is none, is not there, or names something else', async () => {
    repository.write('file.txt', 'text');
    repository.commit('First');
    const blob = repository.git('rev-parse', 'HEAD:file.txt');
    const source = open();
    for (const key of [
      'deadbeef0123',
      blob,
      blob.slice(0, 8),
      'HEAD',
      'main',
      '--output=x',
      'deadbee\n',
      '',
      'DEADBEEF',
    ]) {
      assert.deepEqual(await lookUp(source, key), { state: 'unknown', shallow: false }, key);
    }
  });

  it('tell the candidates of an ambiguous hash', async () => {
    const { first, second, prefix } = twinCommits(repository);
    const source = open();
    const answer = await lookUp(source, prefix);
    assert.equal(answer?.state, 'ambiguous');
    assert.deepEqual(answer.state === 'ambiguous' && [...answer.candidates].sort(), [first, second].sort());
  });

  it('are not those of a branch that is named like the hash', async () => {
    const cited = repository.commit('Cited');
    const other = repository.commit('Other');
    repository.git('update-ref', `refs/heads/${cited.slice(0, 7)}`, other);
    repository.git('update-ref', 'refs/heads/deadbee', other);
    const source = open();
    const answer = await lookUp(source, cited.slice(0, 7));
    assert.equal(answer?.state === 'found' && answer.commit.hash, cited);
    assert.deepEqual(await lookUp(source, 'deadbee'), { state: 'unknown', shallow: false });
  });

  it('are found in a folder below the top and in a linked working tree', async () => {
    repository.write('services/pay/file.txt', 'x');
    const hash = repository.commit('First');
    const linked = join(dirname(repository.folder), 'linked');
    repository.git('worktree', 'add', '-q', '--detach', linked);
    for (const folder of [join(repository.folder, 'services/pay'), linked]) {
      assert.equal((await lookUp(open({ folder }), hash))?.state, 'found');
    }
  });

  it('that a shallow clone does not have are told apart', async () => {
    const first = repository.commit('First');
    repository.commit('Second');
    const folder = join(dirname(repository.folder), 'shallow');
    execFileSync('git', ['clone', '-q', '--depth', '1', `file://${repository.folder}`, folder], { stdio: 'ignore' });
    const source = open({ folder });
    assert.deepEqual(await lookUp(source, first), { state: 'unknown', shallow: true });
    execFileSync('git', ['fetch', '-q', '--unshallow'], { cwd: folder, stdio: 'ignore' });
    assert.equal((await lookUp(source, first))?.state, 'found');
  });

  it('say where there is no git, no repository and no trust', async () => {
    const hash = repository.commit('First');
    assert.deepEqual(await lookUp(open({ environment: { PATH: '' } }), hash), { state: 'no-git' });
    assert.deepEqual(await lookUp(open({ environment: { PATH: '.' } }), hash), { state: 'no-git' });
    const relative = open({ environment: { PATH: '' }, otherGit: async () => 'git' });
    assert.deepEqual(await lookUp(relative, hash), { state: 'no-git' });
    const otherGit = () => findGit(process.env);
    assert.equal((await lookUp(open({ environment: { PATH: '' }, otherGit }), hash))?.state, 'found');
    assert.deepEqual(await lookUp(open({ folder: dirname(repository.folder) }), hash), { state: 'no-repository' });
    const gone = join(dirname(repository.folder), 'gone');
    assert.deepEqual(await lookUp(open({ folder: gone }), hash), { state: 'no-repository' });
    assert.deepEqual(await lookUp(open({ isTrusted: () => false }), hash), { state: 'restricted' });
  });

  it('are found once the folder has become a repository, by the same source', async () => {
    const folder = join(dirname(repository.folder), 'later');
    mkdirSync(folder);
    const source = open({ folder });
    const hash = repository.commit('First');
    assert.deepEqual(await lookUp(source, hash), { state: 'no-repository' });
    execFileSync('git', ['clone', '-q', repository.folder, folder], { stdio: 'ignore' });
    assert.equal((await lookUp(source, hash))?.state, 'found');
  });

  it('are read as soon as the workspace is trusted, and no longer when it is not', async () => {
    const hash = repository.commit('First');
    let isTrusted = false;
    const source = open({ isTrusted: () => isTrusted });
    assert.equal((await lookUp(source, hash))?.state, 'restricted');
    isTrusted = true;
    assert.equal((await lookUp(source, hash))?.state, 'found');
    isTrusted = false;
    assert.equal((await lookUp(source, hash))?.state, 'restricted');
    assert.equal(await source.changedFiles(hash), undefined);
  });

  it('wait while a rebase or another git is at work, except those that are known', async () => {
    const first = repository.commit('First');
    const second = repository.commit('Second');
    const source = open();
    await lookUp(source, first);
    mkdirSync(join(repository.folder, '.git/rebase-merge'));
    assert.equal((await lookUp(source, first))?.state, 'found');
    assert.deepEqual(await lookUp(source, second), { state: 'busy' });
    rmSync(join(repository.folder, '.git/rebase-merge'), { recursive: true });
    const lock = join(repository.folder, '.git/index.lock');
    writeFileSync(lock, '');
    assert.deepEqual(await lookUp(source, second), { state: 'busy' });
    utimesSync(lock, new Date(0), new Date(0));
    assert.equal((await lookUp(source, second))?.state, 'found');
  });

  it('are recalled from a former window without asking git', async () => {
    repository.write('pool.ts', 'size\n');
    const hash = repository.commit('First');
    const keys = [hash.slice(0, 7), 'deadbee'];
    const storage = join(repository.folder, '../storage');
    const former = open({ storage });
    await former.lookUp(keys);
    await former.changedFiles(hash);
    former.dispose();
    while (!existsSync(storage) || !readdirSync(storage).some((name) => name.endsWith('.json'))) {
      await new Promise(setImmediate);
    }
    const programs = join(repository.folder, '../programs');
    mkdirSync(programs);
    renameSync(repository.canary('git'), join(programs, 'git'));
    const later = open({ storage, environment: { PATH: programs } });
    const recalled = await later.recall(keys);
    assert.deepEqual([...recalled.keys()], [hash.slice(0, 7)]);
    assert.equal(recalled.get(hash.slice(0, 7))?.commit.subject, 'First');
    assert.deepEqual(
      recalled.get(hash.slice(0, 7))?.files?.map(({ path }) => path),
      ['pool.ts'],
    );
    assert.deepEqual(repository.marks(), []);
    assert.equal((await open({ storage, isTrusted: () => false }).recall(keys)).size, 0);
  });

  it('of another repository are read beside the workspace folder, and nowhere else', async () => {
    const hash = repository.commit('First');
    const home = dirname(repository.folder);
    const neighbour = createTemporaryRepository();
    try {
      const clone = join(home, 'payments');
      execFileSync('git', ['clone', '-q', repository.folder, clone], { stdio: 'ignore' });
      symlinkSync(neighbour.folder, join(home, 'elsewhere'));
      neighbour.commit('Hidden');
      const url = 'https://git.example/payments';
      const repositories = () => ({
        payments: { path: '../payments', url },
        web: { url },
        far: { path: '../../../..' },
        absolute: { path: neighbour.folder },
        linked: { path: '../elsewhere' },
      });
      const source = open({ folder: repository.folder, repositories });
      assert.equal((await lookUp(source, `payments@${hash}`))?.state, 'found');
      assert.deepEqual(await lookUp(source, `web@${hash}`), { state: 'other-repository', repository: 'web', url });
      for (const name of ['far', 'absolute', 'linked', 'unnamed', 'constructor']) {
        assert.deepEqual(await lookUp(source, `${name}@${hash}`), { state: 'other-repository', repository: name });
      }
    } finally {
      neighbour.remove();
    }
  });

  it('list what they changed, in odd names too', async () => {
    repository.write('old name.ts', 'a\nb\nc\nd\ne\nf\n');
    repository.write('gone.ts', 'x');
    repository.write('kept.ts', '1');
    const first = repository.commit('First');
    rmSync(join(repository.folder, 'gone.ts'));
    repository.git('mv', 'old name.ts', 'new\n"name".ts');
    repository.write('kept.ts', '2');
    repository.write('ünï.ts', 'y');
    const second = repository.commit('Second');
    const source = open();
    const byPath = (a: { path: string }, b: { path: string }) => (a.path < b.path ? -1 : 1);
    const changes = await source.changedFiles(second.slice(0, 9));
    assert.equal(changes?.root, repository.folder);
    assert.deepEqual([...(changes?.files ?? [])].sort(byPath), [
      { path: 'gone.ts', status: 'deleted', added: 0, removed: 1 },
      { path: 'kept.ts', status: 'modified', added: 1, removed: 1 },
      { path: 'new\n"name".ts', oldPath: 'old name.ts', status: 'renamed', added: 0, removed: 0 },
      { path: 'ünï.ts', status: 'added', added: 1, removed: 0 },
    ]);
    assert.deepEqual(
      (await source.changedFiles(first))?.files.map(({ status }) => status),
      ['added', 'added', 'added'],
    );
  });

  it('list what a merge changed against its first parent', async () => {
    repository.commit('First');
    repository.git('checkout', '-q', '-b', 'side');
    repository.write('side.ts', 'x');
    repository.commit('Side');
    repository.git('checkout', '-q', 'main');
    repository.write('main.ts', 'x');
    repository.commit('Main');
    repository.git(
      '-c',
      'user.name=alice',
      '-c',
      'user.email=a@example.org',
      'merge',
      '-q',
      '--no-ff',
      '-m',
      'Merge',
      'side',
    );
    const changes = await open().changedFiles(repository.git('rev-parse', 'HEAD'));
    assert.deepEqual(changes?.files, [{ path: 'side.ts', status: 'added', added: 1, removed: 0 }]);
  });

  it('answer hundreds of questions at once through one process, and leave none behind', async () => {
    const hashes = Array.from({ length: 5 }, (_, index) => repository.commit(`Commit ${index}`));
    const source = open();
    const keys = hashes.flatMap((hash) => Array.from({ length: 33 }, (_, index) => hash.slice(0, 40 - index)));
    const answers = await source.lookUp(keys);
    assert.ok([...answers.values()].every(({ state }) => state === 'found'));
    assert.equal(gitProcessesIn(repository.folder).length, process.platform === 'linux' ? 1 : 0);
    source.dispose();
    await endOf(() => gitProcessesIn(repository.folder).length === 0);
  });

  it('go on after the process was killed', async () => {
    const first = repository.commit('First');
    const second = repository.commit('Second');
    const source = open();
    await lookUp(source, first);
    for (const id of gitProcessesIn(repository.folder)) process.kill(id, 'SIGKILL');
    assert.equal((await lookUp(source, second))?.state, 'found');
  });
});

/** Two commits whose hashes begin with the same seven digits: objects are made until two meet. */
function twinCommits(repository: TemporaryRepository): { first: string; second: string; prefix: string } {
  repository.commit('First');
  const tree = repository.git('rev-parse', 'HEAD^{tree}');
  const make = (salt: number) =>
    `tree ${tree}\nauthor alice <a@example.org> 1700000000 +0000\ncommitter alice <a@example.org> 1700000000 +0000\n\n${salt}\n`;
  const [one, other] = twinSalts(make);
  const write = (text: string) =>
    execFileSync('git', ['hash-object', '-t', 'commit', '-w', '--stdin'], {
      cwd: repository.folder,
      input: text,
      encoding: 'utf8',
    }).trim();
  const first = write(make(one));
  return { first, second: write(make(other)), prefix: first.slice(0, 7) };
}

function twinSalts(make: (salt: number) => string): [number, number] {
  const seen = new Map<string, number>();
  for (let salt = 0; ; salt++) {
    const text = make(salt);
    const prefix = sha1(`commit ${Buffer.byteLength(text)}\0${text}`).slice(0, 7);
    const other = seen.get(prefix);
    if (other !== undefined) return [other, salt];
    seen.set(prefix, salt);
  }
}

function sha1(text: string): string {
  return createHash('sha1').update(text).digest('hex');
}

/** Ids of the git processes that run in `folder`, as Linux tells; elsewhere none are counted. */
function gitProcessesIn(folder: string): number[] {
  if (!existsSync('/proc/self/cwd')) return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && folderOf(name) === folder)
    .map(Number);
}

function folderOf(id: string): string | undefined {
  try {
    return readFileSync(`/proc/${id}/comm`, 'utf8').startsWith('git') ? readlinkSync(`/proc/${id}/cwd`) : undefined;
  } catch {
    return undefined;
  }
}

async function endOf(isOver: () => boolean): Promise<void> {
  for (let turn = 0; turn < 1000 && !isOver(); turn++) await new Promise((resolve) => setImmediate(resolve));
  assert.ok(isOver());
}
