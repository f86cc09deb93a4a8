import * as vscode from 'vscode';
import { spanToRange } from '../convert';
import type { Services } from '../services';
import type { OpenIncidentDocument } from './open-documents';
import { documentSelector } from './selectors';

const idPattern = /\b[A-Z]{1,3}\d{1,6}[a-z]?\b/;

/** From the id of an entry to its row, from that of a cause, control or action to where it is written. */
export function registerDefinitions(services: Services): vscode.Disposable {
  return vscode.languages.registerDefinitionProvider(documentSelector, {
    provideDefinition: (document, position) => {
      const open = services.documents.get(document);
      const range = open === undefined ? undefined : document.getWordRangeAtPosition(position, idPattern);
      if (open === undefined || range === undefined) return undefined;
      const id = document.getText(range);
      return partOf(open, id) ?? entryOf(open, id);
    },
  });
}

function partOf({ document, incident }: OpenIncidentDocument, id: string): vscode.Location | undefined {
  if (incident.kind !== 'postmortem') return undefined;
  const record = [...incident.causes, ...incident.controls].find((one) => one.id === id);
  const span = record?.idSpan ?? incident.actions.find((one) => one.id?.text === id)?.id?.span;
  return span === undefined ? undefined : new vscode.Location(document.uri, spanToRange(document, span));
}

/** In the report itself, or in those that the postmortem covers. */
function entryOf({ folder, path, incident }: OpenIncidentDocument, id: string): vscode.Location | undefined {
  const covered = incident.kind === 'postmortem' ? incident.reports.map((one) => folder.index.incident(one)) : [];
  for (const candidate of [folder.index.incidentOf(path), ...covered]) {
    const report = candidate?.report;
    const entry = report?.entries.find((one) => one.id === id);
    if (report !== undefined && entry !== undefined) {
      return new vscode.Location(folder.uriOf(report.path), new vscode.Position(entry.line, 0));
    }
  }
  return undefined;
}
