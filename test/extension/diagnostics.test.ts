import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, codeOf, diagnosticsOf, open, positionOf, until } from './host';

const lateReport = 'incidents/2026-11-23-payment-confirmations-late/report.md';
const resolvedReport = 'incidents/2026-11-09-checkout-errors/report.md';

describe('findings', () => {
  afterEach(closeAll);

  it('stand in the report of an open incident as information, with a link to the page of their rule', async () => {
    const { document } = await open(lateReport);
    const diagnostics = await until('three findings', () => {
      const found = diagnosticsOf(lateReport);
      return found.length === 3 && found;
    });
    assert.deepEqual(
      diagnostics.map((diagnostic) => [codeOf(diagnostic), document.getText(diagnostic.range), diagnostic.severity]),
      ['because', 'as a result of', 'led to'].map((cue) => [
        'causal-language',
        cue,
        vscode.DiagnosticSeverity.Information,
      ]),
    );
    const [first] = diagnostics;
    const target = typeof first?.code === 'object' ? first.code.target : undefined;
    assert.ok(target, 'the code has no target');
    assert.match(new TextDecoder().decode(await vscode.workspace.fs.readFile(target)), /^# .*causal-language/);
  });

  it('become warnings once the incident is resolved, as the status is typed', async () => {
    const { document } = await open(lateReport);
    await until('three findings', () => diagnosticsOf(lateReport).length === 3);
    const edit = new vscode.WorkspaceEdit();
    const status = positionOf(document, 'investigating');
    edit.replace(document.uri, new vscode.Range(status, status.translate(0, 'investigating'.length)), 'resolved');
    await vscode.workspace.applyEdit(edit);
    await until('warnings', () =>
      diagnosticsOf(lateReport)
        .filter((diagnostic) => codeOf(diagnostic) === 'causal-language')
        .every(({ severity }) => severity === vscode.DiagnosticSeverity.Warning),
    );
  });

  it('are none in a report that keeps to what was observed', async () => {
    await open(resolvedReport);
    await open(lateReport);
    await until('the findings of the other report', () => diagnosticsOf(lateReport).length > 0);
    assert.deepEqual(diagnosticsOf(resolvedReport), []);
  });

  it('are at most 500 in a document, the gravest first and then those nearest to what is visible', async () => {
    const { document } = await open(lateReport);
    await until('three findings', () => diagnosticsOf(lateReport).length === 3);
    const lines = Array.from({ length: 700 }, (_, at) => `Mails stopped because of lock ${at}.\n\n`).join('');
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, positionOf(document, '## Impact'), lines);
    await vscode.workspace.applyEdit(edit);
    const isShown = (text: string) => {
      const { line } = positionOf(document, text);
      return diagnosticsOf(lateReport).some(({ range }) => range.start.line === line);
    };
    await until('500 findings', () => diagnosticsOf(lateReport).length === 500 && isShown('lock 1.'));
    assert.ok(!isShown('lock 699.'));
    const editor = vscode.window.activeTextEditor;
    const last = positionOf(document, 'lock 699.');
    editor?.revealRange(new vscode.Range(last, last), vscode.TextEditorRevealType.InCenter);
    await until('the findings that came into view', () => isShown('lock 699.'));
    assert.equal(diagnosticsOf(lateReport).length, 500);
    assert.ok(!isShown('lock 1.'));
  });

  it('follow the text while it is typed, line by line', async () => {
    const { document } = await open(lateReport);
    await until('three findings', () => diagnosticsOf(lateReport).length === 3);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, positionOf(document, 'From 09:12 UTC'), 'First line.\r\n\r\n');
    edit.insert(document.uri, positionOf(document, '## Impact'), 'Mails stopped due to a lock.\n\n');
    await vscode.workspace.applyEdit(edit);
    await until('a fourth finding', () => diagnosticsOf(lateReport).length === 4);
    assert.deepEqual(
      diagnosticsOf(lateReport).map(({ range }) => document.getText(range)),
      ['because', 'due to', 'as a result of', 'led to'],
    );
  });
});
