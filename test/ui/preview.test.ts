import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
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
    const body = preview.locator('body');
    assert.equal(await body.evaluate(isInView('back at 0.1 %')), false);
    await preview.locator('.incident-docs-card a', { hasText: 'E1435' }).click();
    await cameIntoView(body, 'back at 0.1 %');
  });

  it('leads from what a postmortem cites to the report', async () => {
    const { page } = workbench;
    await workbench.runCommand('View: Close All Editors');
    await workbench.openFile(`${incident}/postmortem.md`);
    await page.locator('.codelens-decoration', { hasText: 'link commit' }).first().waitFor();
    await workbench.runCommand('Markdown: Open Preview');
    await workbench.webview().locator('p a', { hasText: 'E1402' }).click();
    await workbench.webview().locator('.incident-docs-chart').waitFor();
  });
});

/** An expression that tells whether a row with these words is in view. */
function isInView(words: string): string {
  return `[...document.querySelectorAll('tr')].some((row) => {
    const { top, bottom } = row.getBoundingClientRect();
    return row.textContent.includes('${words}') && top < innerHeight && bottom > 0;
  })`;
}

async function cameIntoView(body: Locator, words: string): Promise<void> {
  await body.evaluate(`new Promise((resolve) => {
    const look = () => (${isInView(words)} ? resolve() : requestAnimationFrame(look));
    look();
  })`);
}
