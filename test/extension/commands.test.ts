import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { commandIds } from '../../src/extension/contributions';
import { closeAll, diagnosticsOf, open, read, until, uriOf, write } from './host';

const lateReport = 'incidents/2026-11-23-payment-confirmations-late/report.md';

describe('commands', () => {
  afterEach(closeAll);

  it('are registered, every one of package.json', async () => {
    const registered = new Set(await vscode.commands.getCommands(true));
    assert.deepEqual(
      Object.values(commandIds).filter((id) => !registered.has(id)),
      [],
    );
  });

  it('start a report with a default on every Enter, without a finding and with the cursor in Summary', async () => {
    const running = vscode.commands.executeCommand(commandIds.newReport);
    const editor = await acceptUntil(
      () => vscode.window.activeTextEditor,
      (shown) => shown?.document.uri.path.endsWith('/report.md') === true,
    );
    await running;
    assert.ok(editor);
    const { document, selection } = editor;
    assert.match(document.uri.path, /\/incidents\/\d{4}-\d{2}-\d{2}-untitled-incident\/report\.md$/);
    assert.match(document.getText(), /^---\ntype: incident-report\n/);
    const heading = document.lineAt(Math.max(0, selection.active.line - 2)).text;
    assert.equal(heading, '## Summary');
    assert.equal(document.isDirty, false);
    assert.deepEqual(
      vscode.languages.getDiagnostics(document.uri).map(({ message }) => message),
      [],
    );
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(document.uri, '..'), { recursive: true });
  });

  it('leave no trace when a step is left', async () => {
    const before = await vscode.workspace.fs.readDirectory(uriOf('incidents'));
    let hasEnded = false;
    const running = vscode.commands.executeCommand(commandIds.newReport).then(() => {
      hasEnded = true;
    });
    // The box opens once the folder has been read; closing nothing does nothing.
    await until('the command to end', async () => {
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
      return hasEnded;
    });
    await running;
    assert.deepEqual(await vscode.workspace.fs.readDirectory(uriOf('incidents')), before);
  });

  it('copy a status update of the open incident', async () => {
    await open(lateReport);
    await vscode.env.clipboard.writeText('');
    const running = vscode.commands.executeCommand(commandIds.copyStatusUpdate, uriOf(lateReport));
    const text = await acceptUntil(
      () => vscode.env.clipboard.readText(),
      (copied) => copied !== '',
    );
    await running;
    assert.match(text, /SEV3/);
    assert.match(text, /Payment confirmations arriving late/);
  });

  it('log to the incident that was picked before, where several are open', async () => {
    const other = 'incidents/2026-11-24-slow-search';
    const before = await read(lateReport);
    const log = async (words: string, severity: string) => {
      await write(`${other}/report.md`, before.replace('severity: SEV3', `severity: ${severity}`));
      await vscode.commands.executeCommand(commandIds.refresh);
      const running = vscode.commands.executeCommand(commandIds.logToTimeline, undefined, words);
      await until(words, async () => {
        await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        return (await read(lateReport)).includes(words);
      });
      await running;
    };
    // The graver one stands first, and Enter takes it where there is a choice.
    await log('queue depth at 900', 'SEV4');
    await log('queue depth at 800', 'SEV1');
    await write(lateReport, before);
    const { document } = await open(lateReport);
    await until('the text as it was', () => document.getText() === before);
    await vscode.workspace.fs.delete(uriOf(other), { recursive: true });
    await vscode.commands.executeCommand(commandIds.refresh);
  });

  it('know a report no longer that was deleted after its editor was closed', async () => {
    const other = 'incidents/2026-11-24-slow-search';
    const text = await read(lateReport);
    await write(`${other}/report.md`, text.replace('Payment confirmations arriving late', 'Search slow'));
    await open(`${other}/report.md`);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(uriOf(other), { recursive: true });
    await vscode.commands.executeCommand(commandIds.refresh);
    await vscode.env.clipboard.writeText('');
    const running = vscode.commands.executeCommand(commandIds.copyStatusUpdate, uriOf(`${other}/report.md`));
    const copied = await acceptUntil(
      () => vscode.env.clipboard.readText(),
      (found) => found !== '',
    );
    await running;
    assert.match(copied, /Payment confirmations arriving late/);
  });

  it('turn a rule off in .incidents.yml, for every document at once', async () => {
    await open(lateReport);
    await until('findings', () => diagnosticsOf(lateReport).length > 0);
    const before = await read('.incidents.yml');
    await vscode.commands.executeCommand(commandIds.turnOffRule, uriOf(lateReport), 'causal-language');
    assert.match(await read('.incidents.yml'), /lint:\n {2}causal-language: off/);
    await until('no finding', () => diagnosticsOf(lateReport).length === 0);
    await vscode.workspace.fs.writeFile(uriOf('.incidents.yml'), new TextEncoder().encode(before));
    await until('findings again', () => diagnosticsOf(lateReport).length > 0);
  });
});

/** Presses Enter in whatever quick input is open, until something is true. */
async function acceptUntil<T>(look: () => T | Thenable<T>, isDone: (value: T) => boolean): Promise<T> {
  const found = await until('the quick input to be answered', async () => {
    const value = await look();
    if (isDone(value)) return { value };
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext').then(undefined, () => undefined);
    return undefined;
  });
  return found.value;
}
