import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openWorkbench, type Workbench } from '../support/workbench';

const lateReport = 'incidents/2026-11-23-payment-confirmations-late/report.md';

describe('the Incidents view', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await openWorkbench();
    await showView(workbench);
    await workbench.treeItem(/Payment confirmations/).waitFor();
  });
  after(() => workbench.close());

  it('shows open incidents before resolved ones, the one open incident expanded', async () => {
    const labels = await rowTexts(workbench);
    assert.match(labels[0] ?? '', /^Open\s*1/);
    assert.match(labels[1] ?? '', /^Payment confirmations arriving late/);
    assert.match(labels[2] ?? '', /^Report\s*3 findings/);
    assert.match(labels[3] ?? '', /^No postmortem yet/);
    assert.match(labels[4] ?? '', /^Timeline\s*8 entries/);
    assert.match(labels[5] ?? '', /^Resolved\s*1/);
  });

  it('speaks what the row shows', async () => {
    const row = workbench.treeItem(/Payment confirmations/).first();
    const spoken = (await row.getAttribute('aria-label')) ?? '';
    assert.match(spoken, /^Payment confirmations arriving late, SEV3, investigating, .*3 findings/);
  });

  it('counts open incidents in its badge and in the status bar', async () => {
    await workbench.page.locator('.statusbar-item', { hasText: '1 incident' }).waitFor();
    await workbench.page.locator('.activitybar .badge-content', { hasText: '1' }).waitFor();
  });

  it('unfolds timeline, causes and action items of a resolved incident', async () => {
    await workbench.treeItem(/^Resolved/).click();
    await workbench.treeItem(/Checkout requests failing/).click();
    await row(workbench, /^Causes\s*2/).click();
    await row(workbench, /C1 Retry change halved the connection pool/).waitFor();
    await row(workbench, /^Action items\s*1/).click();
    await row(workbench, /A3 Alert when more than 80 %/).waitFor();
  });

  it('follows a change on disk, keeping what is unfolded', async () => {
    await row(workbench, /^Timeline\s*8 entries/).click();
    await row(workbench, /Age of the oldest message/).waitFor();
    const file = path.join(workbench.folder, lateReport);
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace('Payment confirmations arriving late', 'Confirmations late'));
    await row(workbench, /^Confirmations late/).waitFor();
    assert.equal(await row(workbench, /Age of the oldest message/).count(), 1);
    writeFileSync(file, text);
    await row(workbench, /^Payment confirmations/).waitFor();
  });

  it('opens the row of an entry', async () => {
    await row(workbench, /Age of the oldest message/).click();
    await workbench.page.locator('.monaco-editor .view-lines', { hasText: 'Age of the oldest message' }).waitFor();
    assert.match(await cursorLine(workbench), /^Ln \d+, Col 1$/);
  });
});

describe('the Incidents view where nothing is kept yet', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await openWorkbench({ workspace: 'empty' });
    await showView(workbench);
  });
  after(() => workbench.close());

  it('says what it would add, and starts a report', async () => {
    const welcome = workbench.page.locator('.welcome-view-content');
    await welcome.getByText('This adds .incidents.yml and a folder incidents.').waitFor();
    await welcome.getByRole('button', { name: 'New Incident Report' }).click();
    const { quickInput, page } = workbench;
    await page.getByText("What is observed, in a few words. It becomes the heading and the folder's name.").waitFor();
    await quickInput.box.fill('Search is slow due to a lock');
    await page.getByText('"due to" gives a cause. What was seen?').waitFor();
    await quickInput.box.fill('Search answers late');
    await page.getByText(/incidents\/\d{4}-\d{2}-\d{2}-search-answers-late/).waitFor();
    await page.keyboard.press('Enter');
    await quickInput.pick('SEV3');
    await page.getByPlaceholder('Which systems show it? Enter for none yet.').waitFor();
    await page.keyboard.type('search-api');
    await quickInput.rows.filter({ hasText: 'Add "search-api"' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByPlaceholder('now, -20m, 14:05, yesterday 23:50, 2026-11-23 14:05Z, unknown').waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.tabs-container .tab', { hasText: 'report.md' }).waitFor();
    await row(workbench, /^Search answers late/).waitFor();
    await page.locator('.view-line', { hasText: 'search-api' }).first().waitFor();
    await page.keyboard.type('Requests took 4 s.');
    await page.locator('.view-line', { hasText: 'Requests took 4 s.' }).waitFor();
  });
});

describe('the Incidents view in a restricted workspace', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await openWorkbench({
      restricted: true,
      open: 'incidents/2026-11-09-checkout-errors/postmortem.md',
    });
  });
  after(() => workbench.close());

  it('works, and says of commits why they are not read', async () => {
    await showView(workbench);
    await workbench.treeItem(/Payment confirmations/).waitFor();
    await workbench.page
      .locator('.codelens-decoration', { hasText: 'commits are not read in restricted mode' })
      .first()
      .waitFor();
    const words = 'Restricted mode: reports and findings work, commits are not read.';
    await workbench.page.locator('.sidebar').getByText(words).waitFor();
  });

  it('says that commits are not read where it is asked for the incidents of a file', async () => {
    await workbench.openFile('src/pool.ts');
    await workbench.runCommand('Incidents: Incidents of This File');
    await workbench.page.locator('.statusbar-item', { hasText: 'Commits are not read in restricted mode' }).waitFor();
  });

  it('opens the form and saves an entry', async () => {
    const form = workbench.webview();
    await workbench.openFile(lateReport);
    await workbench.page.locator('.squiggly-info').first().waitFor();
    await workbench.runCommand('Incidents: Add Timeline Entry');
    await form.locator('#time input').fill('2026-11-23 09:45Z');
    await form.locator('#event textarea').fill('Queue depth at 900.');
    await form.locator('#event textarea').press('Control+Enter');
    await form.locator('.place').getByText('Saved E0945, 09:45 UTC.').waitFor();
    const text = readFileSync(path.join(workbench.folder, lateReport), 'utf8');
    assert.match(text, /\| 2026-11-23 09:45Z \| symptom \| Queue depth at 900\. \|/);
  });
});

async function showView({ page }: Workbench): Promise<void> {
  await page.locator('.activitybar .action-label[aria-label^="Incidents"]').first().click();
  await page
    .locator('.pane-header', { hasText: 'Incidents' })
    .or(page.locator('.composite.title', { hasText: 'Incidents' }))
    .first()
    .waitFor();
}

function row({ page }: Workbench, text: RegExp) {
  return page.locator('.sidebar .monaco-list-row', { hasText: text }).first();
}

async function rowTexts({ page }: Workbench): Promise<readonly string[]> {
  return (await page.locator('.sidebar .monaco-list-row').allInnerTexts()).map((text) =>
    text.replace(/\s+/g, ' ').trim(),
  );
}

async function cursorLine({ page }: Workbench): Promise<string> {
  return page
    .locator('.statusbar-item', { hasText: /^Ln \d+, Col/ })
    .textContent()
    .then((text) => text ?? '');
}
