import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { openWorkbench, type Workbench } from '../support/workbench';

const folder = 'incidents/2026-11-23-payment-confirmations-late';

describe('moving an explanation from the light bulb', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await openWorkbench({ open: `${folder}/report.md` });
  });
  after(() => workbench.close());

  it('says what was done, and Undo in the notification restores every byte', async () => {
    const { page } = workbench;
    const report = path.join(workbench.folder, folder, 'report.md');
    const postmortem = path.join(workbench.folder, folder, 'postmortem.md');
    const before = readFileSync(report);
    await page.locator('.squiggly-info').first().waitFor();
    await page.locator('.view-line', { hasText: 'type:' }).first().click();
    // The light bulb is that of the line before until the problem shows.
    const problem = page.locator('.marker-widget');
    await page.keyboard.press('F8');
    await problem.waitFor();
    await page.keyboard.press('Escape');
    await problem.waitFor({ state: 'hidden' });
    await page.keyboard.press('ControlOrMeta+.');
    await page.getByText('Keep the observation, move the explanation to the postmortem').first().click();
    const toast = workbench.notification('Moved 1 sentence to the postmortem');
    await toast.waitFor();
    assert.ok(existsSync(postmortem));
    await toast.getByRole('button', { name: 'Undo' }).click();
    await page.locator('.view-line', { hasText: 'because' }).first().waitFor();
    await page.locator('.codelens-decoration', { hasText: 'new postmortem' }).first().waitFor();
    // The words are back in the editor a moment before the file is saved.
    await workbench.until(
      () => !existsSync(postmortem) && readFileSync(report).equals(before),
      'The report reads differently.',
    );
  });
});
