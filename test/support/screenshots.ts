import type { Page } from 'playwright-core';
import { captureWindows, openWorkbench, stopHosts, type Workbench } from './workbench';

const themes = {
  dark: { label: 'Dark Modern', sign: 'vs-dark' },
  light: { label: 'Light Modern', sign: 'vs' },
} as const;

type Theme = (typeof themes)[keyof typeof themes];

const awayFromTooltips = [500, 5] as const;
const openReport = 'incidents/2026-11-23-payment-confirmations-late/report.md';
const postmortem = 'incidents/2026-11-09-checkout-errors/postmortem.md';

try {
  for (const [name, theme] of Object.entries(themes)) {
    await picture(`report-${name}`, theme, openReport, showReport);
    await picture(`postmortem-${name}`, theme, postmortem, showPostmortem);
    await picture(`timeline-entry-${name}`, theme, openReport, showForm);
  }
} catch (error) {
  await captureWindows('out/failures/screenshots');
  throw error;
} finally {
  await stopHosts();
}

async function picture(
  name: string,
  theme: Theme,
  open: string,
  show: (workbench: Workbench) => Promise<void>,
): Promise<void> {
  const workbench = await openWorkbench({
    open,
    viewport: { width: 1500, height: 860 },
    scale: 1.4,
    settings: {
      'workbench.colorTheme': theme.label,
      'editor.minimap.enabled': false,
      'editor.wordWrap': 'on',
      'editor.stickyScroll.enabled': false,
      'workbench.tips.enabled': false,
      'window.commandCenter': false,
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the variables are those of VS Code
      'window.title': '${activeEditorShort}${separator}${rootName}',
    },
  });
  const { page } = workbench;
  await page.locator(`.monaco-workbench.${theme.sign}`).waitFor();
  await page.locator('.activitybar .action-label[aria-label^="Incidents"]').click();
  await workbench.treeItem(/Payment confirmations arriving late/).waitFor();
  await widenSideBar(page, 70);
  await show(workbench);
  await settle(page);
  await workbench.screenshot(`docs/images/${name}.png`);
  console.log(`docs/images/${name}.png`);
  await workbench.close();
}

/** The tree with an open incident, and lenses and squiggles in its report. */
async function showReport({ page }: Workbench): Promise<void> {
  await page.locator('.codelens-decoration', { hasText: '8 entries, ' }).waitFor();
  await page.locator('.squiggly-info, .squiggly-warning').first().waitFor();
}

/** The lenses over the first cause, and the resolved incident in the tree. */
async function showPostmortem(workbench: Workbench): Promise<void> {
  const { page, quickInput } = workbench;
  await workbench.treeItem(/^Resolved/).click();
  await workbench.treeItem(/Checkout requests failing/).click();
  await page.locator('.tab', { hasText: 'postmortem.md' }).click();
  await page.keyboard.press('ControlOrMeta+G');
  await quickInput.enter(':26');
  await page.locator('.codelens-decoration a', { hasText: 'before impact' }).first().waitFor();
  await page.mouse.move(...awayFromTooltips);
}

/** The form and the chart at their full width, with a sentence in it that gives a cause. */
async function showForm(workbench: Workbench): Promise<void> {
  await workbench.runCommand('Incidents: Add Timeline Entry');
  const form = workbench.webview();
  await form.locator('vscode-textarea textarea').first().waitFor();
  await workbench.runCommand('View: Close Primary Side Bar');
  await workbench.runCommand('View: Join All Editor Groups');
  await form.locator('#time input').fill('2026-11-23 09:44Z');
  await form.locator('vscode-textarea textarea').first().fill('Queue depth fell to 800 because worker-3 was added.');
  await form.getByText('gives a cause').first().waitFor();
  await form.locator('.chart svg').waitFor();
}

async function widenSideBar(page: Page, pixels: number): Promise<void> {
  const box = await page.locator('.part.sidebar').boundingBox();
  if (box === null) return;
  const edge = box.x + box.width;
  await page.mouse.move(edge, 400);
  await page.mouse.down();
  await page.mouse.move(edge + pixels, 400, { steps: 5 });
  await page.mouse.up();
  await page.mouse.move(...awayFromTooltips);
}

/** Waits until two pictures in a row are the same: nothing loads, fades or blinks any more. */
async function settle(page: Page): Promise<void> {
  let before = '';
  for (let tries = 0; tries < 20; tries += 1) {
    const now = (await page.screenshot({ animations: 'disabled', caret: 'hide' })).toString('base64');
    if (now === before) return;
    before = now;
    await page.waitForTimeout(250);
  }
}
