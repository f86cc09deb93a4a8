import { type ChangedFile, type CommitLookup, type KnownCommit, splitKey } from '../../core/model/commit';
import type { CommitSource, GitHistory } from '../../core/ports';
import { createHistory } from './history';
import { OpenRepositories, type RepositoriesOptions } from './open-repositories';
import { Repository } from './repository';

export interface CommitSourceOptions extends RepositoriesOptions {
  /** Asked at each call; nothing of git runs while it is false. */
  readonly isTrusted: () => boolean;
}

export interface GitCommitSource extends CommitSource {
  /** What former windows learned of the commits under these keys; git is not asked, so it may be out of date. */
  recall(keys: readonly string[]): Promise<ReadonlyMap<string, KnownCommit>>;
  /** What a commit changed against its first parent, and the root that the paths are relative to. */
  changedFiles(key: string): Promise<{ readonly root: string; readonly files: readonly ChangedFile[] } | undefined>;
  /** Ends every process. */
  dispose(): void;
}

/** Commits of the repository that holds a workspace folder, and of its neighbours named in the conventions. */
export function createCommitSource(options: CommitSourceOptions): GitCommitSource {
  const { isTrusted } = options;
  const repositories = new OpenRepositories(options);
  const lookUpIn = async (name: string | undefined, hashes: readonly string[]): Promise<readonly CommitLookup[]> => {
    if (!isTrusted()) return hashes.map(() => ({ state: 'restricted' }));
    const opened = await repositories.get(name);
    return opened instanceof Repository ? opened.lookUp(hashes) : hashes.map(() => opened);
  };
  const history = async (name?: string): Promise<GitHistory | undefined> => {
    const opened = isTrusted() ? await repositories.get(name) : undefined;
    return opened instanceof Repository ? createHistory(opened, isTrusted) : undefined;
  };
  return {
    lookUp: async (keys) => {
      const answers = new Map<string, CommitLookup>();
      const answered = byRepository(keys).map(async ([name, group]) => {
        const found = await lookUpIn(name, group.map(hashOf));
        for (const [index, key] of group.entries()) answers.set(key, found[index] ?? { state: 'busy' });
      });
      await Promise.all(answered);
      return answers;
    },
    recall: async (keys) => {
      const recalled = new Map<string, KnownCommit>();
      for (const [name, group] of byRepository(isTrusted() ? keys : [])) {
        const opened = await repositories.get(name);
        const known = opened instanceof Repository ? await opened.recall(group.map(hashOf)) : [];
        for (const [index, key] of group.entries()) {
          const commit = known[index];
          if (commit !== undefined) recalled.set(key, commit);
        }
      }
      return recalled;
    },
    history,
    changedFiles: async (key) => {
      const { repository, hash } = splitKey(key);
      const [answer] = await lookUpIn(repository, [hash]);
      const opened = await history(repository);
      if (answer?.state !== 'found' || opened === undefined) return undefined;
      const files = (await opened.changes([answer.commit]))?.get(answer.commit.hash);
      return files === undefined ? undefined : { root: opened.root, files };
    },
    dispose: () => repositories.dispose(),
  };
}

function byRepository(keys: readonly string[]): readonly (readonly [name: string | undefined, keys: string[]])[] {
  const groups = new Map<string | undefined, string[]>();
  for (const key of new Set(keys)) {
    const { repository } = splitKey(key);
    const group = groups.get(repository);
    if (group === undefined) groups.set(repository, [key]);
    else group.push(key);
  }
  return [...groups];
}

function hashOf(key: string): string {
  return splitKey(key).hash;
}
