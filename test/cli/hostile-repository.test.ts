import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { plantCanaries } from '../node/git/plant-canaries';
import { createTemporaryRepository, type TemporaryRepository } from '../node/git/temporary-repository';

const id = '2026-11-23-checkout-errors';

describe('the bundled command line in a hostile repository', function () {
  this.timeout(30_000);
  let tools = '';
  let repository: TemporaryRepository;

  before(async () => {
    tools = mkdtempSync(path.join(tmpdir(), 'incident-docs-cli-'));
    await build({
      entryPoints: ['src/cli/main.ts'],
      outfile: path.join(tools, 'cli.cjs'),
      bundle: true,
      platform: 'node',
      format: 'cjs',
      target: 'node22',
      mainFields: ['module', 'main'],
      logLevel: 'warning',
    });
  });
  after(() => rmSync(tools, { recursive: true, force: true }));

  beforeEach(() => {
    repository = createTemporaryRepository();
    repository.write('.gitattributes', '* diff=canary filter=canary\n');
    repository.write('pool.ts', 'size = 10\n');
    repository.commit('Keep ten connections', '2026-11-20T10:00:00Z');
    repository.write('pool.ts', 'size = 1\n');
    repository.write('--upload-pack=x', 'a\n');
    const fault = repository.commit('Keep one connection', '2026-11-23T10:00:00Z');
    repository.write('pool.ts', 'size = 10\n');
    repository.write('--upload-pack=x', 'b\n');
    const fix = repository.commit('Keep ten connections again', '2026-11-23T15:00:00Z');
    repository.write('.incidents.yml', 'timeZone: UTC\n');
    repository.write(`incidents/${id}/report.md`, report);
    repository.write(`incidents/${id}/postmortem.md`, postmortemOf(fix));
    repository.write('.gitmodules', '[submodule "sub"]\n\tpath = sub\n\turl = ext::sh -c true\n');
    writeFileSync(path.join(repository.folder, '.git/refs/heads/--upload-pack=x'), `${fault}\n`);
    plantCanaries(repository);
  });
  afterEach(() => repository.remove());

  it('has canaries that do run when git is asked without care', () => {
    const { status } = spawnSync('git', ['-C', repository.folder, 'diff', 'HEAD~1', 'HEAD'], { stdio: 'ignore' });
    assert.notEqual(status, 0);
    assert.notDeepEqual(repository.marks(), []);
  });

  for (const [argv, printed] of [
    [['lint'], /unknown-commit/],
    [['suspects', id, '--cause', 'C1'], /Keep one connection/],
    [['metrics'], /./],
    [['list'], /Checkout errors/],
    [['log', '14:05 restarted api-3', '--incident', id], /restarted api-3/],
    [['import', '--git', '--incident', id], /Committed: Keep one connection|Added [1-9]|1 entr/],
  ] as const) {
    it(`runs nothing for ${argv[0]}, and answers`, () => {
      const { stdout, stderr } = spawnSync(process.execPath, [path.join(tools, 'cli.cjs'), ...argv], {
        cwd: repository.folder,
        encoding: 'utf8',
        env: { PATH: process.env.PATH, HOME: tools },
      });
      assert.match(stdout, printed, stderr);
      assert.deepEqual(repository.marks(), []);
    });
  }
});

const report = `---
type: incident-report
status: resolved
---

# Checkout errors

## Timeline

| Time | Kind | Event | Evidence | ID |
| --- | --- | --- | --- | --- |
| 2026-11-23 14:00Z | impact started | Checkout answered 503. | | E1400 |
`;

const postmortemOf = (fix: string) => `---
type: postmortem
report: report.md
---

# Checkout errors

## Causes

### C1: The pool was too small

- Commits: fixed ${fix}, suspect 0123456789ab
`;
