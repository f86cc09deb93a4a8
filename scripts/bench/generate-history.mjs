import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';

const files = 400;
const minutesApart = 7;
const commitsPerTag = 500;
const commitsPerRevert = 1000;

/**
 * Makes a repository with a line of commits by `git fast-import`, a release every 500 and a revert every 1,000.
 * @param {string} folder
 * @param {number} count
 * @returns {Promise<readonly string[]>} all hashes, newest first
 */
export async function generateHistory(folder, count) {
  const git = (/** @type {readonly string[]} */ ...args) =>
    execFileSync('git', args, { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  git('init', '-q', '-b', 'main');
  const start = Date.UTC(2026, 10, 23, 14) / 1000 - count * minutesApart * 60;
  const importer = spawn('git', ['fast-import', '--quiet'], { cwd: folder, stdio: ['pipe', 'inherit', 'inherit'] });
  const ended = once(importer, 'close');
  for (let index = 0; index < count; index += 1) {
    const text = commitText(index, start + index * minutesApart * 60);
    if (!importer.stdin.write(text)) await once(importer.stdin, 'drain');
  }
  importer.stdin.end();
  await ended;
  const hashes = git('rev-list', 'HEAD').trim().split('\n');
  for (let at = commitsPerRevert; at < count; at += commitsPerRevert)
    revert(git, hashes[at] ?? '', start + count * 600 + at);
  return git('rev-list', 'HEAD').trim().split('\n');
}

/**
 * @param {number} index
 * @param {number} at seconds
 */
function commitText(index, at) {
  const subject = `Change ${index} of the service\n\nWhy it was needed is told here in some words.\n`;
  const content = Array.from({ length: 20 }, (_, line) => `line ${line} ${line === index % 20 ? index : ''}\n`).join(
    '',
  );
  const who = `<dev${index % 40}@example.org> ${at} +0000`;
  return [
    'commit refs/heads/main\n',
    `author Dev ${index % 40} ${who}\ncommitter Dev ${index % 40} ${who}\n`,
    `data ${Buffer.byteLength(subject)}\n${subject}`,
    `M 100644 inline src/part${index % 20}/file${index % files}.ts\ndata ${Buffer.byteLength(content)}\n${content}\n`,
    (index + 1) % commitsPerTag === 0
      ? `reset refs/tags/v1.${(index + 1) / commitsPerTag}\nfrom refs/heads/main\n\n`
      : '',
  ].join('');
}

/**
 * @param {(...args: readonly string[]) => string} git
 * @param {string} hash
 * @param {number} at seconds
 */
function revert(git, hash, at) {
  const identity = ['-c', 'user.name=dev', '-c', 'user.email=dev@example.org'];
  const date = `${at} +0000`;
  const message = `Revert\n\nThis reverts commit ${hash}.`;
  const made = execFileSync('git', [...identity, 'commit-tree', 'HEAD^{tree}', '-p', 'HEAD', '-m', message], {
    cwd: git('rev-parse', '--show-toplevel').trim(),
    encoding: 'utf8',
    env: { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date },
  });
  git('update-ref', 'refs/heads/main', made.trim());
}
