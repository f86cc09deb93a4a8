import { isFullHash, isHash, isRefName, isRepositoryPath } from './object-name';

/**
 * Every git command that is run, and nothing else is. Document text reaches an argument only as a hash or path that
 * `object-name.ts` let through. Objects come from `cat-file`, which runs no program that a repository's configuration
 * names. The canary test runs each row of this table in a hostile repository: a new row wants its arguments there.
 */
export const gitCommands = {
  readObjects: () => ['cat-file', '--batch'],
  candidates: (hash: string) => ['rev-parse', `--disambiguate=${checkedHash(hash)}`],
  /** Reads lines of a commit, or of a commit and its parent. */
  changes: () => [
    ...['diff-tree', '--stdin', '-r', '-z', '--root', '--raw', '--numstat', '-M', '-l400', ...noPrograms],
    ...['--no-color', '--ignore-submodules=all', '--no-abbrev'],
  ],
  /** Reads the same lines; what changed is printed without context and without changes of white space. */
  patches: (paths: readonly string[]) => [
    ...['diff-tree', '--stdin', '-r', '-p', '-U0', '-w', '--root', '-M', '-l400', '--diff-algorithm=histogram'],
    ...[...noPrograms, '--no-color', '--ignore-submodules=all', '--src-prefix=a/', '--dst-prefix=b/'],
    ...['--', ...paths.map(literalPath)],
  ],
  renames: (from: string, to: string) => [
    ...['diff-tree', '-r', '-z', '--name-status', '-M', '-l1000', '--diff-filter=R', ...noPrograms],
    ...['--ignore-submodules=all', checkedFull(from), checkedFull(to), '--'],
  ],
  log: (query: LogArguments) => [
    ...['rev-list', `--max-count=${count(query.most)}`, '--encoding=UTF-8', `--format=${logFormat}`],
    ...(query.since === undefined ? [] : [`--max-age=${seconds(query.since)}`]),
    ...(query.until === undefined ? [] : [`--min-age=${seconds(query.until)}`]),
    ...(query.onlyMerges === true ? ['--merges'] : []),
    ...(query.firstParent === true ? ['--first-parent'] : []),
    ...(query.messageHolds === undefined ? [] : ['--fixed-strings', `--grep=${query.messageHolds}`]),
    ...(query.from === undefined ? ['HEAD', '--glob=refs/remotes/*/HEAD'] : query.from.map(checkedFull)),
    ...(query.without ?? []).map((hash) => `^${checkedFull(hash)}`),
    ...['--', ...(query.paths ?? []).map(literalPath)],
  ],
  parents: (since: number) => [
    ...['rev-list', '--parents', `--max-count=${mostInGraph}`, `--max-age=${seconds(since)}`],
    ...['HEAD', '--tags', '--glob=refs/remotes/*/HEAD', '--'],
  ],
  tags: () => ['for-each-ref', `--format=${tagFormat}`, 'refs/tags'],
  blame: ({ commit, path, ranges = [], ignored = [], followsMoves = false }: BlameArguments) => [
    ...['blame', '--incremental', '-w', '--no-textconv', '--encoding=UTF-8'],
    ...(followsMoves ? ['-M', '-C'] : []),
    ...ranges.map(({ first, last }) => `-L${count(first)},${count(last)}`),
    ...ignored.map((hash) => `--ignore-rev=${checkedFull(hash)}`),
    ...[checkedFull(commit), '--', checkedPath(path)],
  ],
} as const;

interface LogArguments {
  readonly from?: readonly string[];
  readonly without?: readonly string[];
  readonly since?: number;
  readonly until?: number;
  readonly paths?: readonly string[];
  readonly onlyMerges?: boolean;
  readonly firstParent?: boolean;
  readonly messageHolds?: string;
  readonly most: number;
}

interface BlameArguments {
  readonly commit: string;
  readonly path: string;
  readonly ranges?: readonly { readonly first: number; readonly last: number }[];
  readonly ignored?: readonly string[];
  readonly followsMoves?: boolean;
}

const noPrograms = ['--no-ext-diff', '--no-textconv'];
/** Fields end with NUL, which no message can hold. `rev-list` writes `commit HASH` before each. */
const logFormat = '%x00%P%x00%an%x00%at%x00%ct%x00%B%x00';
const tagFormat = '%(objectname) %(*objectname) %(creatordate:unix) %(refname)%00%(taggername)';
/** A graph of more commits costs more than "first in v4.18.2" is worth. */
const mostInGraph = 500_000;

/** Before any command: no program of the repository runs, nothing is fetched, no lock is taken, no pager starts. */
export const hardening: readonly string[] = [
  ...['-c', 'core.fsmonitor=false'],
  ...['-c', 'log.showSignature=false'],
  ...['-c', `core.hooksPath=${process.platform === 'win32' ? 'NUL' : '/dev/null'}`],
  ...['-c', 'core.alternateRefsCommand='],
  ...['-c', 'blame.ignoreRevsFile='],
  ...['-c', 'protocol.allow=never'],
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

function checkedHash(hash: string): string {
  if (!isHash(hash)) throw new TypeError('Not a commit hash');
  return hash;
}

function checkedFull(hash: string): string {
  if (hash === 'HEAD' || isFullHash(hash)) return hash;
  if (hash.startsWith('refs/') && isRefName(hash)) return hash;
  throw new TypeError('Not a commit');
}

function checkedPath(path: string): string {
  if (!isRepositoryPath(path)) throw new TypeError('Not a path of the repository');
  return path;
}

/** The paths of a log may be folders; the whole repository is none. */
function literalPath(path: string): string {
  return checkedPath(path.replace(/\/+$/, ''));
}

function seconds(at: number): string {
  return String(Math.floor(whole(at) / 1000));
}

function count(value: number): string {
  return String(Math.max(1, Math.floor(whole(value))));
}

function whole(value: number): number {
  if (!Number.isFinite(value)) throw new TypeError('Not a number');
  return value;
}
