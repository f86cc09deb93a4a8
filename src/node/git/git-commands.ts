import type { LineRange } from '../../core/model/history';

/**
 * Every git command that is run, and nothing else is. Document text reaches an argument only as a hash that
 * `isHash` let through. Objects come from `cat-file`, which runs no program that a repository's configuration names.
 */
export const gitCommands = {
  locate: () => ['rev-parse', '--absolute-git-dir', '--is-shallow-repository', '--show-toplevel'],
  readObjects: () => ['cat-file', '--batch'],
  candidates: (hash: string) => ['rev-parse', `--disambiguate=${checked(hash)}`],
  changes: (hash: string, parent: string | undefined) => [
    ...['diff-tree', '-r', '-z', '--root', '--no-commit-id', '--name-status', '-M', '-l400'],
    ...['--no-ext-diff', '--no-textconv', '--no-color', '--ignore-submodules=all', '--end-of-options'],
    ...(parent === undefined ? [] : [checked(parent)]),
    checked(hash),
  ],
  patch: (hash: string, parent: string | undefined, paths: readonly string[]) => [
    ...['diff-tree', '-r', '-p', '-U0', '-w', '--root', '--no-commit-id', '-M', '-l400', '--diff-algorithm=histogram'],
    ...[
      '--no-ext-diff',
      '--no-textconv',
      '--no-color',
      '--ignore-submodules=all',
      '--src-prefix=a/',
      '--dst-prefix=b/',
    ],
    ...(parent === undefined ? [] : [checked(parent)]),
    checked(hash),
    ...['--', ...paths],
  ],
  head: () => ['rev-parse', '--verify', '--quiet', '--end-of-options', 'HEAD^{commit}'],
  blob: (revision: string, path: string) => ['cat-file', 'blob', `${checked(revision)}:${path}`],
  blame: (
    revision: string,
    path: string,
    { ranges, ignore }: { readonly ranges: readonly LineRange[]; readonly ignore: readonly string[] },
  ) => [
    ...['blame', '--porcelain', '-w', '-M', '-C', '--no-textconv', '--ignore-revs-file='],
    ...ignore.map((hash) => `--ignore-rev=${checked(hash)}`),
    ...ranges.map(({ from, until }) => `-L${Math.floor(from)},${Math.floor(until)}`),
    ...[checked(revision), '--', path],
  ],
  latest: (revision: string, paths: readonly string[], most: number) => [
    ...['rev-list', '--no-merges', `--max-count=${Math.floor(most)}`, checked(revision), '--', ...paths],
  ],
  between: (revision: string, { from, until }: { readonly from: number; readonly until: number }, most: number) => [
    ...['rev-list', `--max-count=${Math.floor(most)}`],
    ...[`--max-age=${Math.floor(from / 1000)}`, `--min-age=${Math.floor(until / 1000)}`, checked(revision), '--'],
  ],
  paths: (hash: string, parent: string | undefined) => [
    ...['diff-tree', '-r', '-z', '--root', '--no-commit-id', '--name-only', '--no-renames', '--no-ext-diff'],
    ...['--no-textconv', '--ignore-submodules=all', ...(parent === undefined ? [] : [checked(parent)]), checked(hash)],
  ],
} as const;

/** Before any command: no program of the repository runs, nothing is fetched, no lock is taken, no pager starts. */
export const hardening: readonly string[] = [
  ...['-c', 'core.fsmonitor=false'],
  ...['-c', 'log.showSignature=false'],
  ...['-c', `core.hooksPath=${process.platform === 'win32' ? 'NUL' : '/dev/null'}`],
  ...['-c', 'protocol.allow=never'],
  ...['-c', 'core.quotePath=false'],
  ...['--no-pager', '--no-optional-locks', '--no-replace-objects', '--literal-pathspecs'],
];

/** The environment without what would lead git to another repository, configuration or program. */
export function gitEnvironment(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(environment).filter(([name]) => !/^(?:GIT_|SSH_ASKPASS$|LC_|LANGUAGE$)/i.test(name));
  return {
    ...Object.fromEntries(kept),
    GIT_TERMINAL_PROMPT: '0',
    GIT_NO_LAZY_FETCH: '1',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_REPLACE_OBJECTS: '1',
    LC_ALL: 'C',
    NoDefaultCurrentDirectoryInExePath: '1',
  };
}

/** 7 to 40 hexadecimal digits in lower case: the only form in which a commit is named to git. */
export function isHash(text: string): boolean {
  return /^[0-9a-f]{7,40}$/.test(text);
}

function checked(hash: string): string {
  if (!isHash(hash)) throw new TypeError('Not a commit hash');
  return hash;
}
