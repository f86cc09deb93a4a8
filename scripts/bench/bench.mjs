import { readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { bundleEsm, bundleForHost } from '../bundle-tests.mjs';
import { buildProduct, packVsix } from '../product.mjs';
import { runInServer } from '../run-integration.mjs';
import { copySample, renewSample } from '../test-folders.mjs';
import { printTable, verdict } from './table.mjs';

const starts = 5;
const limits = { extension: 350_000, vsix: 1_500_000, activation: 50 };

/** @returns {Promise<boolean>} whether every limit is kept */
export async function bench() {
  await buildProduct(['--production']);
  await packVsix('dist/incident-docs.vsix');
  const kept = [reportSizes(), await reportActivation()];
  await reportThroughput();
  return kept.every(Boolean);
}

function reportSizes() {
  const files = [
    'dist/extension.js',
    'dist/yaml.js',
    'dist/language.js',
    'dist/import.js',
    'dist/cli.js',
    'dist/webview/timeline-entry.js',
    'dist/webview/timeline-entry.css',
  ];
  const rows = files.map((file) => [
    file,
    kilobytes(statSync(file).size),
    `${kilobytes(gzipSync(readFileSync(file)).length)} gzip`,
  ]);
  const vsix = statSync('dist/incident-docs.vsix').size;
  printTable('Sizes', ['file', 'size', ''], [...rows, ['dist/incident-docs.vsix', kilobytes(vsix), '']]);
  const { inputs: all, outputs } = JSON.parse(readFileSync('dist/meta/extension.json', 'utf8'));
  const inputs = Object.keys(all);
  const atStart = loadedAtStart(outputs);
  const start = atStart.reduce((sum, file) => sum + statSync(file).size, 0);
  const later = Object.keys(outputs).filter((file) => file.endsWith('.js') && !atStart.includes(file));
  const rest = later.reduce((sum, file) => sum + statSync(file).size, 0);
  printTable(
    'Extension',
    ['what', 'size', 'files'],
    [
      ['loaded at the start', kilobytes(start), `${atStart.length}`],
      ['loaded with its first use', kilobytes(rest), `${later.length}`],
    ],
  );
  const strays = inputs.filter((file) => /node_modules\/(?:unified|remark|micromark|mdast)/.test(file));
  return [
    verdict(
      `what dist/extension.js loads at the start is at most ${kilobytes(limits.extension)}`,
      start <= limits.extension,
    ),
    verdict('the extension holds nothing of unified', strays.length === 0),
    verdict(`the VSIX is at most ${kilobytes(limits.vsix)}`, vsix <= limits.vsix),
  ].every(Boolean);
}

/**
 * The entry and what it imports, however far; what it imports when it is needed is not among them.
 * @param {Record<string, { imports: readonly { path: string, kind: string }[] }>} outputs of the bundler's report
 * @returns {readonly string[]}
 */
function loadedAtStart(outputs) {
  const found = new Set(['dist/extension.js']);
  for (const file of found) {
    for (const { path: imported, kind } of outputs[file]?.imports ?? []) {
      if (kind === 'import-statement' && imported in outputs) found.add(imported);
    }
  }
  return [...found];
}

async function reportActivation() {
  renewSample();
  const tests = await bundleForHost('scripts/bench/activation-suite.ts', 'out/bench-host');
  /** @type {{ wasActive: boolean, milliseconds: number, cpu: number }[]} */
  const runs = [];
  for (let run = 0; run < starts; run += 1) {
    const workspace = copySample();
    renameSync(path.join(workspace, '.incidents.yml'), path.join(workspace, 'incidents.yml.aside'));
    const resultFile = 'out/bench-activation.json';
    rmSync(resultFile, { force: true });
    await runInServer({ tests, resultFile, reportFile: 'out/bench-activation.txt', grep: '', workspace });
    runs.push(JSON.parse(readFileSync(resultFile, 'utf8')));
  }
  const times = runs.map(({ milliseconds }) => milliseconds).sort((one, other) => one - other);
  const rows = runs.map(({ milliseconds, cpu }, at) => [String(at + 1), milliseconds.toFixed(1), cpu.toFixed(1)]);
  printTable(
    'Activation in the extension host (loading and activate)',
    ['run', 'ms', 'ms of CPU, the whole host'],
    rows,
  );
  return [
    verdict(
      `the median is under ${limits.activation} ms`,
      (times[Math.floor(starts / 2)] ?? Number.POSITIVE_INFINITY) < limits.activation,
    ),
    verdict(
      'nothing runs in a workspace without .incidents.yml',
      runs.every(({ wasActive }) => !wasActive),
    ),
  ].every(Boolean);
}

async function reportThroughput() {
  const [bundle = ''] = await bundleEsm(['scripts/bench/throughput.ts'], 'bench', 'scripts/bench');
  /** @type {typeof import('./throughput')} */
  const { measureThroughput } = await import(pathToFileURL(path.resolve(bundle)).href);
  for (const size of [10, 100]) {
    const { readers, linters } = measureThroughput(size);
    compare(`Readers on a generated report of ${size} kB`, readers);
    compare(`Linters on the same text`, linters);
  }
}

/**
 * @param {string} title
 * @param {readonly import('./throughput').Measurement[]} measurements ours first
 */
function compare(title, measurements) {
  const ours = measurements[0]?.milliseconds ?? 1;
  const rows = measurements.map(({ name, first, milliseconds, megabytesPerSecond }) => [
    name,
    first.toFixed(1),
    milliseconds.toFixed(2),
    megabytesPerSecond.toFixed(2),
    `${(milliseconds / ours).toFixed(1)} ×`,
  ]);
  printTable(title, ['', 'first ms', 'median ms', 'MB/s', 'time beside ours'], rows);
}

/** @param {number} bytes */
function kilobytes(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
