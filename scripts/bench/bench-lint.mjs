import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleEsm } from '../bundle-tests.mjs';
import { generate } from '../product.mjs';
import { loadLintPeers } from './lint-peers.mjs';
import { printTable, verdict } from './table.mjs';

/** ms that each contestant runs before it is measured, and then in turns, each at least once. */
const warmUp = 1500;
const budget = 4000;
/** ms of one turn on one document. A linter at work is warm; what its turn finds cold counts once a turn. */
const turn = 20;

/** @typedef {{ name: string, lint: (text: string) => unknown, rounds: number[][], spent: number }} Lane */

/** Prints how fast the rules are beside other linters, after a keystroke, and on hostile input. */
export async function benchLint() {
  const peers = await loadLintPeers();
  await generate();
  const [bundle = ''] = await bundleEsm(['scripts/bench/lint-bench.ts'], 'bench-lint', 'scripts/bench');
  /** @type {typeof import('./lint-bench')} */
  const ours = await import(pathToFileURL(path.resolve(bundle)).href);
  const corpus = ours.generateCorpus();
  const first = await timeOf(ours.lint, corpus[0]?.text ?? '');
  const lanes = [
    { name: 'incident-docs', lint: ours.lint },
    { name: 'grep, one expression', lint: ours.grep },
    ...peers,
  ].map((one) => ({ ...one, rounds: /** @type {number[][]} */ ([]), spent: 0 }));
  await race(lanes, corpus);
  reportRace(lanes, corpus);
  console.log(`  the first document after loading: ${first.toFixed(1)} ms\n`);
  reportKeystrokes(ours.measureKeystrokes(600));
  reportGrowth(ours.measureGrowth());
}

/**
 * The contestants take turns, so that whatever else the machine does slows them all alike.
 * @param {readonly Lane[]} lanes
 * @param {readonly import('./generate-corpus').GeneratedDocument[]} corpus
 */
async function race(lanes, corpus) {
  for (const { lint } of lanes) {
    const begin = performance.now();
    do for (const { text } of corpus) await lint(text);
    while (performance.now() - begin < warmUp);
  }
  while (lanes.some(({ spent }) => spent < budget)) {
    for (const lane of lanes.filter(({ spent }) => spent < budget)) {
      const begin = performance.now();
      /** @type {number[]} */
      const times = [];
      for (const { text } of corpus) times.push(await meanTimeOf(lane.lint, text));
      lane.rounds.push(times);
      lane.spent += performance.now() - begin;
    }
  }
}

/**
 * The mean of as many runs as one turn has time for.
 * @param {(text: string) => unknown} lint
 * @param {string} text
 */
async function meanTimeOf(lint, text) {
  const begin = performance.now();
  let runs = 0;
  do {
    await lint(text);
    runs += 1;
  } while (performance.now() - begin < turn);
  return (performance.now() - begin) / runs;
}

/**
 * @param {readonly Lane[]} lanes ours first
 * @param {readonly import('./generate-corpus').GeneratedDocument[]} corpus
 */
function reportRace(lanes, corpus) {
  const sizes = corpus.map(({ text }) => Buffer.byteLength(text));
  const documents = corpus.map(
    ({ name, text }, at) => `${name} (${kilobytes(sizes[at] ?? 0)}, ${text.split('\n').length} lines)`,
  );
  console.log(`\nThe corpus: ${documents.join(', ')}.`);
  const medians = lanes.map(({ rounds }) => corpus.map((_, at) => median(rounds.map((times) => times[at] ?? 0))));
  const mine = sum(medians[0] ?? []);
  const rows = lanes.map(({ name }, at) => {
    const times = medians[at] ?? [];
    const total = sum(times);
    return [
      name,
      ...times.map((time) => time.toFixed(2)),
      (sum(sizes) / 1000 / total).toFixed(2),
      `${(total / mine).toFixed(1)} ×`,
    ];
  });
  const columns = corpus.map(({ name }) => name.replace(/^a (?:report|postmortem)\b ?/, '') || 'a postmortem');
  printTable('Linters, median ms a document', ['', ...columns, 'MB/s', 'time beside ours'], rows);
  const [thousand = 0] = medians[0] ?? [];
  const timeOfLane = (/** @type {string} */ part) =>
    sum(medians[lanes.findIndex(({ name }) => name.startsWith(part))] ?? []);
  verdict('a report of 1,000 lines takes at most 2 ms', thousand <= 2);
  verdict('at least 30 MB/s', sum(sizes) / 1000 / mine >= 30);
  verdict('100 times as fast as write-good', timeOfLane('write-good') >= 100 * mine);
  verdict('300 times as fast as alex and textlint', Math.min(timeOfLane('alex'), timeOfLane('textlint')) >= 300 * mine);
  verdict('faster than commonmark.js parses the text', timeOfLane('commonmark') > mine);
}

/** @param {ReturnType<typeof import('./lint-bench').measureKeystrokes>} measured */
function reportKeystrokes({ bytes, steps }) {
  const rows = steps.map(({ step, times }) => [step, ...[0.5, 0.9, 0.99].map((part) => at(times, part).toFixed(2))]);
  printTable(`A key in a report of 10,000 rows (${kilobytes(bytes)})`, ['', 'p50 ms', 'p90 ms', 'p99 ms'], rows);
  verdict('all of it takes at most 16 ms at p99', at(steps.at(-1)?.times ?? [], 0.99) <= 16);
}

/** @param {readonly import('./lint-bench').Growth[]} growths */
function reportGrowth(growths) {
  const rows = growths.map(({ input, milliseconds, ratio }) => [
    input,
    milliseconds.toFixed(2),
    `${ratio.toFixed(2)} ×`,
  ]);
  printTable('Hostile input of 100 kB, and the time for twice as much', ['', 'ms', 'twice the text'], rows);
  verdict(
    'twice the text takes at most 2.2 times as long',
    growths.every(({ ratio }) => ratio <= 2.2),
  );
}

/**
 * @param {(text: string) => unknown} lint
 * @param {string} text
 */
async function timeOf(lint, text) {
  const start = performance.now();
  await lint(text);
  return performance.now() - start;
}

/** @param {readonly number[]} values */
function median(values) {
  return at(
    values.toSorted((one, other) => one - other),
    0.5,
  );
}

/**
 * @param {readonly number[]} sorted
 * @param {number} part
 */
function at(sorted, part) {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

/** @param {readonly number[]} values */
function sum(values) {
  return values.reduce((total, value) => total + value, 0);
}

/** @param {number} bytes */
function kilobytes(bytes) {
  return `${(bytes / 1000).toFixed(0)} kB`;
}
