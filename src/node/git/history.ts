import type { Commit } from '../../core/model/commit';
import type { BlameQuery, Cancellation, GitHistory, LogQuery } from '../../core/ports';
import { gitCommands } from './git-commands';
import { commitName, fileName, headName, isHash, type ObjectName, refNames } from './object-name';
import { originOf } from './origin';
import { parseRenames } from './parse-renames';
import { parseBlame, parseLog, parseParents, parseTags } from './read-log';
import type { Repository } from './repository';
import type { RunOptions } from './run-git';

/** `isTrusted` is asked at each call. */
export function createHistory(repository: Repository, isTrusted: () => boolean): GitHistory {
  const mayAsk = async () => isTrusted() && !(await repository.isBusy());
  const output = async (
    args: () => readonly string[],
    signal: Cancellation | undefined,
    bounds: Pick<RunOptions, 'timeOut' | 'keepsPart'> = {},
  ) => {
    if (!(await mayAsk())) return undefined;
    const allowed = allowedArguments(args);
    const result = allowed === undefined ? undefined : await repository.run(allowed, { ...bounds, signal });
    return result?.exitCode === 0 ? result.output : undefined;
  };
  const commitOf = async (name: ObjectName | undefined, signal: Cancellation | undefined) => {
    if (name === undefined || !(await mayAsk())) return undefined;
    const answer = await repository.read(name, signal);
    return answer.state === 'found' ? answer.hash : undefined;
  };
  const objects = async (files: readonly CommittedFile[], signal: Cancellation | undefined) => {
    if (!(await mayAsk())) return files.map(() => undefined);
    const answers = files.map(async ({ commit, path }) => {
      const name = fileName(commit, path);
      const answer = name === undefined ? undefined : await repository.read(name, signal);
      return answer?.state === 'found' && answer.type === 'blob' ? answer : undefined;
    });
    return Promise.all(answers);
  };
  return {
    root: repository.place.root,
    remote: async () => (isTrusted() ? originOf(repository.place) : undefined),
    head: (signal) => commitOf(headName(), signal),
    resolve: async (name, signal) => {
      if (isHash(name)) return commitOf(commitName(name), signal);
      for (const ref of refNames(name)) {
        const commit = await commitOf(ref, signal);
        if (commit !== undefined) return commit;
      }
      return undefined;
    },
    commits: async (hashes, signal) => {
      const found = new Map<string, Commit>();
      const answers = isTrusted() ? await repository.lookUp(hashes, signal) : [];
      for (const answer of answers) if (answer.state === 'found') found.set(answer.commit.hash, answer.commit);
      return found;
    },
    log: async (query: LogQuery, signal) => {
      const printed = await output(() => gitCommands.log(query), signal);
      return printed && parseLog(printed);
    },
    parents: async (since, signal) => {
      const printed = await output(() => gitCommands.parents(since), signal);
      return printed && parseParents(printed);
    },
    tags: async (signal) => {
      const printed = await output(() => gitCommands.tags(), signal);
      return printed && parseTags(printed);
    },
    changes: async (commits, signal) => (isTrusted() ? repository.changes(commits, signal) : undefined),
    patches: async (commits, paths, signal) => (isTrusted() ? repository.patches(commits, paths, signal) : undefined),
    renames: async (from, to, signal) => parseRenames(await output(() => gitCommands.renames(from, to), signal)),
    texts: async (files, signal) => (await objects(files, signal)).map((answer) => textOf(answer?.object)),
    blobs: async (files, signal) => (await objects(files, signal)).map((answer) => answer?.hash),
    blame: async (query: BlameQuery, signal) => {
      // Blame prints each writer as it finds it.
      const bounds = query.within === undefined ? {} : { timeOut: query.within, keepsPart: true };
      const printed = await output(() => gitCommands.blame(query), signal, bounds);
      return printed && parseBlame(printed);
    },
  };
}

interface CommittedFile {
  readonly commit: string;
  readonly path: string;
}

/** Names that may not reach git are as good as names of nothing. */
function allowedArguments(args: () => readonly string[]): readonly string[] | undefined {
  try {
    return args();
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** Git takes a file for text where its first 8,000 bytes have no NUL. */
function textOf(object: Buffer | undefined): string | undefined {
  if (object === undefined || object.subarray(0, 8000).includes(0)) return undefined;
  return object.toString('utf8').replace(/^\ufeff/, '');
}
