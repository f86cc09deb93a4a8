import * as vscode from 'vscode';
import { commandIds, statusBarId, viewIds } from '../contributions';
import { toMarkdownText } from '../convert';
import type { Services } from '../services';
import type { PlacedIncident } from '../workspace/incident-folders';
import { entryTime, incidentTitle, isIncidentOpen, openFor } from './words';

const { t } = vscode.l10n;

/** One item for the open incidents; its text changes only when the new one is known. */
export function registerStatusBarItem(services: Services): vscode.Disposable {
  const item = vscode.window.createStatusBarItem(statusBarId, vscode.StatusBarAlignment.Left, 40);
  item.name = t('Incidents');
  const show = () => {
    if (!services.folders.isReady && services.folders.incidents().length === 0) return;
    const open = services.folders.incidents().filter(({ incident }) => isIncidentOpen(incident));
    if (open.length === 0) return item.hide();
    item.text = open.length === 1 ? t('$(flame) 1 incident') : t('$(flame) {count} incidents', { count: open.length });
    item.tooltip = tooltip(open, services.now());
    item.command = open.length === 1 ? commandIds.logToTimeline : `${viewIds.incidents}.focus`;
    item.show();
  };
  return vscode.Disposable.from(item, services.folders.onDidChangeIncidents(show));
}

function tooltip(open: readonly PlacedIncident[], now: number): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString();
  for (const { incident } of open) {
    const { report } = incident;
    const last = report?.entries.at(-1);
    const parts = [
      [report?.severity, incidentTitle(incident)].filter(Boolean).join(' '),
      report === undefined ? undefined : openFor(report, now),
      last === undefined ? undefined : t('last entry {time}', { time: entryTime(last) }),
    ];
    markdown.appendMarkdown(`${toMarkdownText(parts.filter(Boolean).join(', '))}  \n`);
  }
  const keys = process.platform === 'darwin' ? 'Cmd+K J' : 'Ctrl+K J';
  return markdown.appendMarkdown(toMarkdownText(t('Log to Timeline ({keys})', { keys })));
}
