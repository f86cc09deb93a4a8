// The test run: types and lint, unit tests, integration tests in the extension host, UI tests in the workbench.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { bundleHostTests, bundleNodeTests } from './bundle-tests.mjs';
import { ensureChromium } from './chromium.mjs';
import { CommandError, run } from './processes.mjs';
import { buildProduct, check, generate, packVsix } from './product.mjs';
import { runInDesktop, runInServer } from './run-integration.mjs';
import { renewSample } from './test-folders.mjs';
import { ensureVsCodeServer } from './vscode-server.mjs';

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 * @typedef {object} TestOptions
 * @property {'unit' | 'integration' | 'ui' | undefined} only
 * @property {'server' | 'desktop'} host
 * @property {string} grep
 * @property {readonly string[]} paths parts of paths, any of which a test file has to contain; empty means all
 */

/**
 * @param {TestOptions} options
 * @returns {Promise<boolean>} whether everything passed
 */
export async function runTests({ only, host, grep, paths }) {
  const wanted = (/** @type {TestOptions['only']} */ suite) => only === undefined || only === suite;
  mkdirSync('out', { recursive: true });
  // What the hosts need is fetched while the fast checks run; a failure is reported where it is waited for.
  const hostReady = only === 'unit' ? undefined : prepareHost(host);
  hostReady?.catch(() => undefined);
  await generate();
  const results = only === undefined ? [await step('Types and lint', () => checked(check()))] : [];
  if (wanted('unit')) results.push(await step('Unit tests', (print) => unit({ grep, paths }, print)));
  if (hostReady) {
    const built = await step('Build and host', () => checked(Promise.all([buildProduct(['--production']), hostReady])));
    results.push(built);
    // Without product or host the suites could only fail for the same reason again.
    const canRun = built.failed === 0;
    if (canRun && wanted('integration')) {
      results.push(await step(`Integration tests (${host})`, (print) => integration({ host, grep, paths }, print)));
    }
    if (canRun && wanted('ui')) {
      results.push(await step(`UI tests (${host})`, (print) => ui({ host, grep, paths }, print)));
    }
  }
  const total = sum(results);
  console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
  return total.failed === 0;
}

/**
 * @param {readonly Counts[]} all
 * @returns {Counts}
 */
function sum(all) {
  return all.reduce(
    (total, one) => ({
      passed: total.passed + one.passed,
      failed: total.failed + one.failed,
      skipped: total.skipped + one.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}

/** @typedef {(text: string) => void} Print keeps what a step has to say until it ends, as its parts may run side by side */

/**
 * Announces a step, times it, and counts one failure where it breaks instead of reporting.
 * @param {string} title
 * @param {(print: Print) => Promise<Counts>} work
 * @returns {Promise<Counts>}
 */
async function step(title, work) {
  console.log(`== ${title} …`);
  const start = performance.now();
  let said = '';
  const print = (/** @type {string} */ text) => {
    said += `${text.trim()}\n`;
  };
  let counts;
  try {
    counts = await work(print);
  } catch (error) {
    if (error instanceof CommandError) print(error.output);
    print(error instanceof Error ? error.message : String(error));
    counts = { passed: 0, failed: 1, skipped: 0 };
  }
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const { passed, failed, skipped } = counts;
  console.log(`\n${said}${title}: ${passed} passed, ${failed} failed, ${skipped} skipped (${seconds} s)\n`);
  return counts;
}

/** @param {'server' | 'desktop'} host */
async function prepareHost(host) {
  renewSample();
  if (host === 'server') await Promise.all([ensureVsCodeServer(), ensureChromium()]);
}

/**
 * A step that counts no tests; only its failure counts.
 * @param {Promise<unknown>} work
 * @returns {Promise<Counts>}
 */
async function checked(work) {
  await work;
  return { passed: 0, failed: 0, skipped: 0 };
}

/**
 * @param {Pick<TestOptions, 'grep' | 'paths'>} options
 * @param {Print} print
 */
async function unit({ grep, paths }, print) {
  return mocha('unit', { grep, files: await bundleNodeTests('unit', paths), timeout: 30_000 }, print);
}

/**
 * @param {Omit<TestOptions, 'only'>} options
 * @param {Print} print
 */
async function integration({ host, grep, paths }, print) {
  const tests = await bundleHostTests(paths);
  const runInHost = host === 'server' ? runInServer : runInDesktop;
  const resultFile = 'out/integration-result.json';
  const reportFile = 'out/integration-report.txt';
  rmSync(reportFile, { force: true });
  return withResult(resultFile, async () => {
    try {
      await runInHost({ tests, resultFile, reportFile, grep });
    } finally {
      if (existsSync(reportFile)) print(readFileSync(reportFile, 'utf8'));
    }
  });
}

/**
 * @param {Omit<TestOptions, 'only'>} options
 * @param {Print} print
 */
async function ui({ host, grep, paths }, print) {
  await packVsix('out/incident-docs.vsix');
  const env = { ...process.env, INCIDENT_DOCS_TEST_HOST: host, INCIDENT_DOCS_TEST_RETRIES: '2' };
  const files = await bundleNodeTests('ui', paths);
  const tests = files.filter(isTestFile);
  // A window mostly waits, so two lanes of files, each with its own server, share the cores well.
  const lanes = [0, 1].map((lane) => tests.filter((_, at) => at % 2 === lane)).filter((lane) => lane.length > 0);
  const hooks = files.filter((file) => !isTestFile(file));
  const counts = await Promise.all(
    lanes.map((lane, at) => mocha(`ui-${at + 1}`, { grep, files: [...hooks, ...lane], timeout: 150_000, env }, print)),
  );
  return sum(counts);
}

/** @param {string} file */
function isTestFile(file) {
  return file.endsWith('.test.mjs');
}

/**
 * @param {string} name of the result file
 * @param {{ grep: string, files: readonly string[], timeout: number, env?: NodeJS.ProcessEnv }} options timeout: milliseconds a test may take
 * @param {Print} print
 * @returns {Promise<Counts>}
 */
async function mocha(name, { grep, files, timeout, env = process.env }, print) {
  const resultFile = `out/${name}-result.json`;
  const args = ['--enable-source-maps', 'scripts/run-mocha.mjs', resultFile, String(timeout), grep, ...files];
  return withResult(resultFile, async () => {
    try {
      print(await run(process.execPath, args, { env, quiet: true }));
    } catch (error) {
      if (error instanceof CommandError) print(error.output);
      throw error;
    }
  });
}

/**
 * Runs something that writes its counts to a file. Without the file the run has died and counts as a failure.
 * @param {string} resultFile
 * @param {() => Promise<unknown>} work
 * @returns {Promise<Counts>}
 */
async function withResult(resultFile, work) {
  rmSync(resultFile, { force: true });
  let ending = 'the process has gone';
  try {
    await work();
  } catch (error) {
    ending = error instanceof Error ? error.message : String(error);
  }
  if (!existsSync(resultFile)) throw new Error(`The run ended before it could report: ${ending}`);
  return JSON.parse(readFileSync(resultFile, 'utf8'));
}
