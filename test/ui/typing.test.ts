import assert from 'node:assert/strict';
import { openWorkbench, type Workbench } from '../support/workbench';

const lateReport = 'incidents/2026-11-23-payment-confirmations-late/report.md';

describe('typing in a report', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await openWorkbench({ open: lateReport });
    await workbench.page.locator('.squiggly-info').first().waitFor();
    await workbench.page.locator('.codelens-decoration', { hasText: 'add entry' }).first().waitFor();
  });
  after(() => workbench.close());

  it('offers the values of a front-matter key, though Markdown has no suggestions of its own', async () => {
    const { page } = workbench;
    await goToLine(workbench, 4);
    await page.keyboard.press('End');
    for (let count = 0; count < ' investigating'.length; count++) await page.keyboard.press('Backspace');
    await page.keyboard.type(' ');
    await suggestion(workbench, 'resolved').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.type('investigating');
    // Suggestions take the focus with them; a box that opened before they are there would lose it.
    await suggestion(workbench, 'investigating').waitFor();
    await page.keyboard.press('Escape');
  });

  it('offers the keys that are not there yet from their first letter, and then their values', async () => {
    const { page } = workbench;
    await goToLine(workbench, 3);
    await page.keyboard.press('Shift+End');
    await page.keyboard.press('Delete');
    await page.keyboard.type('se');
    await suggestion(workbench, 'severity').waitFor();
    await page.keyboard.press('Enter');
    await suggestion(workbench, 'SEV2').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page
      .locator('.view-line', { hasText: /^severity:.SEV2$/ })
      .first()
      .waitFor();
  });

  it('offers kinds in a row of the timeline', async () => {
    const { page } = workbench;
    await goToLine(workbench, 37);
    await page.keyboard.press('Home');
    await page.keyboard.type('| 2026-11-23 09:40Z |');
    await page.keyboard.type(' ');
    await suggestion(workbench, 'symptom').waitFor();
    await page.keyboard.press('Escape');
  });

  it('stays quiet in prose', async () => {
    const { page } = workbench;
    await goToLine(workbench, 12);
    await page.keyboard.press('End');
    await page.keyboard.type(' Mails were sent: all of them - in order.');
    await page.locator('.view-line', { hasText: 'in order.' }).first().waitFor();
    assert.equal(await page.locator('.suggest-widget.visible').count(), 0);
  });
});

describe('typing in .incidents.yml', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await openWorkbench({ open: '.incidents.yml' });
    await workbench.page.locator('.statusbar-item', { hasText: '1 incident' }).waitFor();
  });
  after(() => workbench.close());

  it('shows no empty box where nothing fits what is typed', async () => {
    const { page } = workbench;
    await page.locator('.view-line').first().click();
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.type('po');
    await page.locator('.view-line', { hasText: /^po$/ }).waitFor();
    await page.keyboard.type('qx');
    await page.locator('.view-line', { hasText: /^poqx$/ }).waitFor();
    await page.locator('.suggest-widget.visible').waitFor({ state: 'detached' });
  });

  it('offers rules and then their levels below lint', async () => {
    const { page } = workbench;
    for (let count = 0; count < 'poqx'.length; count++) await page.keyboard.press('Backspace');
    await page.keyboard.type('lint:\n');
    await page.keyboard.type('  causal');
    await suggestion(workbench, 'causal-language').waitFor();
    await page.keyboard.press('Enter');
    await suggestion(workbench, 'hint').waitFor();
    await page.keyboard.type('hi');
    await page.keyboard.press('Enter');
    await page.locator('.view-line', { hasText: /^\s*causal-language:.hint$/ }).waitFor();
  });
});

async function goToLine({ page, quickInput }: Workbench, line: number): Promise<void> {
  await quickInput.open('Control+G');
  await quickInput.box.fill(`:${line}`);
  await page.keyboard.press('Enter');
}

function suggestion({ page }: Workbench, label: string) {
  return page.locator('.suggest-widget.visible .monaco-list-row', { hasText: label }).first();
}
