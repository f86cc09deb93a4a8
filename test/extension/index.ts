import { appendFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format } from 'node:util';
import Mocha from 'mocha';

/** Called by the extension host; runs every bundled test beside this file and leaves report and counts in files. */
export async function run(): Promise<void> {
  process.setSourceMapsEnabled(true);
  const { INCIDENT_DOCS_TEST_GREP: grep, INCIDENT_DOCS_TEST_REPORT: reportFile } = process.env;
  // The console of an extension host is full of other voices.
  if (reportFile) Mocha.reporters.Base.consoleLog = (...line) => appendFileSync(reportFile, `${format(...line)}\n`);
  const mocha = new Mocha({ ui: 'bdd', timeout: 60_000, color: false, reporter: 'spec', ...(grep ? { grep } : {}) });
  for (const file of testFiles(__dirname)) mocha.addFile(file);
  const counts = await new Promise<{ passed: number; failed: number; skipped: number }>((resolve) => {
    const runner = mocha.run((failed) => {
      resolve({ passed: runner.stats?.passes ?? 0, failed, skipped: runner.stats?.pending ?? 0 });
    });
  });
  if (process.env.INCIDENT_DOCS_TEST_RESULT) {
    writeFileSync(process.env.INCIDENT_DOCS_TEST_RESULT, JSON.stringify(counts));
  }
  if (counts.failed > 0) throw new Error(`${counts.failed} tests failed`);
}

function testFiles(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => name.endsWith('.test.js'))
    .sort()
    .map((name) => path.join(folder, name));
}
