import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../../scripts/chromium.mjs';
import type { EntryFields, FormView, Row } from '../../src/protocol/timeline-entry';
import { type FormPage, openForm, type Theme } from '../webview-ui/harness/page';
import { emptyPreview, emptyView, fields, fresh, preview, view } from '../webview-ui/harness/samples';

interface AxeResult {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The built page in a plain browser, under the policy that it has in the editor. */
describe('the page of the timeline-entry form', () => {
  let browser: Browser;
  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser.close());

  async function withPage(
    options: { readonly theme?: Theme; readonly width?: number; readonly kept?: unknown },
    run: (form: FormPage) => Promise<void>,
  ) {
    const context = await browser.newContext({ viewport: { width: options.width ?? 1100, height: 760 } });
    const page = await context.newPage();
    page.setDefaultTimeout(5_000);
    try {
      const form = await openForm(page, { theme: options.theme ?? 'dark', kept: options.kept });
      await run(form);
      assert.deepEqual(form.problems, []);
    } finally {
      await context.close();
    }
  }

  async function fill(form: FormPage, shown: FormView = view, typed: EntryFields = fields) {
    await form.send({
      type: 'init',
      view: shown,
      keys: 'other',
      fields: fresh,
      draft: { fields: typed, at: 1, from: '14:20Z' },
      held: ['00000000-0000-4000-8000-000000000000'],
    });
    await form.page.getByText('Draft from 14:20Z restored.').first().waitFor();
    await form.send({ type: 'preview', preview });
    await form.page.getByText('15:35:20 Europe/Berlin').waitFor();
  }

  for (const theme of ['dark', 'light', 'high-contrast'] as const) {
    for (const width of [1100, 460]) {
      it(`has no violation that axe finds: ${theme}, ${width} px`, () =>
        withPage({ theme, width }, async (form) => {
          await fill(form, { ...view, banner: { text: ['report.md is no longer there.'], actions: ['copy'] } });
          assert.deepEqual(await violations(form.page), []);
          await capture(form.page, `form-${theme}-${width}`);
        }));
    }
  }

  it('has no violation that axe finds while it is empty or a list is open', () =>
    withPage({}, async (form) => {
      await form.send({ type: 'init', view: emptyView, keys: 'mac', fields: fresh });
      await form.send({ type: 'preview', preview: emptyPreview });
      await form.page.getByText('No entries yet.').waitFor();
      await form.page.getByLabel('Systems').press('ArrowDown');
      await form.page.getByRole('option', { name: 'payments-db' }).waitFor();
      assert.deepEqual(await violations(form.page), []);
      await capture(form.page, 'empty-dark-1100');
    }));

  it('begins in Event and is walked through in the order of the fields', () =>
    withPage({}, async (form) => {
      await fill(form);
      assert.equal(await focused(form.page), 'event');
      await form.page.locator('#time').focus();
      const order: string[] = [];
      for (let step = 0; step < 19; step++) {
        order.push(await focused(form.page));
        await form.page.keyboard.press('Tab');
      }
      assert.deepEqual(order, [
        'time',
        'precision',
        'kind',
        'event',
        'Move to postmortem',
        'Show in text',
        'systems',
        'actor',
        'grafana.example/d/checkout-5xx',
        'Remove evidence 1',
        'Remove evidence 2',
        'vscode-textfield',
        'choose-file',
        'save',
        'save-another',
        'Discard',
        'Zoom out',
        'Zoom in',
        'Timeline, 7 entries. Arrow keys move between entries.',
      ]);
    }));

  it('sends what is typed, numbered, and keeps it for its return', () =>
    withPage({}, async (form) => {
      await form.send({ type: 'init', view, keys: 'other', fields: fresh });
      await form.page.locator('#event textarea').fill('Disk full on db-1');
      const input = await lastSent(form, 'input', ({ fields }) => fields?.event === 'Disk full on db-1');
      assert.equal(typeof input.fields?.anchor, 'number');
      const kept = (await form.state()) as { fields: EntryFields; incident: unknown };
      assert.equal(kept.fields.event, 'Disk full on db-1');
      assert.deepEqual(kept.incident, view.incident);
    }));

  it('shows again what it kept before the extension answers', () =>
    withPage({ kept: { incident: view.incident, fields, changed: 1 } }, async ({ page }) => {
      assert.equal(await page.locator('#event textarea').inputValue(), fields.event);
      assert.equal(await page.locator('#systems').inputValue(), fields.systems);
    }));

  it('saves by the keyboard from any field', () =>
    withPage({}, async (form) => {
      await fill(form);
      await form.page.locator('#kind input').press('Control+Enter');
      await lastSent(form, 'save', ({ fields: sent }) => sent?.event === fields.event);
      assert.equal(await form.page.locator('#kind[open]').count(), 0);
    }));

  it('says what was saved, offers to undo and fades the row', () =>
    withPage({}, async (form) => {
      await fill(form);
      await form.page.keyboard.press('Control+Shift+Enter');
      const { sequence = 0 } = await lastSent(form, 'save', () => true);
      const message = 'Saved E1431, 14:31 UTC.';
      await form.send({ type: 'saved', sequence, id: 'E1431', message, view });
      await form.page.locator('.place', { hasText: message }).waitFor();
      await form.page.getByRole('status').filter({ hasText: message }).waitFor({ state: 'attached' });
      assert.match((await form.page.locator('.just-saved').textContent()) ?? '', /Rolled back/);
      assert.equal(await form.page.locator('#event textarea').inputValue(), '');
      assert.equal(await focused(form.page), 'event');
      await form.page.getByRole('button', { name: 'Undo' }).click();
      assert.equal((await lastSent(form, 'undo', () => true)).id, 'E1431');
    }));

  it('selects the words that a finding is about', () =>
    withPage({}, async (form) => {
      await fill(form);
      await form.page.getByRole('button', { name: 'Show in text' }).click();
      const selected = 'window.getSelection().toString()';
      assert.equal(await form.page.evaluate(selected), 'because');
    }));

  it('takes a kind that is typed and ended with Enter', () =>
    withPage({}, async (form) => {
      await fill(form);
      const kind = form.page.locator('#kind input');
      await kind.fill('sever');
      await kind.press('Enter');
      await lastSent(form, 'input', ({ fields: sent }) => sent?.kind === 'severity');
      assert.equal(await kind.inputValue(), 'severity');
      await form.page.getByLabel('Value').press('ArrowDown');
      await form.page.getByRole('option', { name: 'SEV1' }).click();
      await lastSent(form, 'input', ({ fields: sent }) => sent?.value === 'SEV1');
    }));

  it('completes systems by the keyboard', () =>
    withPage({}, async (form) => {
      await fill(form);
      const systems = form.page.getByLabel('Systems');
      await systems.fill('checkout-api, pay');
      await systems.press('ArrowDown');
      assert.equal(await systems.getAttribute('aria-expanded'), 'true');
      assert.match((await systems.getAttribute('aria-activedescendant')) ?? '', /systems-list-0/);
      await systems.press('Enter');
      assert.equal(await systems.inputValue(), 'checkout-api, payments-db');
      assert.equal(await systems.getAttribute('aria-expanded'), 'false');
    }));

  it('puts the new entry into its place, and the place of the gap with it', () =>
    withPage({}, async (form) => {
      await fill(form);
      const texts = () => form.page.locator('ol > li:visible').allInnerTexts();
      assert.match((await texts())[7] ?? '', /14:35:20/);
      const entry = preview.entry;
      assert.ok(entry !== undefined);
      const lead: Row['lead'] = [{ kind: 'gap', text: '16 min without an entry' }];
      const moved = { index: 5, row: { ...entry.row, time: '14:30', lead }, nextLead: [] };
      await form.send({ type: 'preview', preview: { ...preview, sequence: 2, entry: moved } });
      await form.page.getByText('16 min without an entry').waitFor();
      assert.equal(await form.page.getByText('17 min without an entry').isVisible(), false);
      assert.match((await texts())[6] ?? '', /14:30/);
      assert.match((await texts())[7] ?? '', /14:31/);
    }));

  it('shows attached files with their size, and of a link its words', () =>
    withPage({}, async (form) => {
      const evidence = [
        'attached:00000000-0000-4000-8000-000000000000:84211:error-rate.png',
        '[graph](https://graphs.example.com/d/1)',
        '[a.log](evidence/a.log)',
      ];
      await fill(form, view, { ...fields, evidence });
      const items = form.page.locator('.evidence-item');
      assert.deepEqual(await items.allTextContents(), ['error-rate.png84 kB', 'graph', 'evidence/a.log']);
      assert.equal(await items.locator('a').getAttribute('href'), 'https://graphs.example.com/d/1');
    }));

  it('marks an entry that was recorded late, and says when and by whom', () =>
    withPage({}, async (form) => {
      const late = 'Recorded 15:20 UTC by bo, 44 min after';
      await fill(form, { ...view, rows: view.rows.map((row, index) => (index === 1 ? { ...row, late } : row)) });
      const marks = form.page.locator('li.row .late');
      assert.deepEqual(await marks.allTextContents(), ['recorded late']);
      assert.equal(await marks.getAttribute('title'), late);
      await capture(form.page, 'recorded-late');
    }));

  it('shows hostile text as text', () =>
    withPage({}, async (form) => {
      const hostile = '<img src=x onerror="window.hit=1"><script>window.hit=1</script>';
      const [first, ...others] = view.rows;
      assert.ok(first !== undefined);
      const rows = [{ ...first, text: [hostile, { code: hostile }], kind: hostile }, ...others];
      const shown = { ...view, title: hostile, status: hostile, rows, systems: [hostile] };
      const attached = `attached:00000000-0000-4000-8000-000000000000:3:${hostile}`;
      const links = ['[x](javascript:alert(1))', `[${hostile}](evidence/${hostile})`];
      const evidence = [hostile, 'javascript:alert(1)', 'data:text/html,x', attached, ...links];
      await fill(form, shown, { ...fields, evidence });
      assert.equal(await form.page.evaluate('window.hit'), undefined);
      assert.equal(await form.page.locator('main img, main script').count(), 0);
      assert.equal(await form.page.locator('.evidence a').count(), 0);
      assert.equal(await form.page.locator('h1').textContent(), hostile);
    }));

  it('ignores what is no message of the extension', () =>
    withPage({}, async (form) => {
      await fill(form);
      await form.page.evaluate(`window.postMessage({ type: 'view', view: { title: 7 } }, '*')`);
      await form.page.evaluate(`window.postMessage('junk', '*')`);
      await form.send({ type: 'view', view: { ...view, title: 'Renamed' } });
      await form.page.getByRole('heading', { name: 'Renamed' }).waitFor();
    }));

  it('draws the timeline as a chart that the keyboard walks through, speaking', () =>
    withPage({}, async (form) => {
      await fill(form);
      const chart = form.page.getByRole('application');
      await chart.focus();
      const spoken = (text: string) =>
        form.page.getByRole('status').filter({ hasText: text }).waitFor({ state: 'attached' });
      await form.page.keyboard.press('Home');
      await spoken('13:40:02Z, change, Deploy of checkout-api 4.18.2 finished, E1340');
      await form.page.keyboard.press('ArrowRight');
      await form.page.keyboard.press('ArrowRight');
      await spoken('14:06Z about, detected, Alert "checkout 5xx" paged the on-call, E1406');
      await form.page.locator('.row.lit', { hasText: 'E1406' }).waitFor();
      await form.page.keyboard.press('ArrowDown');
      await spoken('14:12Z, check, max_connections returned 200; before the deploy it returned 400, E1412');
      await form.page.keyboard.press('End');
      await spoken('14:38Z to 14:41Z, check');
      await form.page.keyboard.press('+');
      await form.page.locator('.incident-docs-time', { hasText: '14:35' }).waitFor();
      await form.page.keyboard.press('0');
      await form.page.locator('.incident-docs-time', { hasText: '13:40' }).waitFor();
    }));

  it('tells what a mark is under the mouse, and lights up its row', () =>
    withPage({}, async (form) => {
      await fill(form);
      await form.page.locator('.incident-docs-change').first().hover();
      await form.page.locator('.tooltip.shown', { hasText: '13:40:02Z, change' }).waitFor();
      await form.page.locator('.row.lit', { hasText: 'E1340' }).waitFor();
    }));

  it('moves the new entry in the chart as its time is read, and redraws nothing else', () =>
    withPage({}, async (form) => {
      await fill(form);
      const placeOfNew = () => form.page.locator('circle.incident-docs-new-mark').first().getAttribute('cx');
      const before = await placeOfNew();
      const entry = preview.entry;
      assert.ok(entry !== undefined);
      const stamp = { kind: 'exact', at: Date.parse('2026-11-23T14:20Z'), seconds: false } as const;
      const moved = { ...entry, row: { ...entry.row, mark: { ...entry.row.mark, stamp } } };
      await form.page.evaluate(`window.mark = document.querySelector('.incident-docs-change')`);
      await form.send({ type: 'preview', preview: { ...preview, sequence: 2, entry: moved } });
      await form.page.waitForFunction(
        `document.querySelector('.chart .incident-docs-new-mark').getAttribute('cx') !== '${before}'`,
      );
      assert.equal(await form.page.evaluate(`window.mark.isConnected`), true);
    }));

  it('keeps of 10,000 rows only those near the view in the page, and draws others as they are scrolled to', () =>
    withPage({}, async (form) => {
      const [first] = view.rows;
      assert.ok(first !== undefined);
      const start = Date.UTC(2026, 10, 23);
      const rows = Array.from({ length: 10_000 }, (_, index) => {
        const stamp = { kind: 'exact', at: start + index * 1_000, seconds: true } as const;
        return { ...first, id: `E${index}`, mark: { ...first.mark, stamp } };
      });
      await fill(form, { ...view, rows });
      assert.ok((await form.page.locator('li.row').count()) < 500);
      assert.ok((await form.page.locator('.chart svg *').count()) < 1_000);
      await form.page.evaluate('window.scrollTo(0, document.body.scrollHeight / 2)');
      await form.page.locator('li.row', { hasText: 'E5000' }).waitFor();
      await form.page.evaluate('window.scrollTo(0, document.body.scrollHeight)');
      await form.page.locator('li.row', { hasText: 'E9999' }).waitFor();
      assert.equal(await form.page.locator('li.row', { hasText: 'E5000' }).count(), 0);
    }));

  it('touches no row of a timeline of 10,000 entries while the event is typed', () =>
    withPage({}, async (form) => {
      const [first] = view.rows;
      assert.ok(first !== undefined);
      const rows = Array.from({ length: 10_000 }, (_, index) => ({ ...first, id: `E${index}` }));
      await fill(form, { ...view, rows });
      const touched = await form.page.evaluate<number>(`new Promise((resolve) => {
        const observer = new MutationObserver(() => undefined);
        observer.observe(document.querySelector('ol'), { childList: true, characterData: true, subtree: true });
        const event = document.querySelector('#event');
        for (let index = 0; index < 5; index++) {
          event.value = 'x'.repeat(index + 1);
          event.dispatchEvent(new Event('input'));
        }
        requestAnimationFrame(() => resolve(observer.takeRecords().length));
      })`);
      assert.ok(touched <= 5, `${touched} changes for 5 keys`);
    }));
});

