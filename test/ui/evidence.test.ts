import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { openWorkbench, type Workbench } from '../support/workbench';

const incident = 'incidents/2026-11-23-payment-confirmations-late';
const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** Short enough that all of it is in view. */
const report = `---
type: incident-report
status: investigating
---

# Payment confirmations late

## Timeline

| Time | Kind | Event | Evidence | ID |
| --- | --- | --- | --- | --- |
| 2026-11-23 09:31Z | symptom | Deep queue. | | E0931 |
`;

describe('pasting and dropping into a report', () => {
  let workbench: Workbench;
  let evidence: string;
  before(async () => {
    workbench = await openWorkbench({
      open: `${incident}/report.md`,
      files: { [`${incident}/report.md`]: report, 'dumps/trace.log': '09:31:02 worker-1 queue depth 9120\n' },
      settings: { '[markdown]': { 'editor.wordWrap': 'off' }, 'editor.minimap.enabled': false },
    });
    evidence = path.join(workbench.folder, incident, 'evidence');
    await workbench.page.locator('.codelens-decoration', { hasText: 'add entry' }).first().waitFor();
  });
  after(() => workbench.close());

  it('takes the file and the link back together', async () => {
    const { page } = workbench;
    const file = path.join(workbench.folder, incident, 'report.md');
    const before = readFileSync(file);
    await page.locator('.view-line', { hasText: 'E0931' }).first().click();
    await transfer(page, 'paste', [{ name: 'image.png', type: 'image/png', base64: pixel }]);
    await page.locator('.view-line', { hasText: '[image.png](evidence/image.png)' }).first().waitFor();
    await waitForFile(workbench, path.join(evidence, 'image.png'));
    await page.keyboard.press('ControlOrMeta+z');
    // VS Code may ask first, as this undo reaches further than the editor.
    const answer = page.locator('.monaco-dialog-box').getByRole('button', { name: /Undo in \d Files/ });
    await answer.click({ timeout: 3_000 }).catch(() => undefined);
    await workbench.until(() => !existsSync(path.join(evidence, 'image.png')), 'The files are others.');
    await page.keyboard.press('ControlOrMeta+s');
    await page.locator('.tab.dirty').waitFor({ state: 'detached' });
    assert.deepEqual(readFileSync(file), before);
  });

  it('keeps a picture and links it in the evidence of the row', async () => {
    const { page } = workbench;
    await page.locator('.view-line', { hasText: 'E0931' }).first().click();
    await transfer(page, 'paste', [{ name: 'image.png', type: 'image/png', base64: pixel }]);
    await page.locator('.view-line', { hasText: '[image.png](evidence/image.png)' }).first().waitFor();
    await waitForFile(workbench, path.join(evidence, 'image.png'));
    assert.equal(readFileSync(path.join(evidence, 'image.png'), 'base64'), pixel);
    const line = await lineOf(page, 'evidence/image.png');
    assert.match(line, /^\|.*\| E0931 \|$/);
    await transfer(page, 'paste', [{ name: 'image.png', type: 'image/png', base64: pixel }]);
    await page
      .locator('.view-line', { hasText: /image\.png\).*image\.png\)/ })
      .first()
      .waitFor();
    assert.deepEqual(readdirSync(evidence), ['image.png']);
  });

  it('leaves a pasted text as it is, and offers to keep log lines', async () => {
    const { page } = workbench;
    await page.locator('.view-line', { hasText: 'E0931' }).first().click();
    await page.keyboard.press('ControlOrMeta+End');
    const lines = ['09:31:02 one', '09:31:03 two', '09:31:04 three'].join('\n');
    await transfer(page, 'paste', [], lines);
    await page.locator('.view-line', { hasText: '09:31:04 three' }).first().waitFor();
    assert.equal(existsSync(path.join(evidence, 'excerpt.log')), false);
    await page.locator('.post-edit-widget').click();
    await page.getByText('Keep the text as evidence').click();
    await page.locator('.view-line', { hasText: '[excerpt.log](evidence/excerpt.log)' }).first().waitFor();
    await waitForFile(workbench, path.join(evidence, 'excerpt.log'));
    assert.equal(readFileSync(path.join(evidence, 'excerpt.log'), 'utf8'), lines);
  });

  it('keeps a log that is dropped from the explorer', async () => {
    const { page } = workbench;
    const file = `vscode-remote://${new URL(page.url()).host}${path.join(workbench.folder, 'dumps/trace.log')}`;
    const row = page.locator('.view-line', { hasText: 'E0931' }).first();
    const box = await row.boundingBox();
    assert.ok(box);
    await transfer(page, 'drop', [], undefined, { uri: file, x: box.x + 200, y: box.y + box.height / 2 });
    await page.locator('.view-line', { hasText: '[trace.log](evidence/trace.log)' }).first().waitFor();
    await waitForFile(workbench, path.join(evidence, 'trace.log'));
    assert.equal(existsSync(path.join(workbench.folder, 'dumps/trace.log')), true);
  });

  it('asks before it keeps what looks like a key, and shows the line', async () => {
    const { page } = workbench;
    await page.locator('.view-line', { hasText: 'E0931' }).first().click();
    await page.keyboard.press('ControlOrMeta+s');
    await page.locator('.tab.dirty').waitFor({ state: 'detached' });
    const base64 = Buffer.from(`first\nAuthorization: Bearer ${'q7Rk2ZpX9vLm4Tn8'}\n`).toString('base64');
    await transfer(page, 'paste', [{ name: 'error.log', type: '', base64 }]);
    const refusal = workbench.notification('error.log looks like it holds a key (line 2). It was not added.');
    await refusal.waitFor();
    assert.equal(existsSync(path.join(evidence, 'error.log')), false);
    await refusal.getByRole('button', { name: 'Show Line' }).click();
    await page.locator('.view-line', { hasText: 'Authorization' }).first().waitFor();
    await refusal.getByRole('button', { name: 'Add Anyway' }).click();
    await waitForFile(workbench, path.join(evidence, 'error.log'));
    const file = path.join(workbench.folder, incident, 'report.md');
    await workbench.until(
      () => readFileSync(file, 'utf8').includes('[error.log](evidence/error.log)'),
      'The files are others.',
    );
  });
});

