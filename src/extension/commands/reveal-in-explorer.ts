import * as vscode from 'vscode';
import type { Services } from '../services';
import { incidentFor } from './incident-argument';

export async function revealInExplorer(services: Services, argument: unknown): Promise<void> {
  const { folder, incident } = await incidentFor(services, argument, { title: vscode.l10n.t('Reveal in Explorer') });
  const path = incident.report?.path ?? incident.postmortem?.path ?? incident.folder;
  await vscode.commands.executeCommand('revealInExplorer', folder.uriOf(path));
}
