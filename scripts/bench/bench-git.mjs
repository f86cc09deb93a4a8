import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleEsm } from '../bundle-tests.mjs';
import { generateHistory } from './generate-history.mjs';
import { addLargeFiles } from './large-files.mjs';
import { printTable, verdict } from './table.mjs';

const commits = 100_000;
const citations = 500;
/** Of a postmortem with 40 causes. */
const detailed = 120;
/** Lines; the first has a bound to keep. */
const largeFiles = [5_000, 20_000];

/** @returns {Promise<boolean>} whether the bounds are kept */
export async function benchGit() {
  const sources = ['scripts/bench/citations-bench.ts', 'scripts/bench/memory-bench.ts'];
  const [bundle = '', memoryBundle = ''] = await bundleEsm(sources, 'bench-git', 'scripts/bench');
  /** @type {typeof import('./citations-bench')} */
  const ours = await import(pathToFileURL(path.resolve(bundle)).href);
  /** @type {typeof import('./memory-bench')} */
  const memory = await import(pathToFileURL(path.resolve(memoryBundle)).href);
  const home = mkdtempSync(path.join(tmpdir(), 'incident-docs-history-'));
  try {
    const folder = path.join(home, 'repository');
    mkdirSync(folder);
    const hashes = await generateHistory(folder, commits);
    const pick = (/** @type {number} */ count, /** @type {number} */ within) =>
      Array.from({ length: count }, (_, index) => (hashes[Math.floor((index * within) / count)] ?? '').slice(0, 12));
    const counter = countingGit(home);
    /** @type {Record<string, number>} */
    const processes = {};
    const times = await ours.measureCitations(
      folder,
      { cited: pick(citations, hashes.length), detailed: pick(detailed, 20_000), environment: counter.environment },
      (step) => {
        processes[step] = counter.take();
      },
    );
    printTable(
      `A repository of ${hashes.length.toLocaleString('en-US')} commits`,
      ['what', 'ms', 'processes of git'],
      [
        [`${citations} citations of 12 digits, cold`, times.cold.toFixed(0), String(processes.cold)],
        ['the same, warm', times.warm.toFixed(1), String(processes.warm)],
        [
          `files, first tag, revert of ${detailed} commits, as of 40 causes`,
          times.details.toFixed(0),
          String(processes.details),
        ],
        ['commits near an impact, to choose from', times.recent.toFixed(0), String(processes.recent)],
        ['the commit of one line', times.blame.toFixed(0), String(processes.blame)],
      ],
    );
    const large = addLargeFiles(folder, largeFiles);
    const cited = [...pick(citations, hashes.length), ...large.hashes];
    const remembered = await memory.measureMemory(folder, { cited, files: large.files });
    const marks = [...remembered.files];
    printTable(
      `Marks of ${cited.length} cited commits in files of ${largeFiles.join(' and ')} lines`,
      ['what', 'cold ms', 'warm ms', 'lines marked'],
      [
        ['the map of what they left', remembered.map.toFixed(0), '', ''],
        ...marks.map(([file, { cold, warm, marked }]) => [file, cold.toFixed(0), warm.toFixed(0), String(marked)]),
      ],
    );
    return [
      verdict(
        'lines are marked in both files',
        marks.every(([, { marked }]) => marked > 0),
      ),
      verdict('marks of 5,000 lines within 300 ms of opening', (marks[0]?.[1].cold ?? Infinity) < 300),
      verdict(`all ${citations} are found`, times.found === citations),
      verdict(`all ${detailed} are known in every part`, times.complete === detailed),
      verdict('cold under 300 ms with one process', times.cold < 300 && processes.cold === 1),
      verdict('warm under 5 ms with none', times.warm < 5 && processes.warm === 0),
      verdict('details of 40 causes within a second', times.details < 1000),
    ].every(Boolean);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/**
 * A git that notes each start before it becomes the real one.
 * @param {string} home
 */
function countingGit(home) {
  const bin = path.join(home, 'bin');
  const notes = path.join(home, 'starts');
  const real = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();
  mkdirSync(bin);
  writeFileSync(notes, '');
  writeFileSync(path.join(bin, 'git'), `#!/bin/sh\necho >> '${notes}'\nexec '${real}' "$@"\n`);
  chmodSync(path.join(bin, 'git'), 0o755);
  let taken = 0;
  return {
    environment: { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH}` },
    take: () => {
      const all = readFileSync(notes, 'utf8').length;
      const count = all - taken;
      taken = all;
      return count;
    },
  };
}
