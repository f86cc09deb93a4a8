import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import type { ToWebview } from '../../../src/protocol/timeline-entry';

export type Theme = 'dark' | 'light' | 'high-contrast';

export interface FormPage {
  readonly page: Page;
  send(message: ToWebview): Promise<void>;
  /** What the page has sent, oldest first. */
  sent(): Promise<readonly unknown[]>;
  state(): Promise<unknown>;
  /** Messages of the console: errors, and refusals by the content security policy. */
  readonly problems: readonly string[];
}

export interface FormPageOptions {
  readonly theme: Theme;
  /** What the page kept of itself before it was hidden. */
  readonly kept?: unknown;
}

const origin = 'http://form.test';
const nonce = 'harness';
const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${origin} 'nonce-${nonce}'; font-src 'none'; img-src 'none'`;
const files: Readonly<Record<string, readonly [file: string, type: string]>> = {
  '/timeline-entry.js': ['dist/webview/timeline-entry.js', 'text/javascript'],
  '/timeline-entry.css': ['dist/webview/timeline-entry.css', 'text/css'],
  '/themes.css': ['test/webview-ui/harness/themes.css', 'text/css'],
};

/** The built form in a plain page, under the same policy as in the editor, with a stand-in for the editor's side. */
export async function openForm(page: Page, { theme, kept }: FormPageOptions): Promise<FormPage> {
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(error.message));
  await page.unrouteAll();
  await page.route(`${origin}/**`, (route) => {
    const found = files[new URL(route.request().url()).pathname];
    if (found === undefined) return route.fulfill({ contentType: 'text/html', body: html(theme, kept) });
    return route.fulfill({ contentType: found[1], body: readFileSync(path.resolve(found[0]), 'utf8') });
  });
  await page.goto(origin);
  return {
    page,
    problems,
    send: (message) => page.evaluate(`window.postMessage(${JSON.stringify(message)}, '*')`),
    sent: () => page.evaluate<readonly unknown[]>('window.sent'),
    state: () => page.evaluate<unknown>('window.kept'),
  };
}

function html(theme: Theme, kept: unknown): string {
  const initial = JSON.stringify(kept ?? null).replaceAll('<', '\\u003c');
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${policy}">
    <title>Add Entry</title>
    <link rel="stylesheet" href="/themes.css">
    <link rel="stylesheet" href="/timeline-entry.css">
  </head>
  <body class="vscode-${theme}">
    <script nonce="${nonce}">
      window.sent = [];
      window.kept = ${initial} ?? undefined;
      window.acquireVsCodeApi = () => ({
        postMessage: (message) => window.sent.push(structuredClone(message)),
        getState: () => window.kept,
        setState: (state) => { window.kept = state; },
      });
    </script>
    <script nonce="${nonce}" src="/timeline-entry.js"></script>
  </body>
</html>`;
}
