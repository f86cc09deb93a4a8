import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';
import { closeAll, folderUri, open, until, uriOf } from './host';

/** The commit that introduced the fault of C1 and the one that fixed it wrote lines of it. */
const file = 'src/pool.ts';

describe('the memory of code', () => {
  afterEach(closeAll);

  it('says at the head of a file how many incidents its lines were part of', async () => {
    await open(file);
    // The incidents may still be being read.
    const [lens, ...others] = await until('a lens', async () => {
      const lenses = await lensesOf(file);
      return lenses.length > 0 && lenses;
    });
    // Other tests link commits of it to other incidents.
    assert.match(lens?.command?.title ?? '', /^\d+ incidents?(?:, \d+ open actions?)?$/);
    assert.equal(lens?.range.start.line, 0);
    assert.deepEqual(others, []);
  });

  it('is silent in a file that no cited commit touched', async () => {
    await open('README.md');
    assert.deepEqual(await lensesOf('README.md'), []);
  });

  it('keeps its lens in its place while the file is changed', async () => {
    const editor = await open(file);
    const [first] = await lensesOf(file);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '// A new line\n'));
    const [second] = await lensesOf(file);
    assert.equal(second?.command?.title, first?.command?.title);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('goes with a file that a commit renames', async () => {
    const renamed = 'src/connections.ts';
    git('mv', file, renamed);
    git('-c', 'user.name=alice', '-c', 'user.email=alice@example.org', 'commit', '-q', '-m', 'Name it after its use');
    try {
      await open(renamed);
      const [lens] = await until('a lens', async () => {
        const lenses = await lensesOf(renamed);
        return lenses.length > 0 && lenses;
      });
      assert.match(lens?.command?.title ?? '', /^\d+ incidents?/);
    } finally {
      await closeAll();
      git('reset', '-q', '--soft', 'HEAD~1');
      git('mv', renamed, file);
    }
  });
});

function git(...args: readonly string[]): void {
  execFileSync('git', args, { cwd: folderUri().fsPath, stdio: 'pipe' });
}

async function lensesOf(path: string): Promise<readonly vscode.CodeLens[]> {
  const found = await until('lenses', () =>
    vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uriOf(path)),
  );
  return found.filter(({ command }) => command?.command === 'incidentDocs.incidentsOfFile');
}
