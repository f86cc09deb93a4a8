import * as vscode from 'vscode';
import type { ChangedFile, CommitLookup, KnownCommit } from '../../core/model/commit';
import type { Conventions } from '../../core/model/conventions';
import type { CommitSource, GitHistory } from '../../core/ports';
import { gitApi } from './git-extension';

export interface CommitChanges {
  /** Absolute path of the repository. */
  readonly root: string;
  readonly files: readonly ChangedFile[];
}

/** Commits with what they changed. */
export interface CommitReader extends CommitSource, vscode.Disposable {
  changes(key: string): Promise<CommitChanges | undefined>;
  /** What former windows learned; git is not asked. */
  recall(keys: readonly string[]): Promise<ReadonlyMap<string, KnownCommit>>;
  /** Of the folder's repository, or of the one of that name; nothing where it cannot be read. */
  history(repository?: string): Promise<GitHistory | undefined>;
}

/** Commits of a workspace folder; nothing of git is touched before the user trusts the workspace. */
export async function createCommitReader(
  root: vscode.Uri,
  conventions: () => Conventions | undefined,
  storage: vscode.Uri | undefined,
): Promise<CommitReader> {
  if (!vscode.workspace.isTrusted) return answerAll({ state: 'restricted' });
  if (root.scheme !== 'file') return answerAll({ state: 'no-repository' });
  // Loaded with the first citation: most windows never show one.
  const { createCommitSource } = await import('../../node/git/commit-source');
  const source = createCommitSource({
    folder: root.fsPath,
    isTrusted: () => vscode.workspace.isTrusted,
    repositories: () => conventions()?.repositories ?? {},
    otherGit: async () => (await gitApi())?.git.path,
    ...(storage?.scheme === 'file' && { storage: storage.fsPath }),
  });
  return {
    lookUp: (keys) => source.lookUp(keys),
    recall: (keys) => source.recall(keys),
    history: (repository) => source.history(repository),
    changes: (key) => source.changedFiles(key),
    dispose: () => source.dispose(),
  };
}

function answerAll(answer: CommitLookup): CommitReader {
  return {
    lookUp: async (keys) => new Map(keys.map((key) => [key, answer])),
    recall: async () => new Map(),
    history: async () => undefined,
    changes: async () => undefined,
    dispose: () => undefined,
  };
}
