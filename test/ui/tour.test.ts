import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { openWorkbench, type Workbench } from '../support/workbench';

const open = 'incidents/2026-11-23-payment-confirmations-late';
const resolved = 'incidents/2026-11-09-checkout-errors';

/** Walks the tour of the README in one window, step after step, by the words that stand there. */
describe('the ten-minute tour', () => {
  const readme = readFileSync('README.md', 'utf8');
  let workbench: Workbench;
  before(async () => {
    workbench = await openWorkbench();
  });
  after(() => workbench.close());

  const row = (text: string | RegExp) => workbench.page.locator('.sidebar .monaco-list-row', { hasText: text }).first();
  const read = (file: string) => readFileSync(path.join(workbench.folder, file), 'utf8');
  const has = (file: string) => existsSync(path.join(workbench.folder, file));

  /** The words, which must stand in the README as well. */
  function told(words: string): string {
    assert.ok(readme.includes(words), `The README does not say "${words}".`);
    return words;
  }

  it('1. looks around', async () => {
    await workbench.page.locator('.activitybar .action-label[aria-label^="Incidents"]').first().click();
    await row(told('Payment confirmations arriving late')).waitFor();
    await row(/^\s*Resolved/).click();
    await row(told('Checkout requests failing in eu-west-1')).click();
    for (const kept of ['Report', 'Postmortem', 'Timeline', 'Causes', 'Action items'])
      await workbench.page
        .locator('.sidebar .monaco-list-row', { hasText: new RegExp(`^\\s*${kept}`) })
        .last()
        .waitFor();
  });

  it('2. sees what is flagged', async () => {
    const { page } = workbench;
    await row(/^\s*Report\s*3 findings/).click();
    await page.locator('.squiggly-info').first().waitFor();
    await workbench.runCommand('View: Toggle Problems');
    const problems = page.locator('.markers-panel .monaco-list-row');
    for (const words of ['"because"', '"as a result of"', '"led to"'])
      await problems
        .filter({ hasText: told(words) })
        .first()
        .waitFor();
    assert.equal(await problems.filter({ hasText: 'causal-language' }).count(), 3);
    assert.match(read(`${open}/report.md`), new RegExp(told('Caused by:')));
    await workbench.runCommand('View: Toggle Problems');
  });

  it('3. moves an explanation, and takes it back', async () => {
    const { page, quickInput } = workbench;
    const before = read(`${open}/report.md`);
    const move = async () => {
      const lines = before.split('\n');
      const line = lines.findIndex((text) => text.includes('because'));
      await quickInput.open('ControlOrMeta+G');
      await quickInput.enter(`:${line + 1}:${(lines[line] ?? '').indexOf('because') + 3}`);
      await page.keyboard.press('ControlOrMeta+.');
      await page.getByText(told('Keep the observation, move the explanation to the postmortem')).first().click();
      await workbench.until(
        () => has(`${open}/postmortem.md`) && read(`${open}/report.md`) !== before,
        'Nothing was moved.',
      );
    };
    await move();
    assert.match(read(`${open}/postmortem.md`), new RegExp(told('Hypotheses considered')));
    assert.match(read(`${open}/postmortem.md`), /report\.md/);
    await workbench
      .notification('Moved 1 sentence to the postmortem')
      .getByRole('button', { name: told('Undo') })
      .click();
    await workbench.until(
      () => !has(`${open}/postmortem.md`) && read(`${open}/report.md`) === before,
      'It was not taken back.',
    );
    await move();
    await page.locator('.tab', { hasText: 'report.md' }).click();
    await page.keyboard.press('ControlOrMeta+Z');
    await page.locator('.view-line', { hasText: 'because' }).first().waitFor();
    await workbench.runCommand('File: Save');
    await workbench.until(() => read(`${open}/report.md`) === before, 'Ctrl+Z did not bring the sentence back.');
  });

  it('4. logs what is seen', async () => {
    const { page } = workbench;
    const form = workbench.webview();
    const before = read(`${open}/report.md`);
    await row('Payment confirmations arriving late').hover();
    await row('Payment confirmations arriving late')
      .locator(`.action-label[aria-label^="${told('Add Timeline Entry')}"]`)
      .click();
    await form.locator('#event textarea').waitFor();
    await form.locator('#time input').fill(told('-5m'));
    await form.getByText(/^\d{4}-\d\d-\d\d \d\d:\d\d UTC$/).waitFor();
    await form.getByText(/^\d\d:\d\d Europe\/Berlin$/).waitFor();
    await form.locator('#kind').click();
    await page.keyboard.type(told('check'));
    await page.keyboard.press('Enter');
    await form.locator('#event textarea').fill('Queue depth at 700.');
    await form.locator('#event textarea').press('Control+Enter');
    await form
      .locator('.place')
      .getByText(/^Saved E/)
      .waitFor();
    await form.getByRole('button', { name: told('Undo') }).waitFor();
    await workbench.until(() => read(`${open}/report.md`) !== before, 'The report was not saved.');
    assert.match(read(`${open}/report.md`), /\| \d{4}-\d\d-\d\d \d\d:\d\dZ \| check \| Queue depth at 700\. \|/);
  });

  it('5. follows a cause to its commit', async () => {
    const { page } = workbench;
    await workbench.runCommand('View: Close All Editors');
    await workbench.openFile(`${resolved}/postmortem.md`);
    await page.locator('.view-line', { hasText: told('C1 Retry change halved the connection pool') }).waitFor();
    const lens = told('introduced 71d4811 Halve the pool when retrying, 3 h 12 min before impact');
    await page.locator('.codelens-decoration a', { hasText: lens }).first().click();
    await page.locator('.monaco-diff-editor').first().waitFor();
    await page.locator('.tab.active', { hasText: '71d4811' }).waitFor();
  });

  it('6. starts a report', async () => {
    const { page, quickInput } = workbench;
    await workbench.runCommand(told('Incidents: New Incident Report'));
    await page.getByText("What is observed, in a few words. It becomes the heading and the folder's name.").waitFor();
    for (let question = 1; question <= 4; question++) {
      await page.locator('.quick-input-title', { hasText: `${question}/4` }).waitFor();
      await page.keyboard.press('Enter');
    }
    await quickInput.box.waitFor({ state: 'hidden' });
    await page.locator('.tab.active', { hasText: 'report.md' }).waitFor();
    await page.keyboard.type('Search answers took 4 s.');
    await workbench.runCommand('File: Save');
    await workbench.until(() => written('report.md').includes('Search answers took 4 s.'), 'The cursor is elsewhere.');
    assert.match(written('report.md'), /## Summary\s+Search answers took 4 s\./);
  });

  it('7. writes its postmortem', async () => {
    const { page, quickInput } = workbench;
    await workbench.runCommand(told('Incidents: New Postmortem'));
    await quickInput.rows.filter({ hasText: 'Payment confirmations arriving late' }).click();
    await page.getByText('A person, not a team.').waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('A date such as 2026-11-30.').waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.tab.active', { hasText: 'postmortem.md' }).waitFor();
    assert.match(read(`${open}/postmortem.md`), /^owner: bo$/m);
    assert.match(read(`${open}/postmortem.md`), /^due: \d{4}-\d\d-\d\d$/m);
  });

  it('8. tells others', async () => {
    const { page, quickInput } = workbench;
    await workbench.runCommand(told('Incidents: Copy Status Update'));
    await page.getByPlaceholder('In which form?').waitFor();
    await quickInput.rows.filter({ hasText: told('Markdown') }).click();
    await page.getByText('Status update copied').first().waitFor();
    assert.match(await page.evaluate('navigator.clipboard.readText()'), /Payment confirmations arriving late/);
  });

  /** A document of the incident that the tour has made, as it stands on disk. */
  function written(file: string): string {
    const known = [path.basename(open), path.basename(resolved)];
    const incidents = readdirSync(path.join(workbench.folder, 'incidents'), { withFileTypes: true });
    const made = incidents.find((entry) => entry.isDirectory() && !known.includes(entry.name));
    const place = `incidents/${made?.name}/${file}`;
    return made && has(place) ? read(place) : '';
  }
});
