import assert from 'node:assert/strict';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { createCommitSource } from '../../../src/node/git/commit-source';
import { findGit } from '../../../src/node/git/find-git';
import { gitCommands, gitEnvironment, hardening, isHash } from '../../../src/node/git/git-commands';
import { runGit } from '../../../src/node/git/run-git';
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
    for (const [key, canary] of Object.entries(settings)) repository.git('config', key, repository.canary(canary));
    repository.git('config', 'log.showSignature', 'true');
    for (const hook of ['post-index-change', 'reference-transaction', 'fsmonitor-watchman', 'post-checkout']) {
      writeFileSync(
        join(repository.folder, '.git/hooks', hook),
        `#!/bin/sh\nexec '${repository.canary(`hook-${hook}`)}'\n`,
        {
          mode: 0o755,
        },
      );
    }
    writeFileSync(join(repository.folder, '.git/refs/heads/--output=x'), `${first}\n`);
  });

  afterEach(() => repository.remove());

  it('has canaries that do run when git is asked without care', () => {
    attempt(() => repository.git('status'));
    attempt(() => repository.git('diff', first, second));
    assert.ok(repository.marks().includes('fsmonitor'));
    assert.ok(repository.marks().includes('diff-command'));
  });

  it('runs nothing and writes nothing when commits and their changes are read', async () => {
    const before = filesOf(repository);
    const source = createCommitSource({ folder: repository.folder, isTrusted: () => true, repositories: () => ({}) });
    try {
      const answers = await source.lookUp([first, second.slice(0, 7), 'deadbee', '--output=x']);
      assert.deepEqual(
        [...answers.values()].map(({ state }) => state),
        ['found', 'found', 'unknown', 'unknown'],
      );
      assert.equal((await source.changedFiles(second))?.files.length, 1);
    } finally {
      source.dispose();
    }
    assert.deepEqual(repository.marks(), []);
    assert.deepEqual(filesOf(repository), before);
  });

  for (const [name, args] of Object.entries({
    locate: gitCommands.locate(),
    readObjects: gitCommands.readObjects(),
    candidates: gitCommands.candidates('deadbee'),
    window: gitCommands.window(0, 2_000_000_000, 10),
    tags: gitCommands.tags(),
  })) {
    it(`runs nothing for the command ${name}`, async () => {
      const path = (await findGit(process.env)) ?? '';
      await runGit({ path, environment: process.env }, repository.folder, args);
      assert.deepEqual(repository.marks(), []);
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
        assert.throws(() => gitCommands.changes('deadbee', ref));
        assert.throws(() => gitCommands.changes(ref, undefined));
      }),
    );
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

/** Settings that name a program, with the canary each one would run. */
const settings: Readonly<Record<string, string>> = {
  'core.fsmonitor': 'fsmonitor',
  'diff.external': 'external',
  'diff.canary.textconv': 'textconv',
  'diff.canary.command': 'diff-command',
  'filter.canary.smudge': 'smudge',
  'filter.canary.clean': 'clean',
  'gpg.program': 'gpg',
  'core.pager': 'pager',
  'core.editor': 'editor',
  'core.sshCommand': 'ssh',
  'core.askPass': 'askpass',
  'credential.helper': 'credential',
  'core.alternateRefsCommand': 'alternates',
};

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
