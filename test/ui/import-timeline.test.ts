import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { openWorkbench, type Workbench } from '../support/workbench';

const late = 'incidents/2026-11-23-payment-confirmations-late/report.md';
// Times without an offset are in the team's zone, Europe/Berlin.
const messages = `carol  10:40
Queue depth 11,900 on worker-2
bo  10:44
paged the database on-call
dan  10:58
looks better`;

describe('importing a timeline', () => {
  let workbench: Workbench;
  beforeEach(async () => {
    workbench = await openWorkbench({ open: late });
    await workbench.page.locator('.codelens-decoration', { hasText: 'add entry' }).first().waitFor();
  });
  afterEach(() => workbench.close());

  it('adds the ticked messages of the clipboard as one change, and takes them back with Undo', async () => {
    const { page, quickInput } = workbench;
    const file = path.join(workbench.folder, late);
    const before = readFileSync(file, 'utf8');
    await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(messages)})`);
    await workbench.runCommand('Incidents: Import Timeline…');
    await quickInput.rows.filter({ hasText: 'Clipboard' }).click();
    // The tooltip of a row lies over the next one.
    await page.mouse.move(500, 5);
    await quickInput.rows
      .filter({ hasText: '09:44Z' })
      .filter({ hasText: 'escalation (guess: "paged" suggests it), read in Europe/Berlin' })
      .waitFor();
    await quickInput.rows.filter({ hasText: 'looks better' }).click();
    await page.keyboard.press('Enter');
    const added = workbench.notification('Added 2 entries');
    await added.waitFor();
    const after = readFileSync(file, 'utf8');
    assert.match(after, /2026-11-23 09:40Z .*Queue depth 11,900 on worker-2/);
    assert.match(after, /2026-11-23 09:44Z \| escalation \| paged the database on-call/);
    assert.ok(!after.includes('looks better'));
    await added.getByText('Undo').click();
    await page.locator('.codelens-decoration', { hasText: '8 entries, 08:55Z to 09:38Z' }).waitFor();
    // The text is saved after it is shown.
    await workbench.until(() => readFileSync(file, 'utf8') === before, 'The report reads differently.');
  });
});

describe('importing a timeline in restricted mode', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await openWorkbench({
      open: late,
      restricted: true,
    });
    await workbench.page.locator('.statusbar-item', { hasText: '1 incident' }).waitFor();
  });
  after(() => workbench.close());

  it('says why the history of git is not read', async () => {
    await workbench.runCommand('Incidents: Import Timeline…');
    await workbench.quickInput.rows.filter({ hasText: 'Not in restricted mode' }).click();
    await workbench.notification('The history of git is not read in restricted mode').waitFor();
  });
});
