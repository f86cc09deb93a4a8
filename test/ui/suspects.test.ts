import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { openWorkbench, type Workbench } from '../support/workbench';

const postmortem = 'incidents/2026-11-09-checkout-errors/postmortem.md';

describe('looking for suspects of a cause', () => {
  let workbench: Workbench;
  beforeEach(async () => {
    workbench = await openWorkbench({ open: postmortem });
    await workbench.page.locator('.codelens-decoration', { hasText: 'find suspects' }).first().waitFor();
  });
  afterEach(() => workbench.close());

  it('lists candidates with their reasons, shows what each changed, and adds one to the cause', async () => {
    const { page, quickInput } = workbench;
    await openList(workbench);
    await quickInput.rows.filter({ hasText: 'around what the fix added' }).first().waitFor();
    // The first of the sample added its file, so there is no former side to compare with.
    await preview(workbench).waitFor();
    await page.keyboard.press('ArrowDown');
    await preview(workbench).filter({ hasText: '2270475' }).waitFor();
    await quickInput.rows.filter({ hasText: 'Retry a payment once on 503' }).click();
    await preview(workbench).waitFor({ state: 'detached' });
    await page
      .locator('.view-line', { hasText: /suspect/ })
      .first()
      .waitFor();
    await saved(workbench, /, suspect `[0-9a-f]{12}`$/);
  });

  it('asks for a reason before a candidate is dismissed, and shows the others again', async () => {
    const { page, quickInput } = workbench;
    await openList(workbench);
    const row = quickInput.rows.filter({ hasText: 'Test the pool with one pod' });
    await row.hover();
    await row.locator('.codicon-circle-slash').click();
    await page.getByText('Why is it no suspect?').waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('A reason is needed').waitFor();
    await quickInput.enter('only a test');
    await quickInput.rows.filter({ hasText: 'Retry a payment once on 503' }).waitFor();
    await row.waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await preview(workbench).waitFor({ state: 'detached' });
    await saved(workbench, /, dismissed `b5d517adb318` \(only a test\)$/);
  });

  it('widens the window to 14 days, once', async () => {
    const { quickInput } = workbench;
    await openList(workbench);
    const wider = quickInput.rows.filter({ hasText: 'Widen to 14 days' });
    await wider.click();
    await quickInput.rows.filter({ hasText: 'Take an order once' }).waitFor();
    await wider.waitFor({ state: 'detached' });
  });
});

async function openList({ page }: Workbench): Promise<void> {
  await page.locator('.codelens-decoration a', { hasText: 'find suspects' }).first().click();
  await page.getByText('Candidates, not findings').waitFor();
}

function preview({ page }: Workbench) {
  return page.locator('.tabs-container .tab', { hasText: /^[0-9a-f]{7} / });
}

async function saved({ page, folder }: Workbench, wanted: RegExp): Promise<void> {
  await page.keyboard.press('ControlOrMeta+S');
  await page.locator('.tab.dirty').waitFor({ state: 'detached' });
  const lines = readFileSync(path.join(folder, postmortem), 'utf8').split('\n');
  assert.match(lines.find((one) => one.startsWith('- Commits: introduced `71d481116e36`')) ?? '', wanted);
}
