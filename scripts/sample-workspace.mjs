// Makes the sample workspace: a small service with its git history and the incidents it had. Dates, authors and
// contents are fixed and nothing of the machine's git configuration is read, so the hashes are the same everywhere.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { devNull } from 'node:os';
import path from 'node:path';
import { documentHistory } from './sample/documents.mjs';
import { serviceHistory } from './sample/service.mjs';

/** @typedef {import('./sample/service.mjs').SampleCommit} SampleCommit */

/**
 * @param {string} folder created; must not hold a repository yet
 * @returns {Readonly<Record<string, string>>} the hash of each commit that has a key, shortened to 12 digits
 */
export function makeSampleWorkspace(folder) {
  mkdirSync(folder, { recursive: true });
  const git = gitIn(folder);
  git(['init', '--quiet', '--template=', '--initial-branch=main', '--object-format=sha1']);
  git(['config', 'core.autocrlf', 'false']);
  /** @type {Record<string, string>} */
  const hashes = {};
  for (const commitOf of [...serviceHistory.map((commit) => () => commit), ...documentHistory]) {
    const commit = commitOf(hashes);
    addCommit(folder, commit);
    if (commit.key) hashes[commit.key] = git(['rev-parse', '--short=12', 'HEAD']).trim();
  }
  return hashes;
}

/**
 * @param {string} folder
 * @param {SampleCommit} commit
 */
function addCommit(folder, { author, at, subject, tag, files }) {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  const git = gitIn(folder, {
    GIT_AUTHOR_NAME: author,
    GIT_AUTHOR_EMAIL: `${author}@example.com`,
    GIT_AUTHOR_DATE: at,
    GIT_COMMITTER_NAME: author,
    GIT_COMMITTER_EMAIL: `${author}@example.com`,
    GIT_COMMITTER_DATE: at,
  });
  git(['add', '--', ...Object.keys(files)]);
  git(['commit', '--quiet', '--no-gpg-sign', '-m', subject]);
  if (tag) git(['tag', tag]);
}

/**
 * @param {string} folder
 * @param {NodeJS.ProcessEnv} [identity]
 * @returns {(args: readonly string[]) => string}
 */
function gitIn(folder, identity) {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
  const env = { ...Object.fromEntries(inherited), GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: devNull, ...identity };
  return (args) =>
    execFileSync('git', ['-c', `core.hooksPath=${devNull}`, ...args], { cwd: folder, env, encoding: 'utf8' });
}
