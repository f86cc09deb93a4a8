import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, uriOf, write } from './host';

const reportPath = 'incidents/2026-11-09-checkout-errors/report.md';

describe('the Markdown preview', () => {
  afterEach(closeAll);

  it('shows card, chart and anchors of a report in place of the front matter', async () => {
    const html = await rendered(reportPath);
    assert.match(html, /<div class="incident-docs-card incident-docs-rank2">/);
    assert.match(html, /<dt>Time to mitigate<\/dt><dd>33 min 10 s<\/dd>/);
    assert.match(html, /<svg class="incident-docs-chart" viewBox="0 0 848 \d+"/);
    assert.match(html, /<td[^>]*><a id="E1402"/);
    assert.match(html, /\[<a href="#E1431" data-href="#E1431">E1431<\/a>\]/);
    assert.ok(html.indexOf('incident-docs-card') < html.indexOf('Summary'));
    assert.ok(html.indexOf('<svg') < html.indexOf('<table', html.indexOf('Timeline</h2>')));
    assert.doesNotMatch(html, /incident-report|<script/);
  });

  it('shows a card of a postmortem', async () => {
    const html = await rendered('incidents/2026-11-09-checkout-errors/postmortem.md');
    assert.match(html, /<b>Postmortem<\/b>, published/);
    assert.match(html, /<a href="report\.md" data-href="report\.md">2026-11-09-checkout-errors<\/a>/);
  });

  it('leaves every other document as it is, a report outside the folder of incidents too', async () => {
    const text =
      '---\ntype: incident-report\nstatus: resolved\n---\n\n# Copy\n\n## Timeline\n\n- 2026-11-23 14:05Z: [E1405] Seen. E1405 <b>&amp;</b>\n';
    const other = text.replace('incident-report', 'incident-reports');
    await write('docs/copy.md', text);
    await write('docs/other.md', other);
    const [copy, plain] = [await rendered('docs/copy.md'), await rendered('docs/other.md')];
    assert.equal(copy.replace('incident-report', 'incident-reports'), plain);
    await vscode.workspace.fs.delete(uriOf('docs'), { recursive: true });
  });
});

/** The text of a preview, without the numbers of lines by which it scrolls. */
async function rendered(path: string): Promise<string> {
  const document = await vscode.workspace.openTextDocument(uriOf(path));
  const html = await vscode.commands.executeCommand<string>('markdown.api.render', document);
  return html.replace(/ (?:data-line|class|dir)="(?:\d+|code-line|auto)"/g, '');
}
