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
  /** Hashes of the commits that lead to the current one; the bounds are seconds since the epoch, both inclusive. */
  window: (from: number, until: number, most: number) => [
    ...['rev-list', `--max-age=${seconds(from)}`, `--min-age=${seconds(until)}`, `--max-count=${seconds(most)}`],
    ...['--end-of-options', 'HEAD'],
  ],
  tags: () => ['for-each-ref', `--format=${tagFields.join('%00')}`, 'refs/tags'],
} as const;

/** Commit, the same of an annotated tag, when and by whom that was made, and the name. */
const tagFields = [
  ...['%(objectname)', '%(*objectname)', '%(taggerdate:unix)', '%(taggername)', '%(refname:lstrip=2)'],
] as const;

/** Before any command: no program of the repository runs, nothing is fetched, no lock is taken, no pager starts. */
export const hardening: readonly string[] = [
  ...['-c', 'core.fsmonitor=false'],
  ...['-c', 'log.showSignature=false'],
  ...['-c', `core.hooksPath=${process.platform === 'win32' ? 'NUL' : '/dev/null'}`],
  ...['-c', 'protocol.allow=never'],
  ...['--no-pager', '--no-optional-locks', '--no-replace-objects'],
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

function seconds(value: number): string {
  if (!Number.isSafeInteger(value) || value < 0) throw new TypeError('Not a number of seconds');
  return String(value);
}

function checked(hash: string): string {
  if (!isHash(hash)) throw new TypeError('Not a commit hash');
  return hash;
}
