import path from 'node:path';
import { _electron as electron, type Page } from 'playwright-core';
import { downloadDesktop } from '../../scripts/desktop.mjs';
import { makeHome, removeFolder } from '../../scripts/test-folders.mjs';
import { writeUserSettings } from '../../scripts/vscode-server.mjs';
import type { WorkbenchOptions } from './workbench';

/** Opens a folder or a `.code-workspace` in desktop VS Code, downloaded where it is missing, with the extension from this checkout. */
export async function openDesktop(
  { root, folder }: { readonly root: string; readonly folder: string },
  { open, restricted = false, viewport = { width: 1400, height: 900 } }: WorkbenchOptions,
): Promise<{ page: Page; close: () => Promise<void> }> {
  const executablePath = await downloadDesktop();
  const { home, env } = makeHome();
  const userData = path.join(home, 'desktop');
  writeUserSettings(path.join(userData, 'User'));
  const app = await electron.launch({
    executablePath,
    env: { ...definedVariables(process.env), ...definedVariables(env) },
    args: [
      ...(root ? [root] : ['--new-window']),
      ...(open ? [path.join(folder, open)] : []),
      ...(restricted ? [] : ['--disable-workspace-trust']),
      `--extensionDevelopmentPath=${path.resolve('.')}`,
      `--user-data-dir=${userData}`,
      `--extensions-dir=${path.join(home, 'extensions')}`,
      ...[
        '--no-sandbox',
        '--disable-gpu',
        '--skip-welcome',
        '--skip-release-notes',
        '--disable-telemetry',
        '--no-cached-data',
      ],
    ],
  });
  const page = await app.firstWindow();
  await page.setViewportSize(viewport);
  return {
    page,
    async close() {
      await app.close();
      removeFolder(home);
    },
  };
}

function definedVariables(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
