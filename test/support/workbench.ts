import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContext, FrameLocator, Locator, Page } from 'playwright-core';
import { launchChromium } from '../../scripts/chromium.mjs';
import { copySample, makeServerHome, makeTemporaryFolder, removeFolder } from '../../scripts/test-folders.mjs';
import {
  ensureVsCodeServer,
  installVsix,
  type RunningServer,
  startVsCodeServer,
  testSettings,
} from '../../scripts/vscode-server.mjs';
import { openDesktop } from './desktop';

export interface WorkbenchOptions {
  /**
   * `sample` (default): a fresh copy of the sample workspace; `empty`: a folder with nothing in it; `none`: no folder;
   * `two-folders`: a `.code-workspace` with the sample and, beside it, the folder `payments` with nothing in it.
   */
  readonly workspace?: 'sample' | 'empty' | 'none' | 'two-folders';
  /** Files written into the folder before it is opened, by path relative to it. */
  readonly files?: Readonly<Record<string, string>>;
  /** Workspace settings, such as `workbench.colorTheme`. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** File to open at once, relative to the folder. */
  readonly open?: string;
  /** True opens the folder in Restricted Mode. */
  readonly restricted?: boolean;
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Device pixels per CSS pixel; 2 gives sharp pictures. */
  readonly scale?: number;
}

/** One window of a real VS Code on a folder of its own. */
export interface Workbench {
  readonly page: Page;
  /** Absolute path of the folder (the first of two), empty where none is open. */
  readonly folder: string;
  openFile(file: string): Promise<void>;
  /** Runs a command from the palette by its title, such as `Incidents: New Incident Report`. */
  runCommand(title: string): Promise<void>;
  readonly quickInput: QuickInput;
  /** The content of the webview that is showing. */
  webview(): FrameLocator;
  notification(text: string | RegExp): Locator;
  /** Row of the tree view that has the focus of the side bar. */
  treeItem(name: string | RegExp): Locator;
  /** Reloads the window, as *Developer: Reload Window* does. */
  reload(): Promise<void>;
  screenshot(file: string): Promise<void>;
  /** Looks once a frame of the window, for what no event tells of, such as a file that is being saved. */
  until(isReached: () => boolean | Promise<boolean>, otherwise: string): Promise<void>;
  close(): Promise<void>;
}

export interface QuickInput {
  readonly box: Locator;
  readonly rows: Locator;
  /** Presses the key of a box until it shows; one that is just closing takes the first key with it. */
  open(key: string): Promise<void>;
  /** Types into the box, waits for the row that contains the text, and accepts it. */
  pick(text: string): Promise<void>;
  /** Accepts what is typed; for boxes without rows. */
  enter(text: string): Promise<void>;
}

interface Host {
  readonly server: RunningServer;
  readonly home: string;
}

const framesToWait = 600;

let browser: Promise<Browser> | undefined;
const hosts = new Map<string, Promise<Host>>();
const openWindows = new Set<Page>();

/** Opens a window; server and browser are started by the first and shared by all. */
export async function openWorkbench(options: WorkbenchOptions = {}): Promise<Workbench> {
  const folder = prepareFolder(options);
  const root = options.workspace === 'two-folders' ? workspaceFile(folder) : folder;
  if (process.env.INCIDENT_DOCS_TEST_HOST === 'desktop') {
    const { page, close } = await openDesktop({ root, folder }, options);
    return makeWorkbench(page, folder, close);
  }
  const { server } = await sharedHost(options.restricted ?? false);
  const context = await newContext(options);
  const page = await context.newPage();
  await page.goto(windowUrl(server, root, options.open && path.join(folder, options.open)));
  return makeWorkbench(page, folder, () => context.close());
}

/** Pictures of every open window, as `<name>.png`, `<name>-2.png` … */
export async function captureWindows(name: string): Promise<void> {
  mkdirSync(path.dirname(name), { recursive: true });
  const pages = [...openWindows];
  await Promise.all(pages.map((page, at) => page.screenshot({ path: `${name}${at > 0 ? `-${at + 1}` : ''}.png` })));
}

/** Stops what `openWorkbench` has started. */
export async function stopHosts(): Promise<void> {
  await (await browser)?.close();
  browser = undefined;
  for (const host of hosts.values()) {
    const { server, home } = await host;
    await server.stop();
    removeFolder(home);
  }
  hosts.clear();
}

