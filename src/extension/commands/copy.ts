import * as vscode from 'vscode';
import type { Services } from '../services';
import { isPart } from './go-to';
import { incidentFor } from './incident-argument';

/** `[E1406]`, as it is cited in prose. */
export async function copyCitation(_services: Services, node: unknown): Promise<void> {
  if (!isPart(node)) return;
  const id = node.type === 'entry' ? node.entry.id : node.type === 'action' ? node.action.id : undefined;
  const text = node.type === 'entry' ? node.entry.text : node.type === 'action' ? node.action.text : '';
  await vscode.env.clipboard.writeText(id === undefined ? text : `[${id}]`);
}

export async function copyIncidentId(services: Services, argument: unknown): Promise<void> {
  const { incident } = await incidentFor(services, argument, { title: vscode.l10n.t('Copy Incident Id') });
  await vscode.env.clipboard.writeText(incident.id);
}

export async function copyText(_services: Services, text: unknown): Promise<void> {
  if (typeof text !== 'string') return;
  await vscode.env.clipboard.writeText(text);
  vscode.window.setStatusBarMessage(vscode.l10n.t('Copied {text}', { text }), 3000);
}
