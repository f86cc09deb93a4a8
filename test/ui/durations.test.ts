import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { openWorkbench, type Workbench } from '../support/workbench';

const resolved = 'incidents/2026-11-09-checkout-errors/report.md';
const late = 'incidents/2026-11-23-payment-confirmations-late/report.md';

describe('durations', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await openWorkbench({ open: resolved });
  });
  after(() => workbench.close());

  it('lead from the lens to all durations and on to an entry', async () => {
    const { page, quickInput } = workbench;
    await page.locator('.codelens-decoration a', { hasText: 'time to mitigate 33 min 10 s (E1402 to E1435)' }).click();
    await quickInput.rows.filter({ hasText: 'time to detect' }).waitFor();
    const mitigate = quickInput.rows.filter({ hasText: 'time to mitigate 33 min 10 s' });
    await mitigate.filter({ hasText: 'From the first entry of kind impact started' }).waitFor();
    await mitigate.click();
    await page.locator('.view-line', { hasText: 'E1435' }).waitFor();
  });
});

describe('setting the status', () => {
  let workbench: Workbench;
  // Before each: a second try would find the status set already.
  beforeEach(async () => {
    workbench = await openWorkbench({ open: late });
  });
  afterEach(() => workbench.close());

  it('writes it and the time of its milestone as one change', async () => {
    const { page, quickInput } = workbench;
    const file = path.join(workbench.folder, late);
    const before = readFileSync(file, 'utf8');
    const timeline = page.locator('.codelens-decoration', { hasText: /\d entries, / });
    await timeline.filter({ hasText: '8 entries, 08:55Z to 09:38Z' }).waitFor();
    await workbench.runCommand('Incidents: Set Status');
    await quickInput.rows.filter({ hasText: 'resolved' }).first().click();
    await page.getByText('When was it resolved?').waitFor();
    await quickInput.box.fill('2026-11-23 10:05Z');
    await page.keyboard.press('Enter');
    await page.locator('.codelens-decoration', { hasText: 'time to mitigate' }).waitFor();
    await timeline.filter({ hasText: '9 entries, 08:55Z to 10:05Z' }).waitFor();
    await page.locator('.tab.dirty').waitFor({ state: 'detached' });
    const added = readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => !before.split('\n').includes(line));
    assert.equal(added.length, 2, added.join('\n'));
    assert.equal(added[0], 'status: resolved');
    assert.match(added[1] ?? '', /2026-11-23 10:05Z \| resolved \| Status set to resolved\./);
    await page.locator('.view-line', { hasText: '# Payment' }).click();
    await page.keyboard.press('ControlOrMeta+Z');
    await timeline.filter({ hasText: '8 entries, 08:55Z to 09:38Z' }).waitFor();
    await page.locator('.view-line', { hasText: 'status: investigating' }).waitFor();
  });
});