async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axeSource);
  // A webview's page is the content of a frame whose title VS Code gives.
  const { violations: found } = await page.evaluate<AxeResult>(
    `axe.run(document, { rules: { region: { enabled: false } } })`,
  );
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** Id of the focused field, or the name of a button or link. */
function focused(page: Page): Promise<string> {
  return page.evaluate<string>(`(() => {
    const { id, ariaLabel, localName, innerText } = document.activeElement;
    return id || ariaLabel || (localName.startsWith('vscode-') ? localName : innerText);
  })()`);
}

interface Sent {
  readonly type?: unknown;
  readonly sequence?: number;
  readonly id?: unknown;
  readonly fields?: EntryFields;
}

/** The newest message of a type that fits, once there is one. */
async function lastSent(form: FormPage, type: string, fits: (message: Sent) => boolean): Promise<Sent> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const found = ((await form.sent()) as readonly Sent[]).findLast((one) => one.type === type && fits(one));
    if (found !== undefined) return found;
    await form.page.evaluate('new Promise((resolve) => requestAnimationFrame(resolve))');
  }
  throw new Error(`No message of type ${type} was sent`);
}

async function capture(page: Page, name: string): Promise<void> {
  mkdirSync('out/pictures', { recursive: true });
  await page.screenshot({ path: `out/pictures/timeline-entry-${name}.png`, fullPage: true });
}
