// Deals the files of UI tests to lanes that end at about the same time, by the time each file took when last run.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** @typedef {Record<string, number>} FileTimes milliseconds by the name of a bundled test file */

const timesFile = 'out/ui-times.json';

/** About what a file with a window or two takes, for one that has not run here yet. */
const usualTime = 20_000;

/**
 * The longest first, each to the lane that has least to do.
 * @param {readonly string[]} files
 * @param {number} count of lanes at most
 * @param {FileTimes} [times]
 * @returns {string[][]} lanes with at least one file each
 */
export function dealLanes(files, count, times = readTimes()) {
  const timeOf = (/** @type {string} */ file) => times[path.basename(file)] ?? usualTime;
  const lanes = Array.from({ length: count }, () => ({ files: /** @type {string[]} */ ([]), time: 0 }));
  for (const file of [...files].sort((a, b) => timeOf(b) - timeOf(a))) {
    const lane = lanes.reduce((least, one) => (one.time < least.time ? one : least));
    lane.files.push(file);
    lane.time += timeOf(file);
  }
  return lanes.map((lane) => lane.files).filter((lane) => lane.length > 0);
}

/**
 * Keeps what a run has measured beside what earlier ones have of other files.
 * @param {FileTimes} measured
 */
export function keepTimes(measured) {
  writeFileSync(timesFile, `${JSON.stringify({ ...readTimes(), ...measured }, null, 2)}\n`);
}

/** @returns {FileTimes} */
function readTimes() {
  return existsSync(timesFile) ? JSON.parse(readFileSync(timesFile, 'utf8')) : {};
}
