import * as vscode from 'vscode';
import { OperationError } from '../../core/errors';
import { carryLines } from '../../core/memory/carry-lines';
import { type ChangedFile, type Commit, splitKey } from '../../core/model/commit';
import { message } from '../../core/model/message';
import type { GitHistory } from '../../core/ports';
import { gitApi } from '../adapters/git-extension';
import type { Services } from '../services';
import { linesOf } from './code-place';
import { pick } from './multi-step';

const { t } = vscode.l10n;

/** The lines that a cited commit touched, as it left them, beside the file of today. */
export async function showLines(services: Services, place: unknown, causeId: unknown, key: unknown): Promise<void> {
  if (!(place instanceof vscode.Uri) || typeof causeId !== 'string' || typeof key !== 'string') return;
  const folder = services.folders.folderOf(place);
  const lookup = await folder?.commits.lookUp(key);
  const history = await folder?.commits.history(splitKey(key).repository);
  const git = await gitApi();
  if (lookup?.state !== 'found' || history === undefined || git === undefined) {
    throw new OperationError('not-found', message('The lines of {commit} cannot be shown now.', { commit: key }));
  }
  const { commit } = lookup;
  const file = await pickFile(await todaysFiles(history, commit));
  if (file === undefined) {
    const values = { commit: commit.hash.slice(0, 7) };
    throw new OperationError('not-found', message('No file that {commit} touched is here today.', values));
  }
  const uri = fileUri(history, file.path);
  const line = await placeToday(history, commit, file);
  const selection = new vscode.Range(line, 0, line, 0);
  const title = t('{file} ({commit} and today)', {
    file: file.path.slice(file.path.lastIndexOf('/') + 1),
    commit: commit.hash.slice(0, 7),
  });
  await vscode.commands.executeCommand('vscode.diff', git.toGitUri(uri, commit.hash), uri, title, { selection });
}

function fileUri({ root }: GitHistory, path: string): vscode.Uri {
  return vscode.Uri.joinPath(vscode.Uri.file(root), path);
}

/** Text files of the commit that are still at their places. */
async function todaysFiles(history: GitHistory, commit: Commit): Promise<readonly ChangedFile[]> {
  const files = (await history.changes([commit]))?.get(commit.hash) ?? [];
  const texts = files.filter(({ status, added }) => status !== 'deleted' && added !== undefined);
  const stats = await Promise.all(
    texts.map(({ path }) =>
      vscode.workspace.fs.stat(fileUri(history, path)).then(
        () => true,
        () => false,
      ),
    ),
  );
  return texts.filter((_, index) => stats[index] === true);
}

async function pickFile(files: readonly ChangedFile[]): Promise<ChangedFile | undefined> {
  if (files.length <= 1) return files[0];
  const items = files.map((file) => ({ label: file.path, description: countsOf(file), file }));
  const place = { title: t('Lines Then and Now'), step: 1, totalSteps: 1, canGoBack: false };
  const chosen = await pick(place, { placeholder: t('Which file?'), items });
  return chosen === 'back' ? undefined : chosen[0]?.file;
}

function countsOf({ added = 0, removed = 0 }: ChangedFile): string {
  return `+${added} −${removed}`;
}

/** The first line that the commit changed, where it stands today, or as near as can be told. */
async function placeToday(history: GitHistory, { hash, parents }: Commit, file: ChangedFile): Promise<number> {
  const [before = '', after = ''] = await history.texts([
    { commit: parents[0] ?? '', path: file.oldPath ?? file.path },
    { commit: hash, path: file.path },
  ]);
  const document = await vscode.workspace.openTextDocument(fileUri(history, file.path));
  const then = linesOf(after);
  const line = firstChange(then, linesOf(before));
  const now = carryLines(then, linesOf(document.getText()))[line] ?? -1;
  return Math.min(now < 0 ? line : now, document.lineCount - 1);
}

function firstChange(now: readonly string[], then: readonly string[]): number {
  return Math.max(
    0,
    now.findIndex((line, at) => line !== then[at]),
  );
}
