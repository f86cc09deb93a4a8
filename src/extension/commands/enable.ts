import * as vscode from 'vscode';
import { enableIncidents } from '../../core/operations/enable-incidents';
import { conventionsFile } from '../../core/operations/open-folder';
import { applyChange } from '../adapters/apply-change';
import type { Services } from '../services';
import type { IncidentFolder } from '../workspace/incident-folder';
import { askFolder } from './ask-folder';

/** Makes `.incidents.yml` and shows it. */
export async function enable(services: Services): Promise<void> {
  const candidates = services.folders.all().filter((folder) => !folder.isEnabled);
  const folder = await askFolder(candidates, vscode.l10n.t('Enable Incidents in This Folder'));
  if (folder === undefined) return;
  await enableFolder(folder);
  await vscode.window.showTextDocument(folder.uriOf(conventionsFile));
}

/** Does nothing where the folder keeps incidents already. */
export async function enableFolder(folder: IncidentFolder): Promise<void> {
  if (folder.isEnabled) return;
  await applyChange(folder.root, await enableIncidents(folder.store));
  await folder.update([conventionsFile]);
}
