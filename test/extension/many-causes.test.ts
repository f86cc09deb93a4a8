import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';
import { closeAll, folderUri, open, positionOf, report, until, uriOf, write } from './host';

const folder = 'incidents/2026-11-11-many-causes';
const path = `${folder}/postmortem.md`;
const other = 'incidents/2026-11-09-checkout-errors/postmortem.md';
const causes = 40;
const lensesOfCause = 4;

describe('the lenses of a postmortem with 40 causes', () => {
  let document: vscode.TextDocument;
  let titles: readonly string[];

  before(async () => {
    await write(path, postmortemOf(makeCommits()));
    // The start of the extension is measured elsewhere.
    await open(other);
    await until('the lenses of another postmortem', async () => (await lensesOf(other)).length > 0);
    const start = performance.now();
    ({ document } = await open(path));
    const lenses = await until('the lenses', async () => {
      const found = await lensesOf();
      return found.filter(({ title }) => title.startsWith('introduced')).every(isWhole) && found.length > 0 && found;
    });
    report(`lenses of ${causes} causes complete ${Math.round(performance.now() - start)} ms after opening`);
    titles = lenses.map(({ title }) => title);
    await until('the first tags', async () => {
      titles = (await lensesOf()).map(({ title }) => title);
      return !titles.includes('first tag not known');
    });
  });

  after(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(uriOf(folder), { recursive: true });
  });

  it('all have their titles', () => {
    assert.equal(titles.length, 2 + causes * lensesOfCause);
    assert.deepEqual(titles.slice(0, 2), ['40 causes', 'link commit']);
    for (let number = 1; number <= causes; number++) {
      const at = 2 + (number - 1) * lensesOfCause;
      assert.match(titles[at] ?? '', new RegExp(`^introduced [0-9a-f]{7} Change ${number} of the pool, `));
      assert.deepEqual(titles.slice(at + 1, at + lensesOfCause), ['lines then and now', 'in no tag', 'find suspects']);
    }
  });

  it('keep titles, number and lines while a sentence, a line, a hash and a heading are typed in the middle', async () => {
    const analysis = positionOf(document, 'What is known of cause 20.');
    for (const [at, letter] of [...'It held.\n\n'].entries()) {
      await insert(document.positionAt(document.offsetAt(analysis) + at), letter);
      await assertSteady(`after the letter ${at} of a sentence`);
    }
    const hash = positionOf(document, '- Role: contributing factor 20').translate(1, '- Commits: introduced `'.length);
    const digits = document.getText(new vscode.Range(hash, hash.translate(0, 12)));
    for (let left = 11; left >= 0; left--) {
      await replace(new vscode.Range(hash.translate(0, left), hash.translate(0, left + 1)), '');
      await assertSteady(`with ${left} digits of a hash`);
    }
    for (const [at, digit] of [...digits].entries()) {
      await insert(hash.translate(0, at), digit);
      await assertSteady(`with the digit ${at} of a hash typed again`);
    }
    const heading = positionOf(document, '### C20 ');
    for (const characters of [4, 7]) {
      const range = new vscode.Range(heading, heading.translate(0, characters));
      const text = document.getText(range);
      await replace(range, '');
      await assertSteady(`without ${text} of a heading`);
      await insert(heading, text);
      await assertSteady(`with ${text} of a heading typed again`);
    }
    await insert(heading, '\n\n');
    await assertSteady('with lines above a heading');
  });

  it('say what stands there once nobody types any more', async () => {
    const hash = positionOf(document, '- Role: contributing factor 30').translate(1, '- Commits: introduced `'.length);
    await replace(new vscode.Range(hash, hash.translate(0, 12)), 'deadbeef0123');
    await until('the new title', async () =>
      (await lensesOf()).some(({ title }) => title === 'deadbee is not in this repository'),
    );
  });

  async function assertSteady(when: string): Promise<void> {
    const lenses = await lensesOf();
    assert.deepEqual(
      lenses.map(({ title }) => title),
      titles,
      when,
    );
    const headings = [...document.getText().matchAll(/(?:### )?(?:C20 )?The pool was changed, part \d+$/gm)];
    const lines = headings.map(({ index }) => document.positionAt(index).line);
    assert.deepEqual([...new Set(lenses.slice(2).map(({ line }) => line))], lines, when);
  }

  function insert(at: vscode.Position, text: string): Promise<void> {
    return replace(new vscode.Range(at, at), text);
  }

  async function replace(range: vscode.Range, text: string): Promise<void> {
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, range, text);
    assert.ok(await vscode.workspace.applyEdit(edit));
  }
});

function isWhole({ title }: { readonly title: string }): boolean {
  return title.includes(' of the pool, ');
}

async function lensesOf(file = path): Promise<readonly { readonly title: string; readonly line: number }[]> {
  const run = vscode.commands.executeCommand<vscode.CodeLens[]>;
  const lenses = await run('vscode.executeCodeLensProvider', uriOf(file), 500);
  return lenses.map(({ command, range }) => ({ title: command?.title ?? '', line: range.start.line }));
}

/** Commits that no branch leads to, so that other tests see the repository as it was. */
function makeCommits(): readonly string[] {
  const numbers = Array.from({ length: causes }, (_, at) => at + 1);
  return numbers.map((number) => {
    const args = ['commit-tree', 'HEAD^{tree}', '-p', 'HEAD', '-m', `Change ${number} of the pool`];
    return execFileSync('git', args, { cwd: folderUri().fsPath, encoding: 'utf8' }).trim();
  });
}

function postmortemOf(hashes: readonly string[]): string {
  const records = hashes.map(
    (hash, at) => `### C${at + 1} The pool was changed, part ${at + 1}

- Role: contributing factor ${at + 1}
- Commits: introduced \`${hash.slice(0, 12)}\`
- Confidence: high

What is known of cause ${at + 1}.
`,
  );
  return `---
type: postmortem
status: draft
---

# The pool was changed

## Root causes and contributing factors

${records.join('\n')}`;
}
