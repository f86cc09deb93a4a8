import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runGit } from '../../../src/node/git/run-git';

describe('a command that takes too long', () => {
  let folder: string;
  before(function () {
    if (process.platform === 'win32') this.skip();
    folder = mkdtempSync(path.join(tmpdir(), 'slow-git-'));
    writeFileSync(path.join(folder, 'git'), "#!/bin/sh\nprintf 'whole line\\nhalf a li'\nexec sleep 600\n");
    chmodSync(path.join(folder, 'git'), 0o755);
  });
  after(() => {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  });

  const run = (keepsPart: boolean) =>
    runGit({ path: path.join(folder, 'git'), environment: process.env }, folder, [], { timeOut: 1_500, keepsPart });

  it('gives no output', async () => {
    assert.equal(await run(false), undefined);
  });

  it('gives the whole lines that it printed, where a part is an answer', async () => {
    assert.equal((await run(true))?.output.toString(), 'whole line\n');
  });
});
