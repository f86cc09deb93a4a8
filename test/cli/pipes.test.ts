import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';

describe('the bundled command line', function () {
  this.timeout(20_000);
  let folder = '';
  let bundle = '';

  before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'incident-docs-cli-'));
    bundle = path.join(folder, 'cli.cjs');
    await build({
      entryPoints: ['src/cli/main.ts'],
      outfile: bundle,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      target: 'node22',
      mainFields: ['module', 'main'],
      logLevel: 'warning',
    });
    const findings = 'It failed because of the pool.\n\n'.repeat(4000);
    mkdirSync(path.join(folder, 'incidents/2026-11-23-long'), { recursive: true });
    writeFileSync(path.join(folder, '.incidents.yml'), '');
    const head = '---\ntype: incident-report\nstatus: resolved\n---\n\n# Long\n\n## Summary\n\n';
    writeFileSync(path.join(folder, 'incidents/2026-11-23-long/report.md'), head + findings);
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  it('gives a slow reader of the pipe everything', async () => {
    const { code, stdout } = await run(['lint', '--format', 'json'], { isSlow: true });
    assert.equal(code, 1);
    const { files } = JSON.parse(stdout);
    assert.ok(files[0].findings.length >= 4000);
    assert.ok(stdout.length > 500_000);
  });

  it('ends quietly where the reader leaves early', async () => {
    const { stderr, signal } = await run(['lint'], { leavesAfter: 10 });
    assert.deepEqual([stderr, signal], ['', null]);
  });

  it('ends with 2 and one line for bad usage', async () => {
    const { code, stdout, stderr } = await run(['lint', 'none.md'], {});
    assert.deepEqual(
      [code, stdout, stderr],
      [2, '0 files checked: no findings.\n', 'incident-docs: none.md is not there.\n'],
    );
  });

  interface Reading {
    /** Takes one chunk at a time with a pause in between. */
    readonly isSlow?: boolean;
    /** Closes the pipe after so many characters. */
    readonly leavesAfter?: number;
  }

  async function run(argv: readonly string[], { isSlow = false, leavesAfter = Number.POSITIVE_INFINITY }: Reading) {
    const child = spawn(process.execPath, [bundle, ...argv], { cwd: folder });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      if (stdout.length > leavesAfter) child.stdout.destroy();
      if (!isSlow) return;
      child.stdout.pause();
      setImmediate(() => child.stdout.resume());
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    return new Promise<{ code: number | null; signal: string | null; stdout: string; stderr: string }>(
      (resolve, reject) => {
        child.on('error', reject);
        child.on('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
      },
    );
  }
});
