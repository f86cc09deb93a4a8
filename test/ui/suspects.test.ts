import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { openWorkbench, type Workbench } from '../support/workbench';

const postmortem = 'incidents/2026-11-09-checkout-errors/postmortem.md';

describe('looking for suspects of a cause', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await openWorkbench({ open: postmortem });
    await workbench.page.locator('.codelens-decoration', { hasText: 'find suspects' }).first().waitFor();
  });
  after(() => workbench.close());

  it('lists candidates with their reasons, shows what each changed, and adds one to the cause', async () => {
    const { page, quickInput } = workbench;
    await page.locator('.codelens-decoration a', { hasText: 'find suspects' }).first().click();
    await page.getByText('Candidates, not findings').waitFor();
    await quickInput.rows.filter({ hasText: 'around what the fix added' }).first().waitFor();
    await page.locator('.tabs-container .tab', { hasText: /^[0-9a-f]{7} / }).waitFor();
    await quickInput.rows.filter({ hasText: 'Retry a payment once on 503' }).click();
    const file = path.join(workbench.folder, postmortem);
    await workbench.openFile(postmortem);
    await page
      .locator('.view-line', { hasText: /suspect/ })
      .first()
      .waitFor();
    const line = readFileSync(file, 'utf8')
      .split('\n')
      .find((one) => one.startsWith('- Commits: introduced `71d481116e36`'));
    assert.match(line ?? '', /, suspect `[0-9a-f]{12}`$/);
  });
});