async function makeWorkbench(page: Page, folder: string, closeWindow: () => Promise<void>): Promise<Workbench> {
  openWindows.add(page);
  await waitUntilReady(page);
  const quickInput = makeQuickInput(page);
  async function runCommand(title: string): Promise<void> {
    // A longer title may stand first; the label is in pieces where it matches what was typed.
    const row = quickInput.rows.filter({ has: page.getByText(wholeText(title)) }).first();
    for (let attempt = 1; ; attempt++) {
      await quickInput.open('F1');
      await quickInput.box.fill(`>${title}`);
      // A palette that was opened before the command was there does not take it in.
      if ((await isShown(row)) || attempt === 5) break;
      await page.keyboard.press('Escape');
    }
    await row.click();
  }
  return {
    page,
    folder,
    quickInput,
    async openFile(file) {
      await quickInput.open('ControlOrMeta+P');
      await quickInput.box.fill(file);
      await quickInput.rows
        .filter({ hasText: path.basename(file) })
        .first()
        .waitFor();
      await page.keyboard.press('Enter');
      await tab(page, path.basename(file)).waitFor();
    },
    runCommand,
    webview: () => page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame'),
    notification: (text) => page.locator('.notification-toast', { hasText: text }),
    treeItem: (name) => page.getByRole('treeitem', { name }),
    async reload() {
      // VS Code's own command keeps the layout first; the browser's button may come before it does.
      const loaded = page.waitForEvent('load');
      await runCommand('Developer: Reload Window');
      await loaded;
      await waitUntilReady(page);
    },
    async screenshot(file) {
      mkdirSync(path.dirname(file), { recursive: true });
      await page.screenshot({ path: file, animations: 'disabled' });
    },
    async until(isReached, otherwise) {
      for (let frame = 0; frame < framesToWait; frame++) {
        if (await isReached()) return;
        await page.evaluate('new Promise((resolve) => requestAnimationFrame(resolve))');
      }
      throw new Error(otherwise);
    },
    async close() {
      openWindows.delete(page);
      await closeWindow();
      if (folder) removeFolder(path.dirname(folder));
    },
  };
}

function isShown(locator: Locator): Promise<boolean> {
  return locator.waitFor({ timeout: 4000 }).then(
    () => true,
    () => false,
  );
}

function makeQuickInput(page: Page): QuickInput {
  const widget = page.locator('.quick-input-widget');
  const box = widget.locator('input[type=text], input[type=password]').first();
  const rows = widget.locator('.quick-input-list .monaco-list-row');
  return {
    box,
    rows,
    async open(key) {
      for (let attempt = 1; ; attempt++) {
        await box.waitFor({ state: 'hidden' });
        await page.keyboard.press(key);
        if (await isShown(box)) return;
        if (attempt === 5) throw new Error(`${key} opened no box.`);
      }
    },
    async pick(text) {
      await box.fill(text);
      await rows.filter({ hasText: text }).first().click();
    },
    async enter(text) {
      await box.fill(text);
      await page.keyboard.press('Enter');
    },
  };
}

/** VS Code's own titles change their capitals between versions. */
function wholeText(text: string): RegExp {
  return new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`, 'i');
}

function tab(page: Page, name: string): Locator {
  return page.locator('.tabs-container .tab', { hasText: name });
}

async function waitUntilReady(page: Page): Promise<void> {
  await page.locator('.monaco-workbench').waitFor({ timeout: 60_000 });
  // The status bar is filled when extensions may run; a palette opened earlier would lose its command.
  await page.locator('.statusbar-item').first().waitFor({ timeout: 60_000 });
}

function prepareFolder({ workspace = 'sample', files = {}, settings }: WorkbenchOptions): string {
  if (workspace === 'none') return '';
  const folder = workspace === 'empty' ? path.join(makeTemporaryFolder('workspace'), 'empty') : copySample();
  const all = settings ? { ...files, '.vscode/settings.json': JSON.stringify(settings, null, 2) } : files;
  mkdirSync(folder, { recursive: true });
  // What the test sets up is no change of the repository under test.
  const noChange = workspace === 'empty' ? {} : { '.git/info/exclude': '.vscode/\n' };
  for (const [name, text] of Object.entries({ ...noChange, ...all })) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  if (workspace === 'two-folders') addSecondFolder(folder);
  return folder;
}

function addSecondFolder(folder: string): void {
  mkdirSync(path.join(folder, '../payments'));
  const folders = [{ path: path.basename(folder) }, { path: 'payments' }];
  writeFileSync(workspaceFile(folder), JSON.stringify({ folders }));
}

function workspaceFile(folder: string): string {
  return path.join(folder, '../both.code-workspace');
}

function sharedHost(restricted: boolean): Promise<Host> {
  const key = restricted ? 'restricted' : 'trusted';
  const host = hosts.get(key) ?? startHost(restricted);
  hosts.set(key, host);
  return host;
}

async function startHost(restricted: boolean): Promise<Host> {
  const server = await ensureVsCodeServer();
  const { home, env, ...folders } = makeServerHome();
  await installVsix(server, { vsix: path.resolve('out/incident-docs.vsix'), ...folders });
  const flags = restricted ? [] : ['--disable-workspace-trust'];
  return { home, server: await startVsCodeServer(server, { ...folders, settings: testSettings, env, flags }) };
}

async function newContext({ viewport, scale = 1 }: WorkbenchOptions): Promise<BrowserContext> {
  browser ??= launchChromium();
  const context = await (await browser).newContext({
    viewport: viewport ?? { width: 1400, height: 900 },
    deviceScaleFactor: scale,
    locale: 'en-US',
    timezoneId: 'UTC',
    colorScheme: 'dark',
  });
  context.setDefaultTimeout(40_000);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  return context;
}

function windowUrl({ origin, authority }: RunningServer, root: string, open: string | undefined): string {
  const kind = root.endsWith('.code-workspace') ? 'workspace' : 'folder';
  const query = new URLSearchParams(root ? { [kind]: root } : { ew: 'true' });
  if (open) query.set('payload', JSON.stringify([['openFile', `vscode-remote://${authority}${open}`]]));
  return `${origin}/?${query}`;
}
