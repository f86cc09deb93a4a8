import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { createCommitSource } from '../../../src/node/git/commit-source';
import { findGit } from '../../../src/node/git/find-git';
import { gitCommands, gitEnvironment, hardening } from '../../../src/node/git/git-commands';
import { commitName, fileName, isHash, isRefName, isRepositoryPath } from '../../../src/node/git/object-name';
import { runGit } from '../../../src/node/git/run-git';
import { plantCanaries } from './plant-canaries';
import { createTemporaryRepository, type TemporaryRepository } from './temporary-repository';

describe('a hostile repository', () => {
  let repository: TemporaryRepository;
  let first: string;
  let second: string;

  beforeEach(() => {
    repository = createTemporaryRepository();
    repository.write('.gitattributes', '* diff=canary filter=canary\n');
    repository.write('a.txt', 'one\n');
    first = repository.commit('First');
    repository.write('a.txt', 'two\n');
    second = repository.commit('Second');
    plantCanaries(repository);
    writeFileSync(join(repository.folder, '.git/refs/heads/--output=x'), `${first}\n`);
    writeFileSync(join(repository.folder, '.git/refs/tags/--output=y'), `${first}\n`);
    // A replaced commit, objects from elsewhere, and a remote that would be asked for what is missing.
    mkdirSync(join(repository.folder, '.git/refs/replace'));
    writeFileSync(join(repository.folder, '.git/refs/replace', second), `${first}\n`);
    writeFileSync(join(repository.folder, '.git/objects/info/alternates'), '/nowhere\n');
    repository.git('config', 'extensions.partialClone', 'origin');
    repository.git('config', 'remote.origin.promisor', 'true');
    repository.git('config', 'remote.origin.url', repository.folder);
  });

  afterEach(() => repository.remove());

  it('has canaries that do run when git is asked without care', () => {
    attempt(() => repository.git('status'));
    attempt(() => repository.git('--no-replace-objects', 'diff', first, second));
    assert.ok(repository.marks().includes('fsmonitor'));
    assert.ok(repository.marks().includes('diff-command'));
  });

  it('runs nothing and writes nothing when commits and their changes are read', async () => {
    const before = filesOf(repository);
    const source = createCommitSource({ folder: repository.folder, isTrusted: () => true, repositories: () => ({}) });
    try {
      const answers = await source.lookUp([first, second.slice(0, 7), 'deadbee', '--output=x', 'd'.repeat(40)]);
      assert.deepEqual(
        [...answers.values()].map(({ state }) => state),
        ['found', 'found', 'unknown', 'unknown', 'unknown'],
      );
      const own = answers.get(second.slice(0, 7));
      assert.equal(own?.state === 'found' && own.commit.subject, 'Second', 'not the commit that replaces it');
      assert.equal((await source.changedFiles(second))?.files.length, 1);
    } finally {
      source.dispose();
    }
    assert.deepEqual(repository.marks(), []);
    assert.deepEqual(filesOf(repository), before);
  });

  for (const name of Object.keys(gitCommands)) {
    it(`runs nothing and writes nothing for the command ${name}`, async () => {
      const samples = samplesOf(first, second);
      const sample = Object.hasOwn(samples, name) ? samples[name as keyof typeof gitCommands] : undefined;
      assert.ok(sample !== undefined, `the command ${name} wants its arguments in this test`);
      const path = (await findGit(process.env)) ?? '';
      const before = filesOf(repository);
      for (const { args, input = '' } of sample) {
        const result = await runGit({ path, environment: process.env }, repository.folder, args, { input });
        assert.equal(result?.exitCode, 0, args.join(' '));
      }
      assert.deepEqual(repository.marks(), []);
      assert.deepEqual(filesOf(repository), before);
    });
  }

  it('is not followed to another repository by the environment', async () => {
    const other = createTemporaryRepository();
    try {
      const hidden = other.commit('Hidden');
      const environment = {
        ...process.env,
        GIT_DIR: join(other.folder, '.git'),
        GIT_EXTERNAL_DIFF: repository.canary('env'),
      };
      const source = createCommitSource({
        folder: repository.folder,
        isTrusted: () => true,
        repositories: () => ({}),
        environment,
      });
      assert.equal((await source.lookUp([hidden])).get(hidden)?.state, 'unknown');
      await source.changedFiles(second);
      source.dispose();
      assert.deepEqual(repository.marks(), []);
    } finally {
      other.remove();
    }
  });
});

