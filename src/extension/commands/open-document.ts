import * as vscode from 'vscode';
import { message } from '../../core/model/message';
import type { Services } from '../services';
import type { PlacedIncident } from '../workspace/incident-folders';
import { incidentFor } from './incident-argument';

export async function openReport(services: Services, argument: unknown): Promise<void> {
  const { folder, incident } = await incidentFor(services, argument, {
    title: vscode.l10n.t('Open Report'),
    filter: ({ incident }) => incident.report !== undefined,
  });
  if (incident.report !== undefined) await show(folder.uriOf(incident.report.path));
}

export async function openPostmortem(services: Services, argument: unknown): Promise<void> {
  const hasPostmortem = ({ incident }: PlacedIncident) => incident.postmortem !== undefined;
  const { folder, incident } = await incidentFor(services, argument, {
    title: vscode.l10n.t('Open Postmortem'),
    filter: hasPostmortem,
    none: message('No incident has a postmortem yet.'),
  });
  if (incident.postmortem !== undefined) await show(folder.uriOf(incident.postmortem.path));
}

async function show(uri: vscode.Uri): Promise<void> {
  await vscode.window.showTextDocument(uri, { preview: true });
}
