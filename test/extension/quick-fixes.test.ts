import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, diagnosticsOf, open, positionOf, read, until, uriOf, write } from './host';

const folder = 'incidents/2026-11-23-payment-confirmations-late';
const report = `${folder}/report.md`;
const postmortem = `${folder}/postmortem.md`;

describe('quick fixes', () => {
  afterEach(closeAll);

  it('offer the move first, and the suppression last', async () => {
    const titles = (await actionsAt('because')).map(({ title }) => title);
    assert.equal(titles[0], 'Keep the observation, move the explanation to the postmortem');
    assert.deepEqual(titles.slice(-2), [
      'Suppress causal-language on this line, with a reason…',
      'Turn off causal-language for this workspace',
    ]);
  });

  it('mark the first fix as the preferred one', async () => {
    const [first] = await actionsAt('because');
    assert.equal(first?.isPreferred, true);
  });

  it('move the explanation to a postmortem that is made for it, and undo restores every byte', async () => {
    const before = await read(report);
    const { document } = await open(report);
    const [move] = await actionsAt('because');
    assert.ok(move?.command);
    await vscode.commands.executeCommand(move.command.command, ...(move.command.arguments ?? []));
    const moved = await read(postmortem);
    assert.match(moved, /## Hypotheses considered\s+[^#]*queue of payment-worker was full/);
    assert.match(moved, /2026-11-23-payment-confirmations-late/);
    assert.equal(document.isDirty, false);
    const after = await read(report);
    assert.doesNotMatch(after, /because/);
    assert.match(after, /From 09:12 UTC on, confirmation mails left between 2 and 6 minutes after the payment\./);
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    await until('the former text', () => document.getText() === before);
    await document.save();
    assert.equal(await read(report), before);
    await vscode.workspace.fs.delete(uriOf(postmortem)).then(undefined, () => undefined);
  });

  it('leave a report with unsaved text unsaved', async () => {
    const { document } = await open(report);
    const typed = new vscode.WorkspaceEdit();
    typed.insert(document.uri, new vscode.Position(document.lineCount, 0), '- Typed and not saved.\n');
    await vscode.workspace.applyEdit(typed);
    const [move] = await actionsAt('as a result of');
    assert.ok(move?.command);
    await vscode.commands.executeCommand(move.command.command, ...(move.command.arguments ?? []));
    assert.equal(document.isDirty, true);
    assert.doesNotMatch(document.getText(), /as a result of/);
    assert.match(document.getText(), /Typed and not saved/);
    await vscode.workspace.fs.delete(uriOf(postmortem));
  });

  it('fix all at once what only writes down how it is read, as on save', async () => {
    const copy = 'incidents/2026-11-24-out-of-order/report.md';
    const head = '---\ntype: incident-report\nstatus: investigating\n---\n\n# Out of order\n\n## Timeline\n\n';
    const table = '| Time | Kind | Event |\n| --- | --- | --- |\n';
    const rows = ['| 2026-11-24 09:05Z | note | B |\n', '| 2026-11-24 09:01Z | note | A |\n'];
    await write(copy, `${head}${table}${rows.join('')}`);
    const { document } = await open(copy);
    await until('the finding', () => diagnosticsOf(copy).some(({ message }) => message.includes('stands after')));
    const [action, ...others] = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      new vscode.Range(0, 0, 0, 0),
      'source.fixAll.incidentDocs',
    );
    assert.ok(action?.edit);
    assert.deepEqual(others, []);
    await vscode.workspace.applyEdit(action.edit);
    assert.equal(document.getText(), `${head}${table}${rows.toReversed().join('')}`);
    await document.save();
    await closeAll();
    await vscode.workspace.fs.delete(uriOf('incidents/2026-11-24-out-of-order'), { recursive: true });
  });
});

async function actionsAt(text: string): Promise<readonly vscode.CodeAction[]> {
  const { document } = await open(report);
  await until('findings', () => diagnosticsOf(report).length > 0);
  const at = positionOf(document, text);
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    new vscode.Range(at, at.translate(0, 2)),
    vscode.CodeActionKind.QuickFix.value,
  );
  return actions.filter(({ title }) => /postmortem|causal-language/.test(title));
}
