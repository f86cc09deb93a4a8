import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { openWorkbench, type Workbench } from '../support/workbench';

const report = 'incidents/2026-11-23-payment-confirmations-late/report.md';

const said = (user: string, text: string, clock: string) => ({
  ...{ type: 'message', user, text },
  ts: `${Date.parse(`2026-11-23T${clock}Z`) / 1000}.000100`,
});
const day = JSON.stringify([
  { ...said('U1', 'joined', '09:30:00'), subtype: 'channel_join' },
  said('U1', 'restarted worker-9', '09:41:05'),
  said('U2', 'customers report that mails arrive late, see <https://desk.example.com/t/81|the ticket>', '09:42:00'),
  said('U2', 'thanks all', '09:44:00'),
]);

describe('importing a timeline', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await openWorkbench({
      open: report,
      files: {
        'export/users.json': JSON.stringify([
          { id: 'U1', name: 'alice' },
          { id: 'U2', name: 'bo' },
        ]),
        'export/inc-42/2026-11-23.json': day,
      },
    });
    await workbench.page.locator('.statusbar-item', { hasText: '1 incident' }).waitFor();
  });
  after(() => workbench.close());

  it('offers the rows with their guesses, adds the ticked ones, and takes them back', async () => {
    const { page, quickInput } = workbench;
    const before = readFileSync(path.join(workbench.folder, report), 'utf8');
    await chooseFile(workbench);
    await quickInput.rows
      .filter({ hasText: '09:41:05Z' })
      .filter({ hasText: 'guess: "restarted" suggests it' })
      .waitFor();
    if (process.env.PREVIEW_PICTURE) await workbench.screenshot(process.env.PREVIEW_PICTURE);
    await quickInput.rows.filter({ hasText: '09:44:00Z' }).locator('input[type=checkbox]').uncheck();
    await quickInput.box.press('Enter');
    const notification = workbench.notification('Added 2 entries. 2 kinds are guesses.');
    await notification.waitFor();
    const after = readFileSync(path.join(workbench.folder, report), 'utf8');
    const added = after.split('\n').filter((line) => line.includes('slack:inc-42/'));
    assert.equal(added.length, 2);
    assert.match(added[1] ?? '', /report .* see the ticket .*https:\/\/desk\.example\.com\/t\/81/);
    await notification.getByRole('button', { name: 'Show Guesses' }).click();
    await page.locator('.view-line', { hasText: 'Guessed kinds' }).waitFor();
    await page.locator('.view-line', { hasText: 'About the channel itself' }).waitFor();
    assert.notEqual(after, before);
  });

  it('knows the rows of the file the next time, and changes a kind where that is asked for', async () => {
    const { page, quickInput } = workbench;
    await chooseFile(workbench);
    const row = quickInput.rows.filter({ hasText: '09:44:00Z' });
    await row.waitFor();
    assert.equal(await quickInput.rows.filter({ hasText: '09:41:05Z' }).count(), 0);
    await row.hover();
    await row.getByRole('button', { name: 'Choose the kind' }).click();
    await quickInput.box.fill('communication');
    await quickInput.box.press('Enter');
    await row.filter({ hasText: 'communication' }).waitFor();
    await quickInput.box.press('Enter');
    const notification = workbench.notification('Added 1 entry, left out 2 known ones.');
    await notification.waitFor();
    await workbench.openFile(report);
    await page.locator('.view-line', { hasText: 'E0944' }).waitFor();
    await notification.getByRole('button', { name: 'Undo' }).click();
    await page.locator('.view-line', { hasText: 'E0944' }).waitFor({ state: 'detached' });
    assert.ok(!readFileSync(path.join(workbench.folder, report), 'utf8').includes('thanks all'));
  });
});

describe('importing a timeline in restricted mode', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await openWorkbench({ open: report, restricted: true });
    await workbench.page.locator('.statusbar-item', { hasText: '1 incident' }).waitFor();
  });
  after(() => workbench.close());

  it('says why the history of git is not read', async () => {
    await workbench.runCommand('Incidents: Import Timeline…');
    await workbench.quickInput.rows.filter({ hasText: 'Not in restricted mode' }).click();
    await workbench.notification('The history of git is not read in restricted mode').waitFor();
  });
});

/** In a browser VS Code asks for a file in a box of its own. */
async function chooseFile({ runCommand, quickInput, folder, page }: Workbench): Promise<void> {
  await runCommand('Incidents: Import Timeline…');
  await quickInput.rows.filter({ hasText: 'Day of a Slack export' }).click();
  await page.locator('.quick-input-titlebar', { hasText: 'Import Timeline' }).waitFor();
  await quickInput.box.fill(path.join(folder, 'export/inc-42/2026-11-23.json'));
  await quickInput.rows.filter({ hasText: '2026-11-23.json' }).waitFor();
  await page.getByRole('button', { name: 'Import', exact: true }).click();
}
