import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';

/** Commits to each file; the incidents cite them all. */
const changes = 6;
const linesPerChange = 120;

/**
 * Adds large files to a repository that has a commit, each with changes that were made to it one after another.
 * @param {string} folder
 * @param {readonly number[]} lengths lines of each file
 * @returns {{ files: ReadonlyMap<string, string>, hashes: readonly string[] }} today's text by path, and what changed it
 */
export function addLargeFiles(folder, lengths) {
  const files = new Map(lengths.map((length) => [`large-${length}.ts`, linesOf(length)]));
  const hashes = [];
  commitAll(folder, files);
  for (let change = 0; change < changes; change += 1) {
    for (const lines of files.values()) {
      const at = Math.floor((change * lines.length) / changes);
      for (let line = at; line < at + linesPerChange; line += 1) lines[line] = `  retry(${line}, ${change});`;
      lines.splice(at + linesPerChange, 0, `  note(${change});`);
    }
    hashes.push(commitAll(folder, files));
  }
  return { files: new Map([...files].map(([file, lines]) => [file, lines.join('\n')])), hashes };
}

/** @param {number} length */
function linesOf(length) {
  return Array.from({ length }, (_, line) => (line % 8 === 7 ? '}' : `  step(${line % 8}, ${line});`));
}

/**
 * @param {string} folder
 * @param {ReadonlyMap<string, readonly string[]>} files
 */
function commitAll(folder, files) {
  const git = (/** @type {readonly string[]} */ ...args) =>
    execFileSync('git', ['-c', 'user.name=dev', '-c', 'user.email=dev@example.org', ...args], {
      cwd: folder,
      encoding: 'utf8',
    }).trim();
  for (const [file, lines] of files) writeFileSync(path.join(folder, file), lines.join('\n'));
  git('read-tree', 'HEAD');
  git('add', '--', ...files.keys());
  git('commit', '-q', '-m', 'Change large files');
  return git('rev-parse', 'HEAD');
}
