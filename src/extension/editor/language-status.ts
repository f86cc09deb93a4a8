import * as vscode from 'vscode';
import { metricsOf } from '../../core/kinds/metrics';
import { commandIds, languageStatusId } from '../contributions';
import type { Services } from '../services';
import { metricInShort, metricOf } from '../views/metric-words';
import { countFindings } from '../views/words';
import type { OpenIncidentDocument } from './open-documents';
import { documentSelector } from './selectors';

const { t } = vscode.l10n;

/** Beside the language of a report or postmortem in front: its status, its findings and its time to mitigate. */
export function registerLanguageStatus(services: Services): vscode.Disposable {
  let item: vscode.LanguageStatusItem | undefined;
  const show = () => {
    const document = vscode.window.activeTextEditor?.document;
    const open = document && services.documents.get(document);
    if (open === undefined) {
      item?.dispose();
      item = undefined;
      return;
    }
    item ??= vscode.languages.createLanguageStatusItem(languageStatusId, documentSelector);
    fill(item, open);
  };
  const isInFront = (uri: vscode.Uri) => vscode.window.activeTextEditor?.document.uri.toString() === uri.toString();
  return vscode.Disposable.from(
    { dispose: () => item?.dispose() },
    vscode.window.onDidChangeActiveTextEditor(show),
    services.folders.onDidChangeIncidents(show),
    vscode.workspace.onDidGrantWorkspaceTrust(show),
    // Findings come some time after the edit, and only then is there something new to count.
    vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      if (uris.some(isInFront)) show();
    }),
  );
}

function fill(item: vscode.LanguageStatusItem, open: OpenIncidentDocument): void {
  const { incident, folder, document } = open;
  const isReport = incident.kind === 'incident-report';
  const severity = isReport ? incident.severity?.text : undefined;
  const metric = isReport ? metricOf(metricsOf(incident, folder.conventions), 'time-to-mitigate') : undefined;
  const shown = open.findings().filter((finding) => finding.severity !== 'hint');
  item.name = t('Incidents');
  item.text = [severity, incident.status ?? t('no status')].filter(Boolean).join(' ');
  item.detail = [countFindings(shown.length), ...(metric === undefined ? [] : [metricInShort(metric)])].join(', ');
  item.severity = vscode.LanguageStatusSeverity.Information;
  item.command = isReport
    ? { command: commandIds.showMetrics, title: t('Show durations'), arguments: [document.uri] }
    : undefined;
  if (vscode.workspace.isTrusted) return;
  item.severity = vscode.LanguageStatusSeverity.Warning;
  item.detail = t('Commits are not read in restricted mode');
}
