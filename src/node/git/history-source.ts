import type { FileChange } from '../../core/model/history';
import type { HistorySource } from '../../core/ports';
import { gitCommands } from './git-commands';
import { ObjectReader } from './object-reader';
import { parseBlame } from './parse-blame';
import { parsePatch } from './parse-patch';
import { parseCommitText } from './raw-commit';
import { type Git, type GitLimits, runGit } from './run-git';

export interface GitHistorySource extends HistorySource {
  /** Ends every process. */
  dispose(): void;
}

/** Blame of a large file in a long history takes its time; beyond this the other reasons have to do. */
const patient: GitLimits = { time: 30_000, output: 16 * 1024 * 1024 };
/** Processes at the same time. */
const mostRunning = 2;

/** The history of the repository whose working tree's top folder is `root`. */
export function createHistorySource(git: Git, root: string): GitHistorySource {
  const objects = new ObjectReader(git, root);
  const inTurn = createTurns(mostRunning);
  const patches = new Map<string, Promise<readonly FileChange[]>>();
  const ask = async (args: readonly string[]): Promise<string | undefined> => {
    const answer = await inTurn(() => runGit(git, root, args, patient));
    return answer?.exitCode === 0 ? answer.output.toString('utf8') : undefined;
  };
  const commit = async (hash: string) => {
    const answer = await objects.read(hash);
    return answer.state === 'found' ? parseCommitText(answer.hash, answer.object) : undefined;
  };
  const readPatch = async (hash: string, paths: readonly string[]) => {
    const found = await commit(hash);
    if (found === undefined) return [];
    return parsePatch((await ask(gitCommands.patch(found.hash, found.parents[0], paths))) ?? '');
  };
  return {
    head: async () => linesOf(await ask(gitCommands.head()))[0],
    commits: async (hashes) => (await Promise.all(hashes.map(commit))).flatMap((found) => found ?? []),
    changes: (hash, paths = []) => {
      const key = JSON.stringify([hash, ...paths]);
      const known = patches.get(key) ?? readPatch(hash, paths);
      patches.set(key, known);
      return known;
    },
    text: (revision, path) => ask(gitCommands.blob(revision, path)),
    blame: async (revision, path, options) =>
      options.ranges.length === 0 ? [] : parseBlame((await ask(gitCommands.blame(revision, path, options))) ?? ''),
    latest: async (revision, paths, most) => linesOf(await ask(gitCommands.latest(revision, paths, most))),
    between: async (revision, window, most) => {
      const hashes = linesOf(await ask(gitCommands.between(revision, window, most)));
      return Promise.all(
        hashes.map(async (hash) => {
          const parent = (await commit(hash))?.parents[0];
          return { hash, paths: ((await ask(gitCommands.paths(hash, parent))) ?? '').split('\0').filter(Boolean) };
        }),
      );
    },
    dispose: () => objects.dispose(),
  };
}

function linesOf(output: string | undefined): readonly string[] {
  return output?.split('\n').filter((line) => line !== '') ?? [];
}

/** Lets so many tasks run at once; the others wait in order. */
function createTurns(most: number): <T>(task: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (task) => {
    while (running >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    running++;
    try {
      return await task();
    } finally {
      running--;
      waiting.shift()?.();
    }
  };
}
