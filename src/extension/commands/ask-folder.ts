import * as vscode from 'vscode';
import type { IncidentFolder } from '../workspace/incident-folder';
import { pick } from './multi-step';

/** The workspace folder that is meant, asked only where there are several. */
export async function askFolder(
  folders: readonly IncidentFolder[],
  title: string,
  last?: IncidentFolder,
): Promise<IncidentFolder | undefined> {
  if (folders.length <= 1) return folders[0];
  const items = folders.map((folder) => ({
    label: folder.place.name,
    description: folder.isEnabled ? vscode.l10n.t('keeps incidents') : '',
    folder,
  }));
  const chosen = await pick<(typeof items)[number]>(
    { title, step: 1, totalSteps: 1, canGoBack: false },
    {
      placeholder: vscode.l10n.t('Which folder keeps the report?'),
      items,
      active:
        items.find(({ folder }) => folder === last && folder.isEnabled) ?? items.find(({ folder }) => folder.isEnabled),
    },
  );
  return chosen === 'back' ? undefined : chosen[0]?.folder;
}
