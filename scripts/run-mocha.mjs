// Runs bundled test files with mocha in this process and writes the counts to a file.
// Usage: node scripts/run-mocha.mjs RESULT_FILE TIMEOUT_MS GREP FILE…
// A file that is not named *.test.mjs exports root hooks as `mochaHooks`.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import Mocha from 'mocha';
import { exitOnSignals } from './processes.mjs';

exitOnSignals();
const [resultFile = '', timeout = '2000', grep = '', ...files] = process.argv.slice(2);

const isTest = (/** @type {string} */ file) => file.endsWith('.test.mjs');
const mocha = new Mocha({ ui: 'bdd', timeout: Number(timeout), reporter: 'dot', ...(grep ? { grep } : {}) });
for (const file of files.filter(isTest)) mocha.addFile(path.resolve(file));
for (const file of files.filter((file) => !isTest(file))) {
  const { mochaHooks } = await import(pathToFileURL(path.resolve(file)).href);
  mocha.rootHooks(mochaHooks);
}
// A window on a busy machine may miss a key; what had to be tried twice is said.
mocha.suite.retries(Number(process.env.INCIDENT_DOCS_TEST_RETRIES ?? 0));
await mocha.loadFilesAsync();
const runner = mocha.run((failures) => {
  const { passes = 0, pending = 0 } = runner.stats ?? {};
  writeFileSync(resultFile, JSON.stringify({ passed: passes, failed: failures, skipped: pending }));
  // Left-over handles must not keep a finished run alive.
  process.exit(failures > 0 ? 1 : 0);
});
runner.on('retry', (test, error) => {
  console.error(`\nTried again: ${test.fullTitle()}: ${error.message}`);
});
