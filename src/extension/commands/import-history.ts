import * as vscode from 'vscode';
import { OperationError } from '../../core/errors';
import type { ImportReading } from '../../core/import/candidate';
import { message } from '../../core/model/message';
import { leadUpOf } from '../../core/operations/lead-up';
import { type ImportOptions, readImportHistory } from '../../core/operations/read-import';
import type { HistoryAnswer } from '../../node/git/read-history';
import { gitApi } from '../adapters/git-extension';
import type { Services } from '../services';
import type { PlacedIncident } from '../workspace/incident-folders';
import { askWindow, type ImportWindow } from './import-window';
import { readWithProgress } from './read-with-progress';

const { t } = vscode.l10n;

/** What the source says of itself where sources are chosen; why not, where it cannot be read here. */
export function historyHint({ folder }: PlacedIncident, leadUp: ImportWindow | undefined): string {
  if (!vscode.workspace.isTrusted) return t('Not in restricted mode: git can run programs that a repository names');
  if (folder.root.scheme !== 'file') return t('Not here: the folder is not on this machine');
  return leadUp === undefined
    ? t('Commits, merges and tags of a window')
    : t('Commits, merges and tags, from 24 h before impact started');
}

/** Commits and tags of a window, which is the lead-up where nobody says otherwise. */
export async function readGitHistory(
  services: Services,
  { folder, incident }: PlacedIncident,
  options: ImportOptions,
): Promise<ImportReading> {
  if (!vscode.workspace.isTrusted) throw refusal('restricted');
  if (folder.root.scheme !== 'file') throw refusal('no-repository');
  const leadUp = leadUpOf({ ...incident.report, id: incident.id });
  const { from, until } = await askWindow(options, services.now(), leadUp);
  if (from === undefined || until === undefined) {
    throw new OperationError(
      'usage',
      message('The history of git needs a window: 2026-11-23 14:00Z/2026-11-23 18:00Z.'),
    );
  }
  // Loaded with its first use: most windows never ask for it.
  const { readHistory } = await import('../../node/git/read-history');
  const answer = await readWithProgress(t('Reading the history'), ({ signal }) =>
    readHistory(
      {
        folder: folder.root.fsPath,
        isTrusted: () => vscode.workspace.isTrusted,
        otherGit: async () => (await gitApi())?.git.path,
      },
      { from, until },
      signal,
    ),
  );
  if (answer.state === 'cancelled') throw new vscode.CancellationError();
  if (answer.state !== 'read') throw refusal(answer.state);
  const read = readImportHistory(answer.history, options);
  if ('problem' in read) throw new OperationError('unreadable', read.problem);
  return read;
}

const problems: Readonly<Record<Exclude<HistoryAnswer['state'], 'read' | 'cancelled'>, string>> = {
  restricted:
    'The history of git is not read in restricted mode, because git can run programs that a repository names.',
  'no-git': 'There is no git on this machine.',
  'no-repository': 'The incidents are not kept in a git repository on this machine.',
  busy: 'git is at work here (a rebase, another process). Its history can be read afterwards.',
  'too-many': 'The window has more than 5,000 commits; a shorter one is needed.',
};

function refusal(state: keyof typeof problems): OperationError {
  return new OperationError('unreadable', message(problems[state]));
}
