import * as vscode from 'vscode';
import { plainText } from '../../core/markdown/plain-text';
import { incidentLine } from '../editor/memory-words';
import type { Services } from '../services';
import type { PlacedCause } from '../workspace/code-memory';
import { pick } from './multi-step';
import { openAt } from './open-at';

const { t } = vscode.l10n;
/** Milliseconds. */
const shownFor = 5000;

/** Every cause whose commits touched a file, through renames, whether a line of theirs is left or not. */
export async function incidentsOfFile(services: Services, argument: unknown): Promise<void> {
  const uri = argument instanceof vscode.Uri ? argument : vscode.window.activeTextEditor?.document.uri;
  if (uri === undefined) return;
  const causes = await services.codeMemory.causesOf(uri);
  const file = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  if (causes.length === 0) {
    void vscode.window.setStatusBarMessage(await whyNone(services, uri, file), shownFor);
    return;
  }
  const items = causes.map((cause) => itemOf(cause, services.now()));
  const place = { title: t('Incidents of {file}', { file }), step: 1, totalSteps: 1, canGoBack: false };
  const chosen = await pick(place, { placeholder: t('Which cause?'), items });
  const found = chosen === 'back' ? undefined : chosen[0]?.cause;
  const postmortem = found?.incident.postmortem;
  if (found !== undefined && postmortem !== undefined) {
    await openAt(found.folder.uriOf(postmortem.path), { line: found.cause.line });
  }
}

/** Where commits cannot be read, nothing is known of what is cited. */
async function whyNone({ folders }: Services, uri: vscode.Uri, file: string): Promise<string> {
  if (!vscode.workspace.isTrusted) return t('Commits are not read in restricted mode');
  const history = await folders.folderOf(uri)?.commits.history();
  if (history === undefined) return t('There is no git history to look at here.');
  return t('No postmortem cites a commit that touched {file}', { file });
}

function itemOf(cause: PlacedCause, now: number): vscode.QuickPickItem & { readonly cause: PlacedCause } {
  const { relation, commit, openActions } = cause;
  const cited = t('{relation} in {commit}', { relation, commit: commit.slice(0, 7) });
  const open = openActions.map(({ id, text }) => t('{id} is open', { id: id ?? plainText(text) }));
  return {
    label: `${cause.cause.id} ${plainText(cause.cause.title)}`,
    description: incidentLine(cause, now),
    detail: [cited, ...open].join('; '),
    cause,
  };
}
