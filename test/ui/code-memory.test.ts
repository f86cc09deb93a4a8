import assert from 'node:assert/strict';
import { openWorkbench, type Workbench } from '../support/workbench';

const file = 'src/pool.ts';

describe('the memory of code in a window', () => {
  let workbench: Workbench | undefined;
  afterEach(() => workbench?.close());

  it('keeps one lens at the head, tells of a marked line on hover, and lists the incidents', async () => {
    workbench = await openWorkbench({ open: file });
    const { page, quickInput } = workbench;
    const lens = page.locator('.codelens-decoration a', { hasText: /^1 incident, 1 open action$/ });
    await lens.waitFor();
    await page.locator('.view-line > span', { hasText: 'Math.floor' }).hover({ position: { x: 70, y: 8 } });
    await page.locator('.monaco-hover', { hasText: 'Part of C1, fixed in 1993004' }).waitFor();
    await page.locator('.monaco-hover a', { hasText: 'Open postmortem' }).first().waitFor();
    await page.keyboard.press('Escape');
    await lens.click();
    await quickInput.rows.filter({ hasText: 'Checkout requests failing in eu-west-1' }).first().waitFor();
  });

  it('says nothing in restricted mode', async () => {
    const postmortem = 'incidents/2026-11-09-checkout-errors/postmortem.md';
    workbench = await openWorkbench({ open: postmortem, restricted: true });
    const { page } = workbench;
    await page
      .locator('.codelens-decoration', { hasText: 'commits are not read in restricted mode' })
      .first()
      .waitFor();
    await workbench.openFile(file);
    await page.locator('.view-line', { hasText: 'Math.floor' }).first().waitFor();
    assert.equal(await page.locator('.codelens-decoration').count(), 0);
  });
});