describe('the commands given to git', () => {
  it('take nothing but a hash from a document', () => {
    const refs = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '--output=x',
        '-x',
        'a..b',
        'HEAD@{1}',
        'deadbee\0',
        'deadbee\n',
        'DEADBEE',
        'deadbe',
        ':/x',
        'a'.repeat(41),
      ),
    );
    fc.assert(
      fc.property(refs, (ref) => {
        fc.pre(!/^[0-9a-f]{7,40}$/.test(ref) || ref.endsWith('\n'));
        assert.ok(!isHash(ref));
        assert.throws(() => gitCommands.candidates(ref));
        assert.equal(commitName(ref), undefined);
        assert.equal(fileName(ref, 'a.txt'), undefined);
        assert.throws(() => gitCommands.log({ from: [ref], most: 1 }));
        assert.throws(() => gitCommands.log({ without: [ref], most: 1 }));
        assert.throws(() => gitCommands.blame({ commit: ref, path: 'a.txt' }));
        assert.throws(() => gitCommands.blame({ commit: 'a'.repeat(40), path: 'a.txt', ignored: [ref] }));
      }),
    );
  });

  it('take no reflog, range, option or pattern for a name, and no path that leads out', () => {
    for (const name of [
      '--output=x',
      '-v',
      'a..b',
      'HEAD@{1}',
      ':/x',
      'v1^',
      'v*',
      'v1\n',
      'a//b',
      '.x',
      'x.lock',
      '',
    ]) {
      assert.ok(!isRefName(name), name);
    }
    for (const name of ['v4.18.2', 'release/2026-11', 'api@4.18.2', 'v1+build']) assert.ok(isRefName(name), name);
    for (const path of ['', '.', '../x', 'a/../b', '/a', 'a//b', 'a/', 'a\nb', 'a\0b', './a']) {
      assert.ok(!isRepositoryPath(path), path);
      assert.equal(fileName('a'.repeat(40), path), undefined);
    }
    for (const path of ['a', ':(glob)x', '-x', 'a b/..c', 'C:\\x']) assert.ok(isRepositoryPath(path), path);
  });

  it('have every path behind two dashes, and none asks git to check a signature', () => {
    for (const { args } of Object.values(samplesOf('a'.repeat(40), 'b'.repeat(40))).flat()) {
      assert.ok(!args.some((arg) => arg.includes('%G')), args.join(' '));
      const end = args.indexOf('--');
      for (const path of ['a.txt', ':(exclude)x']) {
        const at = args.indexOf(path);
        assert.ok(at < 0 || (end >= 0 && end < at), args.join(' '));
      }
    }
    const { args: patches } = samplesOf('a'.repeat(40), 'b'.repeat(40)).patches[0] ?? { args: [] };
    assert.ok(patches.lastIndexOf('--output=x') > patches.indexOf('--'));
  });

  it('stand behind the hardening, which names every way out', () => {
    for (const setting of [
      'core.fsmonitor=false',
      'log.showSignature=false',
      'protocol.allow=never',
      '--no-optional-locks',
    ]) {
      assert.ok(hardening.includes(setting), setting);
    }
  });

  it('run in an environment without prompts, fetches and git variables of the outside', () => {
    const environment = gitEnvironment({
      PATH: '/usr/bin',
      GIT_DIR: '/x',
      GIT_CONFIG_COUNT: '1',
      LC_MESSAGES: 'de_DE',
    });
    assert.deepEqual(Object.keys(environment).sort(), [
      'GIT_NO_LAZY_FETCH',
      'GIT_NO_REPLACE_OBJECTS',
      'GIT_OPTIONAL_LOCKS',
      'GIT_TERMINAL_PROMPT',
      'LC_ALL',
      'NoDefaultCurrentDirectoryInExePath',
      'PATH',
    ]);
  });
});

interface Sample {
  readonly args: readonly string[];
  readonly input?: string;
}

/** Arguments of every command, among them some that look like options. */
function samplesOf(first: string, second: string): Readonly<Record<keyof typeof gitCommands, readonly Sample[]>> {
  return {
    readObjects: [{ args: gitCommands.readObjects(), input: `${second}^{commit}\n${second}:a.txt\nHEAD^{commit}\n` }],
    candidates: [{ args: gitCommands.candidates(first.slice(0, 7)) }],
    changes: [{ args: gitCommands.changes(), input: `${second} ${first}\n${first}\n` }],
    patches: [{ args: gitCommands.patches(['a.txt', '--output=x']), input: `${second} ${first}\n${first}\n` }],
    renames: [{ args: gitCommands.renames(first, second) }],
    log: [
      { args: gitCommands.log({ most: 10 }) },
      { args: gitCommands.log({ most: 10, from: [second], without: [first], paths: ['a.txt', ':(exclude)x'] }) },
      { args: gitCommands.log({ most: 10, messageHolds: '--output=x', since: 0, until: Date.UTC(2030, 0) }) },
    ],
    parents: [{ args: gitCommands.parents(0) }],
    tags: [{ args: gitCommands.tags() }],
    blame: [
      { args: gitCommands.blame({ commit: second, path: 'a.txt' }) },
      { args: gitCommands.blame({ commit: second, path: 'a.txt', ignored: [second], followsMoves: true }) },
      { args: gitCommands.blame({ commit: second, path: 'a.txt', ranges: [{ first: 1, last: 1 }] }) },
    ],
  };
}

function attempt(action: () => unknown): void {
  try {
    action();
  } catch {
    return;
  }
}

function filesOf({ folder }: TemporaryRepository): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
}
