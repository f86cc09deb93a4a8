import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { openWorkbench, type Workbench } from '../support/workbench';

const report = 'incidents/2026-11-23-payment-confirmations-late/report.md';

describe('logging one line', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await openWorkbench({ open: 'README.md' });
    await workbench.page.locator('.statusbar-item', { hasText: '1 incident' }).waitFor();
  });
  after(() => workbench.close());

  it('previews the entry, completes its kind, and says what it wrote', async () => {
    const { page, quickInput } = workbench;
    const before = readFileSync(path.join(workbench.folder, report), 'utf8');
    await page.keyboard.press('ControlOrMeta+K');
    await page.keyboard.press('j');
    await page.getByPlaceholder('14:05 what was observed').waitFor();
    await quickInput.box.fill('2026-11-23 09:41Z queue depth fell to 9,000 @carol #sym');
    await quickInput.rows.filter({ hasText: 'Enter adds it as E0941, after E0938' }).waitFor();
    await page.keyboard.press('Enter');
    await quickInput.rows.filter({ hasText: 'symptom, carol' }).waitFor();
    await page.keyboard.press('Enter');
    await workbench.notification('Logged 09:41Z, queue depth fell to 9,000').waitFor();
    const after = readFileSync(path.join(workbench.folder, report), 'utf8');
    const added = after.split('\n').filter((line) => !before.split('\n').includes(line));
    assert.equal(added.filter((line) => line.includes('| E0941 |')).length, 1);
    assert.match(added.join('\n'), /2026-11-23 09:41Z \| symptom \|/);
  });
});
