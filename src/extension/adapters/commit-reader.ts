import * as vscode from 'vscode';
import type { CommitLookup } from '../../core/model/commit';
import type { Conventions } from '../../core/model/conventions';
import type { CommitSource } from '../../core/ports';

/** Commits of a workspace folder; nothing of git is touched before the user trusts the workspace. */
export async function createCommitReader(
  folder: vscode.WorkspaceFolder,
  _conventions: () => Conventions | undefined,
): Promise<CommitSource> {
  if (!vscode.workspace.isTrusted) return answerAll({ state: 'restricted' });
  if (folder.uri.scheme !== 'file') return answerAll({ state: 'no-repository' });
  return answerAll({ state: 'no-git' });
}

function answerAll(answer: CommitLookup): CommitSource {
  return { lookUp: async (keys) => new Map(keys.map((key) => [key, answer])) };
}
