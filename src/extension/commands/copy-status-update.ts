import * as vscode from 'vscode';
import { OperationError } from '../../core/errors';
import { readDocument } from '../../core/kinds';
import { readMarkdown } from '../../core/markdown/read-markdown';
import { message } from '../../core/model/message';
import { type StatusUpdateFormat, statusUpdate } from '../../core/operations/status-update';
import type { Services } from '../services';
import { isIncidentOpen } from '../views/words';
import { incidentFor } from './incident-argument';
import { pick } from './multi-step';

const { t } = vscode.l10n;
const shownFor = 3000;

/** Severity, impact, since when, last action and next step, for the channel. */
export async function copyStatusUpdate(services: Services, argument: unknown): Promise<void> {
  const title = t('Copy Status Update');
  const filter = ({ incident }: { incident: Parameters<typeof isIncidentOpen>[0] }) => isIncidentOpen(incident);
  const { folder, incident } = await incidentFor(services, argument, {
    title,
    filter,
    none: message('No incident is open.'),
  });
  const path = incident.report?.path;
  const text = path === undefined ? undefined : await folder.store.read(path);
  const report = text === undefined ? undefined : readDocument(readMarkdown(text), folder.conventions);
  if (report?.kind !== 'incident-report') {
    throw new OperationError('not-found', message('{incident} has no report.', { incident: incident.id }));
  }
  await vscode.env.clipboard.writeText(statusUpdate(report, services.now(), await askFormat(title)));
  vscode.window.setStatusBarMessage(t('Status update copied'), shownFor);
}

async function askFormat(title: string): Promise<StatusUpdateFormat> {
  const items: readonly (vscode.QuickPickItem & { format: StatusUpdateFormat })[] = [
    { label: t('Markdown'), description: t('for chat and tickets'), format: 'markdown' },
    { label: t('Plain text'), description: t('for mail and status pages'), format: 'plain' },
  ];
  const chosen = await pick(
    { title, step: 1, totalSteps: 1, canGoBack: false },
    { placeholder: t('In which form?'), items },
  );
  return chosen === 'back' ? 'markdown' : (chosen[0]?.format ?? 'markdown');
}
