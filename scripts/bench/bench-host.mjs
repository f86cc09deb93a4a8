import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleEsm, bundleForHost } from '../bundle-tests.mjs';
import { buildProduct } from '../product.mjs';
import { runInServer } from '../run-integration.mjs';
import { copySample, renewSample } from '../test-folders.mjs';
import { printTable, verdict } from './table.mjs';

/** Milliseconds. */
const limits = { delay: 16, findings: 300 };
const report = 'incidents/2026-11-20-a-long-night/report.md';
const beside = 'notes/a-long-night.md';

/** Types for half a minute in a report of 10,000 lines, in the real extension host. */
export async function benchHost() {
  await buildProduct(['--production']);
  renewSample();
  const tests = await bundleForHost('scripts/bench/typing-suite.ts', 'out/bench-host');
  const workspace = copySample();
  const text = await longText();
  for (const file of [report, beside].map((one) => path.join(workspace, one))) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  const resultFile = 'out/bench-typing.json';
  rmSync(resultFile, { force: true });
  await runInServer({ tests, resultFile, reportFile: 'out/bench-typing.txt', grep: `${report}|${beside}`, workspace });
  return printResult(JSON.parse(readFileSync(resultFile, 'utf8')));
}

async function longText() {
  const [bundle = ''] = await bundleEsm(['scripts/bench/generate-corpus.ts'], 'bench-corpus', 'scripts/bench');
  /** @type {typeof import('./generate-corpus')} */
  const { longReport } = await import(pathToFileURL(path.resolve(bundle)).href);
  return longReport(10_000);
}

/** @param {import('./typing-suite').TypingResult} result */
function printResult({ lines, beside, report: typed, findings }) {
  const rows = Object.entries({ 'the report': typed, 'the same text, not of ours': beside }).flatMap(
    ([where, { keys, cpu, delays }]) =>
      delays.map(({ resolution, p50, p99, max }) => [
        `${where}, ${keys} keys`,
        `${resolution} ms`,
        ...[p50, p99, max, cpu].map((one) => one.toFixed(1)),
      ]),
  );
  printTable(
    `Event loop of the extension host while someone types in ${lines} lines`,
    ['', 'resolution', 'p50 ms', 'p99 ms', 'max ms', 'CPU ms a key'],
    rows,
  );
  const median = findings[Math.floor(findings.length / 2)] ?? Number.POSITIVE_INFINITY;
  const longest = findings.at(-1) ?? Number.POSITIVE_INFINITY;
  printTable(
    'From a keystroke to its finding',
    ['', 'median ms', 'longest ms'],
    [['', median.toFixed(0), longest.toFixed(0)]],
  );
  return [
    verdict(`the event loop's delay is at most ${limits.delay} ms at p99`, (typed.delays[0]?.p99 ?? 0) <= limits.delay),
    verdict(`findings follow within ${limits.findings} ms`, longest <= limits.findings),
  ].every(Boolean);
}
