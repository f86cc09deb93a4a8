import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { openWorkbench, type Workbench } from '../support/workbench';

const report = 'incidents/2026-11-23-payment-confirmations-late/report.md';

describe('the timeline-entry form in the workbench', () => {
  let workbench: Workbench;
  let form: FrameLocator;
  let pristine: Buffer;
  const text = () => readFileSync(path.join(workbench.folder, report), 'utf8');
  const event = () => form.locator('#event textarea');
  const place = () => form.locator('.place');

  before(async () => {
    workbench = await openWorkbench();
    // The incidents have been read, so the command is in the palette.
    await workbench.page.locator('.statusbar-item', { hasText: '1 incident' }).waitFor();
    await workbench.openFile(report);
    form = workbench.webview();
  });
  after(() => workbench.close());

  it('opens beside the report, with the incident at its head and the focus in Event', async () => {
    await workbench.runCommand('Incidents: Add Timeline Entry');
    await form.getByRole('heading', { name: 'Payment confirmations arriving late' }).waitFor();
    await form.getByText('SEV3').first().waitFor();
    await form.locator('#event textarea:focus').waitFor();
    await form.locator('li.row.new').waitFor();
    assert.equal(await form.locator('li.row').count(), 8 + 1);
    await workbench.page.locator('.tab', { hasText: 'Add Entry: Payment confirmations arriving late' }).waitFor();
  });

  it('reads the time while it is typed, in UTC and in the zone of the team', async () => {
    await form.locator('#time input').fill('2026-11-23 09:35Z');
    await form.getByText('2026-11-23 09:35 UTC').waitFor();
    await form.getByText('10:35 Europe/Berlin').waitFor();
    await place().getByText('Goes in as E0935, after E0931').waitFor();
    await form.locator('#time input').fill('14.5');
    await form.getByText('"14.5" is not read as a time. 14:05, -20m or unknown are.').waitFor();
    await form.locator('#time input').fill('2026-11-23 09:35Z');
    await form.locator('li.row.new').getByText('09:35').waitFor();
  });

  it('shows what the rules of a report say of the event', async () => {
    await event().fill('Queue depth fell to 3,100 because worker-3 was added.');
    await form.getByText('gives a cause. A report states what was observed.').waitFor();
    await form.getByRole('button', { name: 'Show in text' }).click();
    await event().fill('Queue depth fell to 3,100.');
    await form.locator('.finding').waitFor({ state: 'detached' });
  });

  it('saves one row at its place in time and touches nothing else', async () => {
    pristine = readFileSync(path.join(workbench.folder, report));
    const before = text();
    await form.locator('#systems').fill('payment-worker');
    await form.locator('#systems').press('Escape');
    await event().press('Control+Enter');
    await place().getByText('Saved E0935, 09:35 UTC.').waitFor();
    await workbench.until(() => text() !== '' && text() !== before, 'The report was not saved.');
    // The first entry with a system brings the column into the timeline's table.
    const header = '| Time | Kind | Event | Evidence | ID |\n| --- | --- | --- | --- | --- |\n';
    const widened = '| Time | Kind | Event | Evidence | ID | System |\n| --- | --- | --- | --- | --- | --- |\n';
    const row = '| 2026-11-23 09:35Z | symptom | Queue depth fell to 3,100. | | E0935 | payment-worker |\n';
    const [upTo, from] = before.replace(header, widened).split(/(?<=\| E0931 \|\n)/);
    assert.equal(text(), `${upTo}${row}${from}`);
    assert.equal(await event().inputValue(), '');
    assert.equal(await form.locator('#systems').inputValue(), 'payment-worker');
    await form.locator('li.row', { hasText: 'E0935' }).waitFor();
  });

  it('takes the row back, byte for byte, and gives the text back to the form', async () => {
    await form.getByRole('button', { name: 'Undo' }).click();
    // A file that is being written is empty for a moment.
    await workbench.until(
      () => readFileSync(path.join(workbench.folder, report)).equals(pristine),
      'The row is still there.',
    );
    assert.deepEqual(readFileSync(path.join(workbench.folder, report)), pristine);
    await workbench.until(
      async () => (await event().inputValue()) === 'Queue depth fell to 3,100.',
      'The text is not back.',
    );
    await form.locator('li.row.new').waitFor();
    assert.equal(await workbench.page.locator('.tab.dirty').count(), 0);
  });

  it('keeps the draft while the panel is hidden', async () => {
    await event().fill('Queue age passed 5 min.');
    await form.locator('li.row.new', { hasText: 'Queue age passed 5 min.' }).waitFor();
    await workbench.openFile('package.json');
    await form.locator('#event').waitFor({ state: 'detached' });
    await workbench.page.locator('.tab', { hasText: 'Add Entry: ' }).click();
    await form.getByRole('heading', { name: 'Payment confirmations arriving late' }).waitFor();
    assert.equal(await event().inputValue(), 'Queue age passed 5 min.');
  });

  it('keeps the draft over a reload of the window, until it is discarded', async () => {
    await workbench.reload();
    // Which of the two tabs of its group is in front depends on when the window last kept its layout.
    await workbench.page.locator('.tab', { hasText: 'Add Entry: ' }).click();
    form = workbench.webview();
    await place()
      .getByText(/^Draft from \d\d:\d\dZ restored\.$/)
      .waitFor();
    assert.equal(await event().inputValue(), 'Queue age passed 5 min.');
    await form.getByRole('button', { name: 'Discard' }).click();
    await workbench.until(async () => (await event().inputValue()) === '', 'The draft is still there.');
  });

  it('puts the row into what the report says now, with its line endings and its byte order mark', async () => {
    const changed = text().replace('carol restarted worker-2.', 'carol restarted worker-2 and worker-3.');
    writeFileSync(path.join(workbench.folder, report), `\uFEFF${changed.replaceAll('\n', '\r\n')}`);
    await form.locator('li.row', { hasText: 'worker-2 and worker-3' }).waitFor();
    await form.locator('#time input').fill('2026-11-23 09:45Z');
    await event().fill('Queue depth at 900.');
    await event().press('Control+Shift+Enter');
    await place().getByText('Saved E0945, 09:45 UTC.').waitFor();
    await workbench.until(() => text().includes('E0945'), 'The report was not saved.');
    assert.ok(text().startsWith('\uFEFF---\r\n'));
    assert.doesNotMatch(text(), /[^\r]\n/);
    const row = '| 2026-11-23 09:45Z | symptom | Queue depth at 900. | | E0945 |\r\n';
    assert.equal(text().replace(row, '').replaceAll('\r\n', '\n'), `\uFEFF${changed}`);
    await form.locator('#event textarea:focus').waitFor();
  });

  it('moves the explanation to the postmortem at saving, and back with the entry', async () => {
    const before = text();
    const postmortem = path.join(workbench.folder, path.dirname(report), 'postmortem.md');
    await form.locator('#time input').fill('2026-11-23 09:50Z');
    await event().fill('Queue depth fell to 300 because worker-3 was added.');
    await form.getByRole('button', { name: 'Move to postmortem' }).click();
    await form.getByText('Moves to the postmortem at saving').waitFor();
    await event().press('Control+Enter');
    await place().getByText('Saved E0950, 09:50 UTC.').waitFor();
    await workbench.until(() => existsSync(postmortem), 'There is no postmortem.');
    assert.match(text(), /\| Queue depth fell to 300\. \|/);
    assert.match(readFileSync(postmortem, 'utf8'), /worker-3 was added/);
    await form.getByRole('button', { name: 'Undo' }).click();
    await workbench.until(() => text() === before && !existsSync(postmortem), 'The postmortem is still there.');
    await workbench.until(async () => (await event().inputValue()) !== '', 'The text is not back.');
    await event().fill('');
  });

  it('is worked by the keyboard alone', async () => {
    const { keyboard } = workbench.page;
    await keyboard.type('carol added two workers.');
    await keyboard.press('Shift+Tab');
    await keyboard.type('action');
    await keyboard.press('Enter');
    await form.getByText('A change made to the system in response.').waitFor();
    for (let tab = 0; tab < 3 && (await form.locator('#systems:focus').count()) === 0; tab++)
      await keyboard.press('Tab');
    await form.locator('#systems:focus').waitFor();
    await keyboard.type(', dep');
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await keyboard.press('Control+Enter');
    await place()
      .getByText(/^Saved E/)
      .waitFor();
    await workbench.until(() => text().includes('carol added two workers.'), 'The report was not saved.');
    assert.match(text(), /\| action \|.*carol added two workers\..*deploy-pipeline/);
  });

  it('says that the report is gone and keeps the text until it is there again', async () => {
    const kept = text();
    await event().fill('Queue empty.');
    rmSync(path.join(workbench.folder, report));
    await form.getByRole('alert').getByText('report.md is no longer there. Your text is kept.').waitFor();
    await event().press('Control+Enter');
    await form.getByRole('button', { name: 'Copy entry' }).click();
    assert.equal(await event().inputValue(), 'Queue empty.');
    writeFileSync(path.join(workbench.folder, report), kept);
    await form.locator('.banner').waitFor({ state: 'detached' });
  });
});