describe('attaching in the form', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await openWorkbench({ open: `${incident}/report.md`, files: { [`${incident}/report.md`]: report } });
    await workbench.page.locator('.codelens-decoration', { hasText: 'add entry' }).first().waitFor();
  });
  after(() => workbench.close());

  it('writes a pasted picture with its entry, not before, and both are taken back together', async () => {
    const file = path.join(workbench.folder, incident, 'evidence', 'graph-1.png');
    const text = () => readFileSync(path.join(workbench.folder, incident, 'report.md'), 'utf8');
    await workbench.runCommand('Incidents: Add Timeline Entry');
    const form = workbench.webview();
    await form.locator('#event textarea:focus').waitFor();
    await form.locator('#time input').fill('2026-11-23 09:40Z');
    await form.locator('#event textarea').fill('Queue depth fell to 3,100.');
    await form.locator('main').evaluate(pasteScript([{ name: 'Graph 1.png', type: 'image/png', base64: pixel }]));
    await form.locator('.evidence-item', { hasText: 'Graph 1.png' }).waitFor();
    await form.getByText('To drop files here, hold Shift.').waitFor();
    assert.equal(existsSync(file), false);
    await form.getByRole('button', { name: 'Save', exact: true }).click();
    await workbench.until(() => text().includes('[graph-1.png](evidence/graph-1.png)'), 'The files are others.');
    assert.equal(readFileSync(file, 'base64'), pixel);
    await form.getByRole('button', { name: 'Undo' }).click();
    await workbench.until(() => !existsSync(file) && text() === report, 'The files are others.');
  });

  it('refuses what looks like a key until that is answered', async () => {
    const form = workbench.webview();
    const base64 = Buffer.from(`Authorization: Bearer ${'q7Rk2ZpX9vLm4Tn8'}\n`).toString('base64');
    await form.locator('main').evaluate(pasteScript([{ name: 'error.log', type: '', base64 }]));
    const refusal = workbench.notification('error.log looks like it holds a key (line 1). It was not added.');
    await refusal.waitFor();
    assert.equal(await form.locator('.evidence-item', { hasText: 'error.log' }).count(), 0);
    await refusal.getByRole('button', { name: 'Add Anyway' }).click();
    await form.locator('.evidence-item', { hasText: 'error.log' }).waitFor();
    await form
      .getByRole('button', { name: /^Remove evidence/ })
      .last()
      .click();
    await form.locator('.evidence-item', { hasText: 'error.log' }).waitFor({ state: 'detached' });
  });
});

/** Pastes into whatever has the focus of the document that the script runs in. */
function pasteScript(files: readonly HeldFile[]): string {
  return `(() => {
    const data = new DataTransfer();
    for (const { name, type, base64 } of ${JSON.stringify(files)}) {
      const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
      data.items.add(new File([bytes], name, { type }));
    }
    document.activeElement.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true, composed: true }),
    );
  })()`;
}

interface HeldFile {
  readonly name: string;
  readonly type: string;
  readonly base64: string;
}

/** What a browser does on Ctrl+V or when something is dropped, as neither can be had from outside. */
async function transfer(
  page: Page,
  event: 'paste' | 'drop',
  files: readonly HeldFile[],
  text?: string,
  at?: { readonly uri: string; readonly x: number; readonly y: number },
): Promise<void> {
  const script = `(({ event, files, text, at }) => {
    const data = new DataTransfer();
    for (const { name, type, base64 } of files) {
      const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
      data.items.add(new File([bytes], name, { type }));
    }
    if (text !== undefined) data.setData('text/plain', text);
    if (event === 'paste') {
      const options = { clipboardData: data, bubbles: true, cancelable: true };
      return void document.activeElement.dispatchEvent(new ClipboardEvent('paste', options));
    }
    data.setData('text/uri-list', at.uri);
    const target = document.elementFromPoint(at.x, at.y);
    for (const type of ['dragenter', 'dragover', 'drop']) {
      const place = { clientX: at.x, clientY: at.y, bubbles: true, cancelable: true, composed: true };
      target.dispatchEvent(new DragEvent(type, { dataTransfer: data, shiftKey: true, ...place }));
    }
  })(${JSON.stringify({ event, files, text, at })})`;
  await page.evaluate(script);
}

async function lineOf(page: Page, text: string): Promise<string> {
  const line = await page.locator('.view-line', { hasText: text }).first().textContent();
  return (line ?? '').replaceAll('\u00A0', ' ');
}

function waitForFile(workbench: Workbench, file: string): Promise<void> {
  return workbench.until(() => existsSync(file), `There is no ${path.basename(file)}.`);
}
