import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, codeOf, diagnosticsOf, open, positionOf, read, until, uriOf, write } from './host';

const resolved = 'incidents/2026-11-09-checkout-errors';
const late = 'incidents/2026-11-23-payment-confirmations-late';

describe('lenses', () => {
  afterEach(closeAll);

  it('say over each cause which commit did what, and how long before impact', async () => {
    const titles = await titlesOnce(`${resolved}/postmortem.md`, (found) =>
      found.some((title) => title.includes('before impact')),
    );
    assert.deepEqual(titles.slice(0, 2), ['2 causes', 'link commit']);
    assert.match(titles[2] ?? '', /^introduced [0-9a-f]{7} Halve the pool when retrying, 3 h 12 min before impact$/);
    assert.match(titles[3] ?? '', /^fixed [0-9a-f]{7} .+ after impact started$/);
    assert.equal(titles[4], 'lines then and now');
  });

  it('open the changes of the commit', async () => {
    await titlesOnce(`${resolved}/postmortem.md`, (found) => found.some((title) => title.includes('before impact')));
    const lens = (await lensesOf(`${resolved}/postmortem.md`)).find(({ command }) =>
      command?.title.startsWith('introduced'),
    );
    assert.ok(lens?.command);
    await vscode.commands.executeCommand(lens.command.command, ...(lens.command.arguments ?? []));
    const tab = await until('the changes', () => {
      const active = vscode.window.tabGroups.activeTabGroup.activeTab;
      return active?.label.includes('Halve the pool when retrying') === true && active;
    });
    assert.match(tab.label, /^[0-9a-f]{7} Halve the pool when retrying/);
  });

  it('say of a hash that is not there that it is not, and so does a finding', async () => {
    const path = `${resolved}/postmortem.md`;
    const { document } = await open(path);
    const edit = new vscode.WorkspaceEdit();
    const at = positionOf(document, 'introduced `').translate(0, 'introduced `'.length);
    edit.replace(document.uri, new vscode.Range(at, at.translate(0, 12)), 'deadbeef0123');
    await vscode.workspace.applyEdit(edit);
    await titlesOnce(path, (found) => found.includes('deadbee is not in this repository'));
    await until('the finding', () => diagnosticsOf(path).some((diagnostic) => codeOf(diagnostic) === 'unknown-commit'));
  });

  it('keep their number while a hash is being typed', async () => {
    const path = `${resolved}/postmortem.md`;
    const titles = await titlesOnce(path, (found) => found.some((title) => title.includes('before impact')));
    const { document } = await open(path);
    const edit = new vscode.WorkspaceEdit();
    const at = positionOf(document, 'introduced `').translate(0, 'introduced `'.length);
    edit.delete(document.uri, new vscode.Range(at, at.translate(0, 12)));
    await vscode.workspace.applyEdit(edit);
    assert.equal((await lensesOf(path)).length, titles.length);
  });

  it('are as many before git has answered as after, so that no line jumps', async () => {
    const path = `${resolved}/postmortem.md`;
    const copy = 'incidents/2026-11-10-first-look/postmortem.md';
    await write(copy, (await read(path)).replace(/`[0-9a-f]{12}`/, '`1234567890ab`'));
    await open(copy);
    const first = await until('the first lenses', async () => {
      const lenses = await lensesOf(copy);
      return lenses.length > 0 && lenses;
    });
    await titlesOnce(copy, (found) => found.some((title) => title.includes('is not in this repository')));
    assert.equal((await lensesOf(copy)).length, first.length);
    await closeAll();
    await vscode.workspace.fs.delete(uriOf('incidents/2026-11-10-first-look'), { recursive: true });
  });

  it('tell at the head of a report what is computed and what comes next', async () => {
    const titles = await titlesOnce(`${resolved}/report.md`, (found) => found.includes('open postmortem'));
    assert.deepEqual(titles.slice(0, 3), [
      'time to mitigate 33 min 10 s (E1402 to E1435)',
      'add entry',
      'open postmortem',
    ]);
    assert.deepEqual(titles.slice(3), ['12 entries, 13:40Z to 14:50Z', 'add entry', 'edit entry']);
  });

  it('say the days of a timeline that goes past midnight', async () => {
    const path = `${late}/report.md`;
    const { document } = await open(path);
    const edit = new vscode.WorkspaceEdit();
    const at = positionOf(document, '2026-11-23 09:38Z');
    edit.replace(document.uri, new vscode.Range(at, at.translate(0, '2026-11-23'.length)), '2026-11-24');
    await vscode.workspace.applyEdit(edit);
    await titlesOnce(path, (found) =>
      found.some((title) => /^8 entries, 23 Nov.* 08:55Z to 24 Nov.* 09:38Z$/.test(title)),
    );
  });

  it('follow a postmortem that arrives on disk', async () => {
    await titlesOnce(`${late}/report.md`, (found) => found.includes('new postmortem'));
    await write(`${late}/postmortem.md`, '---\ntype: postmortem\nstatus: draft\n---\n\n# Late mails\n');
    await titlesOnce(`${late}/report.md`, (found) => found.includes('open postmortem'));
    await vscode.workspace.fs.delete(uriOf(`${late}/postmortem.md`));
    await titlesOnce(`${late}/report.md`, (found) => found.includes('new postmortem'));
  });
});

async function titlesOnce(path: string, isThere: (titles: readonly string[]) => boolean): Promise<readonly string[]> {
  await open(path);
  return until(`lenses of ${path}`, async () => {
    const titles = (await lensesOf(path)).map(({ command }) => command?.title ?? '');
    return isThere(titles) && titles;
  });
}

async function lensesOf(path: string): Promise<readonly vscode.CodeLens[]> {
  return vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uriOf(path), 50);
}
