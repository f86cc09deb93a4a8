import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { openWorkbench, type Workbench } from '../support/workbench';

const report = 'incidents/2026-11-23-payment-confirmations-late/report.md';

describe('editing and deleting an entry in the workbench', () => {
  let workbench: Workbench;
  let form: FrameLocator;
  let pristine: string;
  const file = () => path.join(workbench.folder, report);
  const text = () => readFileSync(file(), 'utf8');
  const event = () => form.locator('#event textarea');
  const place = () => form.locator('.place');
  const tab = (title: string) => workbench.page.locator('.tab', { hasText: title });

  before(async () => {
    workbench = await openWorkbench();
    await workbench.page.locator('.statusbar-item', { hasText: '1 incident' }).waitFor();
    await workbench.openFile(report);
    form = workbench.webview();
    pristine = text();
  });
  after(() => workbench.close());

  async function edit(id: string) {
    const row = form.locator('li.row', { hasText: id });
    await row.hover();
    await row.getByRole('button', { name: `Edit ${id}`, exact: true }).click();
    await place().getByText(`Editing ${id}`).waitFor();
  }

  it('opens the entry that is picked, with what it says in the fields and its row as the one that is edited', async () => {
    await workbench.runCommand('Incidents: Edit Entry');
    await workbench.quickInput.pick('carol restarted worker-2');
    await place().getByText('Editing E0938').waitFor();
    await tab('Edit E0938: Payment confirmations').waitFor();
    assert.equal(await event().inputValue(), 'carol restarted worker-2.');
    assert.equal(await form.locator('#time input').inputValue(), '2026-11-23 09:38Z');
    await form.locator('li.row.new', { hasText: 'editing' }).waitFor();
    assert.equal(await form.locator('li.row').count(), 8);
  });

  it('saves only the cell that was changed, and turns to a new entry again', async () => {
    await event().fill('carol restarted worker-2 and worker-3.');
    await event().press('Control+Enter');
    await place().getByText('Saved E0938, 09:38 UTC.').waitFor();
    const changed = pristine.replace('carol restarted worker-2.', 'carol restarted worker-2 and worker-3.');
    await workbench.until(() => text() === changed, 'The report reads differently.');
    await tab('Add Entry: Payment confirmations').waitFor();
    assert.equal(await event().inputValue(), '');
    await form.getByRole('button', { name: 'Undo' }).click();
    await workbench.until(() => text() === pristine, 'The change is still there.');
    await place().getByText('Editing E0938').waitFor();
    assert.equal(await event().inputValue(), 'carol restarted worker-2 and worker-3.');
    await form.getByRole('button', { name: 'Stop editing' }).click();
    await place().getByText('Goes in as').waitFor();
  });

  it('takes a row to its new time and renames it with its citations when asked', async () => {
    await edit('E0938');
    await form.locator('#time input').fill('2026-11-23 09:25Z');
    await event().press('Control+Enter');
    await place().getByText('Saved E0938, 09:25 UTC.').waitFor();
    await workbench.until(() => text() !== pristine, 'The report was not saved.');
    const ids = [...text().matchAll(/\| (E\d+b?) \|/g)].map(([, id]) => id);
    assert.deepEqual(ids, ['E0855', 'E0912', 'E0919', 'E0921', 'E0938', 'E0926', 'E0926b', 'E0931']);
    const moved = text();
    await form.getByRole('button', { name: 'Rename to E0925' }).click();
    await place().getByText('Renamed E0938 to E0925.').waitFor();
    await workbench.until(() => text() === moved.replaceAll('E0938', 'E0925'), 'The citations read differently.');
    await form.getByRole('button', { name: 'Undo' }).click();
    await workbench.until(() => text() === moved, 'The names are still changed.');
    await form.locator('li.row', { hasText: 'E0938' }).waitFor();
    writeFileSync(file(), pristine);
    await form.locator('li.row', { hasText: '09:38' }).waitFor();
  });

  it('overwrites nothing that changed on disk unasked', async () => {
    await edit('E0931');
    await event().fill('Queue depth rose to 12,500.');
    const theirs = pristine
      .replace('rose to 12,400 as a result', 'rose to 12,450 as a result')
      .replace('carol restarted worker-2.', 'carol restarted worker-2 again.');
    writeFileSync(file(), theirs);
    await form.locator('li.row', { hasText: 'worker-2 again' }).waitFor();
    await event().press('Control+Enter');
    const alert = form.getByRole('alert');
    await alert.getByText('E0931 reads differently since you opened it here. Your text is kept.').waitFor();
    assert.equal(text(), theirs);
    await form.getByRole('button', { name: 'Show the change' }).click();
    await tab('E0931 in report.md: when it was opened, and now').waitFor();
    await workbench.runCommand('View: Close Editor');
    await form.getByRole('button', { name: 'Take theirs' }).click();
    await form.locator('.banner').waitFor({ state: 'detached' });
    assert.match(await event().inputValue(), /rose to 12,450/);
    await event().fill('Queue depth rose to 12,500.');
    writeFileSync(file(), pristine);
    await form.locator('li.row', { hasText: 'carol restarted worker-2.' }).waitFor();
    await event().press('Control+Enter');
    await alert.getByText('E0931 reads differently').waitFor();
    await form.getByRole('button', { name: 'Save mine' }).click();
    await place().getByText('Saved E0931').waitFor();
    const mine = pristine.replace(
      'Queue depth rose to 12,400 as a result of the retries.',
      'Queue depth rose to 12,500.',
    );
    await workbench.until(() => text() === mine, 'The report reads differently.');
  });

  it('deletes an entry that is cited only after a question that names the places', async () => {
    const before = text();
    await edit('E0938');
    await form.getByRole('button', { name: 'Delete entry' }).click();
    const dialog = workbench.page.locator('.monaco-dialog-box');
    await dialog.getByText('E0938 is cited in 1 place. Delete it?').waitFor();
    await dialog.getByText(/report\.md, line \d+/).waitFor();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    assert.equal(text(), before);
    await form.getByRole('button', { name: 'Delete entry' }).click();
    await dialog.getByRole('button', { name: 'Delete', exact: true }).click();
    await workbench.until(() => !/\| E0938 \|/.test(text()), 'The row is still there.');
    const row = before.split('\n').find((line) => line.includes('| E0938 |')) ?? '';
    assert.equal(text(), before.replace(`${row}\n`, ''));
    await workbench.page.locator('.notification-toast').getByRole('button', { name: 'Undo' }).click();
    await workbench.until(() => text() === before, 'The row is not back.');
  });

  it('edits from the tree', async () => {
    await workbench.page.locator('.activitybar .action-label[aria-label^="Incidents"]').first().click({ force: true });
    await workbench.treeItem(/^Timeline/).click();
    const row = workbench.page.locator('.sidebar .monaco-list-row', { hasText: 'Age of the oldest message' }).first();
    await row.hover();
    await row.getByRole('button', { name: 'Edit Entry' }).click();
    await place().getByText('Editing E0912').waitFor();
    assert.equal(await event().inputValue(), 'Age of the oldest message in the queue passed 2 min.');
  });
});
