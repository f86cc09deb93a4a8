import * as vscode from 'vscode';
import { capFindings } from '../../core/rules/cap-findings';
import type { CheckedFinding } from '../../core/rules/rule';
import { diagnosticSource } from '../contributions';
import { rangeToSpan, spanToRange, toVscodeSeverity, translate } from '../convert';
import type { Services } from '../services';
import { fixableText } from './fixable-text';
import { rulePage } from './rule-page';

const typingPause = 200;
/** VS Code shows 1,000 at most over all; the command line lists every one. */
const mostShown = 500;

/** Findings of open documents, shortly after each change or on save. */
export function registerDiagnostics(services: Services): vscode.Disposable {
  const { folders } = services;
  const collection = vscode.languages.createDiagnosticCollection(diagnosticSource);
  const waiting = new Map<vscode.TextDocument, NodeJS.Timeout>();
  const show = (document: vscode.TextDocument) => {
    clearTimeout(waiting.get(document));
    waiting.delete(document);
    if (document.isClosed) return;
    const diagnostics = diagnosticsOf(services, document);
    if (diagnostics === undefined) collection.delete(document.uri);
    else collection.set(document.uri, diagnostics);
  };
  const showAll = () => vscode.workspace.textDocuments.forEach(show);
  const showPostmortems = () => {
    for (const { document, incident } of services.documents.all()) if (incident.kind === 'postmortem') show(document);
  };
  const showSoon = ({ document, contentChanges }: vscode.TextDocumentChangeEvent) => {
    if (contentChanges.length === 0 || folders.folderOf(document.uri)?.isEnabled !== true) return;
    if (services.settings(document.uri).lintRun !== 'onType') return;
    clearTimeout(waiting.get(document));
    waiting.set(
      document,
      setTimeout(() => show(document), typingPause),
    );
  };
  return vscode.Disposable.from(
    collection,
    new vscode.Disposable(() => {
      for (const timer of waiting.values()) clearTimeout(timer);
    }),
    vscode.workspace.onDidOpenTextDocument(show),
    vscode.workspace.onDidChangeTextDocument(showSoon),
    vscode.workspace.onDidSaveTextDocument(show),
    vscode.workspace.onDidCloseTextDocument((document) => collection.delete(document.uri)),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('incidentDocs')) showAll();
    }),
    folders.onDidChangeConventions(showAll),
    folders.onDidChangeCommits(showAll),
    // What a report says may contradict a postmortem that is open.
    folders.onDidChangeIncidents(showPostmortems),
  );
}

/** Nothing for a document that is none of ours. */
function diagnosticsOf(services: Services, document: vscode.TextDocument): readonly vscode.Diagnostic[] | undefined {
  const folder = services.folders.folderOf(document.uri);
  if (folder?.isEnabled !== true || services.settings(document.uri).lintRun === 'off') return undefined;
  const findings = fixableText(services, document)?.findings;
  if (findings === undefined) return undefined;
  return capFindings(findings, mostShown, visibleSpan(document)).map((finding) =>
    diagnosticOf(services.extensionUri, document, finding),
  );
}

function diagnosticOf(
  extensionUri: vscode.Uri,
  document: vscode.TextDocument,
  finding: CheckedFinding,
): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(
    spanToRange(document, finding.span),
    translate(finding.message),
    toVscodeSeverity(finding.severity),
  );
  diagnostic.source = diagnosticSource;
  diagnostic.code = { value: finding.rule, target: rulePage(extensionUri, finding.rule) };
  diagnostic.relatedInformation = (finding.related ?? []).map(
    ({ span, message }) =>
      new vscode.DiagnosticRelatedInformation(
        new vscode.Location(document.uri, spanToRange(document, span)),
        translate(message),
      ),
  );
  return diagnostic;
}

function visibleSpan(document: vscode.TextDocument) {
  const editor = vscode.window.visibleTextEditors.find((candidate) => candidate.document === document);
  const range = editor?.visibleRanges[0];
  return range === undefined ? undefined : rangeToSpan(document, range);
}
