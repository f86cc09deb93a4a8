import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, open, positionOf, uriOf } from './host';

const report = 'incidents/2026-11-23-payment-confirmations-late/report.md';

describe('completion and hover', () => {
  afterEach(closeAll);

  it('offer the severities of the team with their tests', async () => {
    const { document } = await open(report);
    const items = await itemsAt(report, positionOf(document, 'SEV3\nstatus'));
    const severity = items.find(({ label }) => label === 'SEV2');
    assert.equal(severity?.documentation, 'More than 5 % of checkouts fail.');
  });

  it('offer keys of .incidents.yml, and rules with their summaries', async () => {
    const { document } = await open('.incidents.yml');
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(document.lineCount, 0), '\nlint:\n  ');
    await vscode.workspace.applyEdit(edit);
    const labels = (await itemsAt('.incidents.yml', document.positionAt(document.getText().length))).map(
      ({ label }) => label,
    );
    assert.ok(labels.includes('causal-language'), labels.join(', '));
  });

  it('offer the kinds of entries in their column', async () => {
    const { document } = await open(report);
    const items = await itemsAt(report, positionOf(document, 'impact started |'));
    assert.ok(items.some(({ label }) => label === 'mitigated'));
  });

  it('offer nothing in prose', async () => {
    const { document } = await open(report);
    const ours = (await itemsAt(report, positionOf(document, 'confirmation mails left'))).filter(
      ({ kind }) => kind === vscode.CompletionItemKind.EnumMember || kind === vscode.CompletionItemKind.Property,
    );
    assert.deepEqual(ours, []);
  });

  it('explain an entry where its id stands, and a cited commit', async () => {
    const path = 'incidents/2026-11-09-checkout-errors/postmortem.md';
    const { document } = await open(path);
    const entry = await hoverAt(path, positionOf(document, 'E1402]'));
    assert.match(entry, /HTTP 500 rate of POST/);
    assert.match(entry.replaceAll('\\', ''), /Recorded 2026-11-10 15:30 UTC by alice, 1 day 1 h after/);
    const commit = positionOf(document, 'introduced `').translate(0, 'introduced `'.length + 2);
    assert.match(await hoverAt(path, commit), /[0-9a-f]{7}/);
  });

  it('explain a cause and an action where their ids stand', async () => {
    const path = 'incidents/2026-11-09-checkout-errors/postmortem.md';
    const { document } = await open(path);
    assert.match(
      await hoverAt(path, positionOf(document, 'C1 ')),
      /Retry change halved the connection pool[\s\S]*2 commits/,
    );
    assert.match(await hoverAt(path, positionOf(document, 'A3 ')), /Alert when more than 80[\s\S]*Owner\\?: bo/);
  });

  it('explain a key of the front matter', async () => {
    const { document } = await open(report);
    assert.notEqual(await hoverAt(report, positionOf(document, 'severity: ')), '');
  });
});

async function itemsAt(path: string, position: vscode.Position): Promise<readonly vscode.CompletionItem[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    uriOf(path),
    position,
  );
  return list.items;
}

async function hoverAt(path: string, position: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    uriOf(path),
    position,
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (typeof content === 'string' ? content : content.value))
    .join('\n');
}
