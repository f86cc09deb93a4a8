import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, open, positionOf, until, uriOf } from './host';

const report = 'incidents/2026-11-09-checkout-errors/report.md';

describe('hovers over the timeline', () => {
  afterEach(closeAll);

  it('say of a time what it is in both zones and how far from impact started', async () => {
    const { document } = await open(report);
    const row = document.lineAt(lineOf(document, '| mitigated |'));
    const shown = await hoverAt(row.range.start.translate(0, 4));
    assert.match(shown, /14:35:20 UTC/);
    assert.match(shown, /33 min 10 s after impact started/);
  });

  it('say of a milestone what it means and which duration ends with it', async () => {
    const { document } = await open(report);
    const line = lineOf(document, '| mitigated |');
    const column = document.lineAt(line).text.indexOf('mitigated') + 2;
    const shown = await hoverAt(new vscode.Position(line, column));
    assert.match(shown, /Users were no longer affected/);
    assert.match(shown, /Time to mitigate: 33 min 10 s \(E1402 to E1435\)/);
  });

  it('lead from the lens to all durations', async () => {
    await open(report);
    const lens = await until('the lens', async () => {
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        uriOf(report),
      );
      return lenses.find(({ command }) => command?.title.startsWith('time to mitigate'));
    });
    assert.equal(lens.command?.command, 'incidentDocs.showMetrics');
  });
});

function lineOf(document: vscode.TextDocument, text: string): number {
  return positionOf(document, text).line;
}

async function hoverAt(position: vscode.Position): Promise<string> {
  return until('the hover', async () => {
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      uriOf(report),
      position,
    );
    const text = hovers
      .flatMap(({ contents }) => contents)
      .map((content) => (typeof content === 'string' ? content : content.value))
      .join('\n')
      .replaceAll('\\', '');
    return text !== '' && text;
  });
}
