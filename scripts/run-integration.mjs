// Runs out/extension/index.js inside a real extension host: of the VS Code server, or of desktop VS Code.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { launchChromium } from './chromium.mjs';
import { downloadDesktop } from './desktop.mjs';
import { copySample, makeHome, makeServerHome, removeFolder } from './test-folders.mjs';
import { ensureVsCodeServer, startVsCodeServer, testSettings } from './vscode-server.mjs';

const longestRun = 360_000;

/**
 * @typedef {object} IntegrationOptions
 * @property {string} tests the bundle whose run() the host calls
 * @property {string} resultFile where the suite writes its counts
 * @property {string} reportFile where the suite writes what it has to say, as it goes
 * @property {string} grep
 * @property {string} [workspace] a copy of the sample when absent; removed afterwards, with the folder around it
 */

/** @param {IntegrationOptions} options */
export async function runInServer({ tests, resultFile, reportFile, grep, workspace = copySample() }) {
  const { home, env, ...folders } = makeServerHome();
  const server = await startVsCodeServer(await ensureVsCodeServer(), {
    ...folders,
    settings: testSettings,
    env: { ...env, ...suiteEnvironment({ resultFile, reportFile, grep }) },
    // The driver is what lets a built workbench load an extension and its tests from a folder.
    flags: ['--disable-workspace-trust', '--enable-smoke-test-driver'],
  });
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 }, locale: 'en-US' });
    /** @type {Promise<void>} */
    const suiteEnded = new Promise((resolve) => {
      void page.exposeFunction('codeAutomationExit', () => resolve());
    });
    const remote = (/** @type {string} */ file) => `vscode-remote://${server.authority}${path.resolve(file)}`;
    const payload = JSON.stringify([
      ['extensionDevelopmentPath', remote('.')],
      ['extensionTestsPath', remote(tests)],
    ]);
    await page.goto(`${server.origin}/?${new URLSearchParams({ folder: workspace, payload })}`);
    await withinLimit(Promise.race([suiteEnded, server.ended]));
    // A host that was killed also "ends": only the result file proves that the suite ran to its end.
    if (!existsSync(resultFile)) console.error(tail(server.log()));
  } finally {
    await browser.close();
    await server.stop();
    removeFolder(home);
    removeFolder(path.dirname(workspace));
  }
}

/** @param {IntegrationOptions} options */
export async function runInDesktop({ tests, resultFile, reportFile, grep }) {
  const { home, env } = makeHome();
  const workspace = copySample();
  const { runTests } = await import('@vscode/test-electron');
  try {
    await runTests({
      vscodeExecutablePath: await downloadDesktop(),
      extensionDevelopmentPath: path.resolve('.'),
      extensionTestsPath: path.resolve(tests),
      extensionTestsEnv: { ...env, ...suiteEnvironment({ resultFile, reportFile, grep }) },
      launchArgs: [
        workspace,
        '--disable-workspace-trust',
        '--disable-extensions',
        '--user-data-dir',
        path.join(home, 'data'),
      ],
    });
  } finally {
    removeFolder(home);
    removeFolder(path.dirname(workspace));
  }
}

/** @param {Pick<IntegrationOptions, 'resultFile' | 'reportFile' | 'grep'>} options */
function suiteEnvironment({ resultFile, reportFile, grep }) {
  return {
    INCIDENT_DOCS_TEST_RESULT: path.resolve(resultFile),
    INCIDENT_DOCS_TEST_REPORT: path.resolve(reportFile),
    INCIDENT_DOCS_TEST_GREP: grep,
  };
}

/** @param {Promise<unknown>} suite */
async function withinLimit(suite) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const limit = new Promise((resolve) => {
    timer = setTimeout(() => {
      console.error(`The suite did not end within ${longestRun / 1000} s.`);
      resolve(undefined);
    }, longestRun);
  });
  await Promise.race([suite, limit]);
  clearTimeout(timer);
}

/** @param {string} log */
function tail(log) {
  return log.split('\n').slice(-30).join('\n');
}
