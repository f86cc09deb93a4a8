import * as vscode from 'vscode';
import type { Commit, CommitLookup } from '../../core/model/commit';
import type { Conventions } from '../../core/model/conventions';
import type { CommitSource } from '../../core/ports';

export interface ChangedFile {
  /** Relative to the repository's root, posix. */
  readonly path: string;
  /** Where the file was before, if it was moved. */
  readonly oldPath?: string;
  readonly status: 'added' | 'deleted' | 'modified' | 'renamed';
}

export interface CommitChanges {
  /** Absolute path of the repository. */
  readonly root: string;
  readonly files: readonly ChangedFile[];
}

/** Commits with what they changed. */
export interface CommitReader extends CommitSource, vscode.Disposable {
  changes(key: string, commit: Commit): Promise<CommitChanges | undefined>;
}

/** Commits of a workspace folder; nothing of git is touched before the user trusts the workspace. */
export async function createCommitReader(
  root: vscode.Uri,
  _conventions: () => Conventions | undefined,
): Promise<CommitReader> {
  if (!vscode.workspace.isTrusted) return answerAll({ state: 'restricted' });
  if (root.scheme !== 'file') return answerAll({ state: 'no-repository' });
  return answerAll({ state: 'no-git' });
}

function answerAll(answer: CommitLookup): CommitReader {
  return {
    lookUp: async (keys) => new Map(keys.map((key) => [key, answer])),
    changes: async () => undefined,
    dispose: () => undefined,
  };
}
