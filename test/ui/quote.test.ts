import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { openWorkbench, type Workbench } from '../support/workbench';

const report = 'incidents/2026-11-23-payment-confirmations-late/report.md';

describe('quoting an explanation from the light bulb', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await openWorkbench({ open: report });
  });
  after(() => workbench.close());

  it('asks who said it and when, and writes both before the quotation', async () => {
    const { page, quickInput } = workbench;
    const file = path.join(workbench.folder, report);
    const before = readFileSync(file, 'utf8');
    await page.locator('.squiggly-info').first().waitFor();
    await page.locator('.view-line', { hasText: 'type:' }).first().click();
    await page.keyboard.press('F8');
    await page.keyboard.press('Escape');
    await page.keyboard.press('ControlOrMeta+.');
    await page.getByText('Quote with a speaker').first().click();
    await quickInput.pick('carol of payments');
    await quickInput.enter('2026-11-23 09:20Z');
    const quotation = /carol of payments, 2026-11-23 09:20Z: "[^"]*because[^"]*"\./;
    await page.locator('.view-line', { hasText: 'carol of payments' }).first().waitFor();
    for (let frame = 0; frame < 600 && !quotation.test(readFileSync(file, 'utf8')); frame++) {
      await page.evaluate('new Promise((resolve) => requestAnimationFrame(resolve))');
    }
    const after = readFileSync(file, 'utf8');
    assert.match(after, quotation);
    const isElsewhere = (line: string) => !line.includes('because');
    assert.deepEqual(after.split('\n').filter(isElsewhere), before.split('\n').filter(isElsewhere));
  });
});
