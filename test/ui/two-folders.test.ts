import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { openWorkbench, type Workbench } from '../support/workbench';

describe('a workspace of two folders', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await openWorkbench({ workspace: 'two-folders' });
  });
  after(() => workbench.close());

  it('asks which folder keeps a report, and enables and writes in that one alone', async () => {
    const { page, quickInput, folder } = workbench;
    const payments = path.join(folder, '../payments');
    const before = readdirSync(path.join(folder, 'incidents'));
    await workbench.runCommand('Incidents: Focus on Incidents View');
    await page.locator('.statusbar-item', { hasText: '1 incident' }).waitFor();
    await workbench.runCommand('Incidents: New Incident Report');
    await page.getByPlaceholder('Which folder keeps the report?').waitFor();
    await quickInput.rows.filter({ hasText: 'keeps incidents' }).waitFor();
    await quickInput.pick('payments');
    await page.getByPlaceholder('Checkout requests failing in eu-west-1').waitFor();
    await quickInput.enter('Refunds are late');
    await page.getByPlaceholder('How much of the service is affected?').waitFor();
    await page.keyboard.press('Enter');
    await page.getByPlaceholder('Which systems show it?').waitFor();
    await page.keyboard.press('Enter');
    await page.getByPlaceholder('now, -20m, 14:05').waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.tabs-container .tab', { hasText: 'report.md' }).waitFor();
    assert.ok(existsSync(path.join(payments, '.incidents.yml')));
    assert.match(readdirSync(path.join(payments, 'incidents')).join(), /^\d{4}-\d{2}-\d{2}-refunds-are-late$/);
    assert.deepEqual(readdirSync(path.join(folder, 'incidents')), before);
    await page.locator('.statusbar-item', { hasText: '2 incidents' }).waitFor();
  });

  it('shows the incidents of both in one tree', async () => {
    await workbench.runCommand('Incidents: Focus on Incidents View');
    await workbench.treeItem(/Payment confirmations arriving late/).waitFor();
    await workbench.treeItem(/Refunds are late/).waitFor();
  });

  it('asks for the incident when a line is logged while several are open', async () => {
    const { page, quickInput } = workbench;
    // With a report in front nothing would be asked.
    await workbench.runCommand('View: Close All Editors');
    await workbench.runCommand('Incidents: Log to Timeline');
    await page.getByPlaceholder('Which incident?').waitFor();
    await quickInput.pick('Refunds are late');
    await page.getByPlaceholder('14:05 what was observed').waitFor();
    await quickInput.box.fill('now refunds of 12:00Z went out');
    await quickInput.rows.filter({ hasText: 'Enter adds it as' }).waitFor();
    await page.keyboard.press('Enter');
    await workbench.notification(/Logged .*refunds of 12:00Z went out/).waitFor();
  });
});
