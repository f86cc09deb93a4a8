import * as vscode from 'vscode';
import { addToConventions as addOperation } from '../../core/operations/add-to-conventions';
import { conventionsFile } from '../../core/operations/open-folder';
import { applyChange } from '../adapters/apply-change';
import type { Services } from '../services';
import { reportEdit } from './report-edit';

/** Writes a name into a list of the team's `.incidents.yml`. */
export async function addToConventions(services: Services, uri: unknown, key: unknown, name: unknown): Promise<void> {
  if (!(uri instanceof vscode.Uri) || typeof name !== 'string' || (key !== 'systems' && key !== 'entryKinds')) return;
  const folder = services.folders.folderOf(uri);
  const base = await folder?.store.read(conventionsFile);
  if (folder === undefined || base === undefined) return;
  const edits = addOperation(base, key, name);
  const applied = await applyChange(folder.root, { creates: [], edits: [{ path: conventionsFile, base, edits }] });
  await folder.update([conventionsFile]);
  const text = vscode.l10n.t('Added {name} to {file}', { name, file: conventionsFile });
  reportEdit(services, text, applied, folder.uriOf(conventionsFile));
}
