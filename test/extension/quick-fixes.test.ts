import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, diagnosticsOf, open, positionOf, read, until, uriOf } from './host';

const folder = 'incidents/2026-11-23-payment-confirmations-late';
const report = `${folder}/report.md`;
const postmortem = `${folder}/postmortem.md`;

describe('quick fixes', () => {
  afterEach(closeAll);

  it('offer the move first, and the suppression last', async () => {
    const titles = (await actionsAt('because')).map(({ title }) => title);
    assert.equal(titles[0], 'Keep the observation, move the explanation to the postmortem');
    assert.equal(titles[1], 'Quote with a speaker');
    assert.deepEqual(titles.slice(-3), [
      'Suppress causal-language on this line, with a reason…',
      'Suppress causal-language in this file, with a reason…',
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

  it('quote a sentence with who said it and when, in one step of undo', async () => {
    const { document } = await open(report);
    const before = document.getText();
    const [, quote] = await actionsAt('because');
    assert.ok(quote?.command);
    const done = vscode.commands.executeCommand(quote.command.command, ...(quote.command.arguments ?? []));
    // The box takes Enter once it is shown; which of its two questions is asked, the text tells.
    await until('the quotation', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return /^\S.*: "[^"]* because [^"]*"\./m.test(document.getText());
    });
    await done;
    await until('no finding of it', () => !/because/.test(findingsOf(document)));
    await vscode.commands.executeCommand('undo');
    await until('the former text', () => document.getText() === before);
    await document.save();
  });

  it('fix all that needs no look when a document is saved, where the settings ask for it', async () => {
    const { document } = await open(report);
    const before = document.getText();
    const settings = vscode.workspace.getConfiguration('editor', document);
    await settings.update('codeActionsOnSave', { 'source.fixAll.incidentDocs': 'explicit' }, true);
    try {
      await insert(document, new vscode.Position(1, 0), 'owner: @alice\n');
      await document.save();
      assert.match(document.getText(), /^owner: "@alice"$/m);
      assert.match(document.getText(), /because/);
    } finally {
      await settings.update('codeActionsOnSave', undefined, true);
    }
    await replaceAll(document, before);
    await document.save();
  });

  it('offer all fixes of a rule at once where several need no look', async () => {
    const { document } = await open(report);
    const comment = ' <!-- incident-docs-disable-line blame: as told -->';
    const heading = document.lineAt(positionOf(document, '# ').line).range.end;
    await insert(document, heading, `${comment}\n\nText.${comment}`);
    await until('its finding', () => diagnosticsOf(report).some(({ code }) => JSON.stringify(code).includes('unused')));
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      new vscode.Range(heading.translate(0, 3), heading.translate(0, 4)),
    );
    const all = actions.find(({ title }) => title === 'Fix all unused-suppression in this file');
    assert.ok(all?.edit, actions.map(({ title }) => title).join(', '));
    await vscode.workspace.applyEdit(all.edit);
    assert.doesNotMatch(document.getText(), /incident-docs-disable/);
  });

  it('offer the near rule in .incidents.yml', async () => {
    const { document } = await open('.incidents.yml');
    await insert(document, new vscode.Position(document.lineCount, 0), '\nlint:\n  causal-languge: off\n');
    const at = positionOf(document, 'causal-languge');
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      new vscode.Range(at, at),
    );
    assert.deepEqual(
      actions.map(({ title }) => title).filter((title) => /causal|Suppress|Turn/.test(title)),
      ['Change to causal-language'],
    );
  });
});

function findingsOf(document: vscode.TextDocument): string {
  return diagnosticsOf(report)
    .map(({ range }) => document.getText(range))
    .join(', ');
}

async function insert(document: vscode.TextDocument, at: vscode.Position, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, at, text);
  await vscode.workspace.applyEdit(edit);
}

async function replaceAll(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
  await vscode.workspace.applyEdit(edit);
}

async function actionsAt(text: string): Promise<readonly vscode.CodeAction[]> {
  const { document } = await open(report);
  await until('findings', () => diagnosticsOf(report).length > 0);
  const at = positionOf(document, text);
  // VS Code gives up and shows none while other extensions still register their providers.
  return until('actions', async () => {
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      new vscode.Range(at, at.translate(0, 2)),
      vscode.CodeActionKind.QuickFix.value,
    );
    const ours = actions.filter(({ title }) => /postmortem|causal-language|Quote/.test(title));
    return ours.length > 0 && ours;
  });
}
