import * as vscode from 'vscode';
import { OperationError } from '../../core/errors';
import { type ChangedFile, type Commit, citationKey } from '../../core/model/commit';
import { message } from '../../core/model/message';
import { type GitApi, gitApi } from '../adapters/git-extension';
import type { Services } from '../services';
import type { IncidentFolder } from '../workspace/incident-folder';
import { isPart } from './go-to';
import { pick } from './multi-step';

const { t } = vscode.l10n;

/**
 * The changes of a cited commit in VS Code's own diff view. Takes the postmortem and a citation's key, the
 * postmortem and a cause's id, or the row of a cause in the tree.
 */
export async function showChanges(services: Services, place: unknown, what: unknown): Promise<void> {
  const uri = uriOf(place);
  const named = isPart(place) && place.type === 'cause' ? place.cause.id : what;
  if (uri === undefined || typeof named !== 'string') return;
  const open = services.documents.get(await vscode.workspace.openTextDocument(uri));
  if (open === undefined || open.incident.kind !== 'postmortem') return;
  const cause = open.incident.causes.find(({ id }) => id === named);
  const key = cause === undefined ? named : await pickKey(open.folder, cause.commits.map(citationKey));
  if (key === undefined) throw new OperationError('not-found', message('{cause} cites no commit.', { cause: named }));
  await keepOpen(uri);
  await showCommit(open.folder, key);
}

/** A postmortem that is shown for a look would give its tab to the changes. */
export async function keepOpen(uri: vscode.Uri | undefined): Promise<void> {
  const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
  const isShown = tab?.input instanceof vscode.TabInputText && tab.input.uri.toString() === uri?.toString();
  if (isShown && tab.isPreview) await vscode.commands.executeCommand('workbench.action.keepEditor');
}

async function showCommit(folder: IncidentFolder, key: string): Promise<void> {
  const lookup = await folder.commits.lookUp(key);
  if (lookup?.state !== 'found') {
    throw new OperationError('not-found', message('{commit} is not in this repository.', { commit: shortKey(key) }));
  }
  const { commit } = lookup;
  const resources = await resourcesOf(folder, commit, key);
  if (resources === undefined) {
    const say = message('The changes of {commit} cannot be shown: the git extension of VS Code is not available.', {
      commit: commit.hash.slice(0, 7),
    });
    throw new OperationError('not-found', say);
  }
  await vscode.commands.executeCommand('vscode.changes', `${commit.hash.slice(0, 7)} ${commit.subject}`, resources);
}

export type Resource = readonly [label: vscode.Uri, before: vscode.Uri | undefined, after: vscode.Uri | undefined];

/** The files that a commit changed, as VS Code's diff views take them; nothing without its git extension. */
export async function resourcesOf(
  folder: IncidentFolder,
  commit: Commit,
  key: string,
): Promise<readonly Resource[] | undefined> {
  const [git, changes] = await Promise.all([gitApi(), folder.commits.changes(key)]);
  if (git === undefined || changes === undefined) return undefined;
  const root = vscode.Uri.file(changes.root);
  return changes.files.map((file) => resourceOf(git, root, commit, file));
}

/** A file that was added has nothing on the left, one that was deleted nothing on the right. */
function resourceOf(git: GitApi, root: vscode.Uri, { hash, parents }: Commit, file: ChangedFile): Resource {
  const uri = vscode.Uri.joinPath(root, file.path);
  const former = vscode.Uri.joinPath(root, file.oldPath ?? file.path);
  const parent = parents[0];
  const before = parent === undefined || file.status === 'added' ? undefined : git.toGitUri(former, parent);
  return [uri, before, file.status === 'deleted' ? undefined : git.toGitUri(uri, hash)];
}

async function pickKey(folder: IncidentFolder, keys: readonly string[]): Promise<string | undefined> {
  if (keys.length <= 1) return keys[0];
  const known = folder.commits.get(keys);
  const items = keys.map((key) => {
    const lookup = known.get(key);
    return { label: shortKey(key), description: lookup?.state === 'found' ? lookup.commit.subject : '', key };
  });
  const place = { title: t('Show Changes'), step: 1, totalSteps: 1, canGoBack: false };
  const chosen = await pick(place, { placeholder: t('Which commit?'), items });
  return chosen === 'back' ? undefined : chosen[0]?.key;
}

/** Links in hovers carry addresses as text. */
function uriOf(place: unknown): vscode.Uri | undefined {
  if (place instanceof vscode.Uri) return place;
  if (typeof place === 'string') return vscode.Uri.parse(place);
  return isPart(place) && place.type === 'cause' ? place.folder.uriOf(place.postmortem.path) : undefined;
}

function shortKey(key: string): string {
  const at = key.indexOf('@') + 1;
  return key.slice(0, at + 7);
}
