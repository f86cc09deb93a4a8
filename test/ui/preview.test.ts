import assert from 'node:assert/strict';
import { openWorkbench, type Workbench } from '../support/workbench';

const incident = 'incidents/2026-11-09-checkout-errors';

describe('the preview of a report', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await openWorkbench({
      open: `${incident}/report.md`,
      settings: { 'workbench.colorTheme': 'Dark Modern' },
      viewport: { width: 1200, height: 700 },
    });
    // The theme of the workspace comes after the one of the browser.
    await workbench.page.locator('.monaco-workbench.vs-dark').waitFor();
    await workbench.page.locator('.codelens-decoration', { hasText: 'add entry' }).first().waitFor();
    await workbench.runCommand('Markdown: Open Preview');
  });
  after(() => workbench.close());

  it('shows the card in the colours of the theme, and the chart as wide as the text at most', async () => {
    const preview = workbench.webview();
    const card = preview.locator('body.vscode-dark .incident-docs-card');
    await card.waitFor();
    const border = await card.evaluate(
      `getComputedStyle(document.querySelector('.incident-docs-card')).borderLeftColor`,
    );
    assert.equal(border, 'rgb(226, 165, 94)');
    const [chart, text] = await Promise.all([
      preview.locator('svg.incident-docs-chart').boundingBox(),
      preview.locator('h1').boundingBox(),
    ]);
    assert.ok(chart && text);
    assert.ok(chart.width > 300 && chart.width <= text.width, `${chart.width} of ${text.width}`);
  });

  it('leads from the durations to the rows that they are computed from', async () => {
    const preview = workbench.webview();
    const isInView = `[...document.querySelectorAll('tr')].some((row) => {
      const { top, bottom } = row.getBoundingClientRect();
      return row.textContent.includes('back at 0.1 %') && top < innerHeight && bottom > 0;
    })`;
    const body = preview.locator('body');
    assert.equal(await body.evaluate(isInView), false);
    await preview.locator('.incident-docs-card a', { hasText: 'E1435' }).click();
    await body.evaluate(`new Promise((resolve) => {
      const look = () => (${isInView} ? resolve() : requestAnimationFrame(look));
      look();
    })`);
  });
});
