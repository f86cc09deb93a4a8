import * as vscode from 'vscode';
import { capFindings } from '../../core/rules/cap-findings';
import type { CheckedFinding } from '../../core/rules/rule';
import { diagnosticSource } from '../contributions';
import { rangeToSpan, spanToRange, toVscodeSeverity, translate } from '../convert';
import type { Services } from '../services';
import { fixableText } from './fixable-text';
import { rulePage } from './rule-page';
import { isSameList, touchesAny } from './shown-diagnostics';

const typingPause = 200;
/** VS Code shows 1,000 at most over all; the command line lists every one. */
const mostShown = 500;

/** Findings of open documents, shortly after each change or on save. */
export function registerDiagnostics(services: Services): vscode.Disposable {
  const { folders } = services;
  const shown = new DocumentDiagnostics(services);
  const showAll = () => {
    for (const document of vscode.workspace.textDocuments) shown.show(document);
  };
  const showPostmortems = () => {
    for (const { document, incident } of services.documents.all()) {
      if (incident.kind === 'postmortem') shown.show(document);
    }
  };
  return vscode.Disposable.from(
    shown,
    vscode.workspace.onDidOpenTextDocument((document) => shown.show(document)),
    vscode.workspace.onDidChangeTextDocument((event) => shown.follow(event)),
    vscode.workspace.onDidSaveTextDocument((document) => shown.show(document)),
    vscode.workspace.onDidCloseTextDocument((document) => shown.forget(document)),
    vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => shown.scroll(textEditor.document)),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('incidentDocs')) showAll();
    }),
    folders.onDidChangeConventions(showAll),
    folders.onDidChangeCommits(showAll),
    // What a report says may contradict a postmortem that is open.
    folders.onDidChangeIncidents(showPostmortems),
  );
}

interface Shown {
  readonly diagnostics: readonly vscode.Diagnostic[];
  /** More were found than are shown, so what is shown depends on what is visible. */
  readonly isCapped: boolean;
  /** An edit went through one of them; VS Code may have lost its mark, so they are handed over again. */
  isTouched: boolean;
}

/** What is shown in which document, and when it is looked at again. */
class DocumentDiagnostics implements vscode.Disposable {
  readonly #services: Services;
  readonly #collection = vscode.languages.createDiagnosticCollection(diagnosticSource);
  readonly #waiting = new Map<vscode.TextDocument, NodeJS.Timeout>();
  readonly #shown = new Map<vscode.TextDocument, Shown>();

  constructor(services: Services) {
    this.#services = services;
  }

  show(document: vscode.TextDocument): void {
    clearTimeout(this.#waiting.get(document));
    this.#waiting.delete(document);
    if (document.isClosed) return;
    const findings = this.#findingsOf(document);
    if (findings === undefined) {
      this.forget(document);
      return;
    }
    const diagnostics = capFindings(findings, mostShown, visibleSpan(document)).map((finding) =>
      diagnosticOf(this.#services.extensionUri, document, finding),
    );
    const before = this.#shown.get(document);
    // Most keys change no finding, and handing over hundreds takes longer than finding them.
    if (before?.isTouched === false && isSameList(before.diagnostics, diagnostics)) return;
    this.#collection.set(document.uri, diagnostics);
    const isCapped = findings.length > mostShown;
    this.#shown.set(document, { diagnostics, isCapped, isTouched: false });
  }

  follow({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const shown = this.#shown.get(document);
    if (shown !== undefined && touchesAny(shown.diagnostics, contentChanges)) shown.isTouched = true;
    const { folders } = this.#services;
    if (contentChanges.length === 0 || folders.folderOf(document.uri)?.isEnabled !== true) return;
    if (this.#services.settings(document.uri).lintRun === 'onType') this.#showSoon(document);
  }

  /** The nearest ones are others now. */
  scroll(document: vscode.TextDocument): void {
    if (this.#shown.get(document)?.isCapped === true) this.#showSoon(document);
  }

  forget(document: vscode.TextDocument): void {
    if (this.#shown.delete(document)) this.#collection.delete(document.uri);
  }

  dispose(): void {
    for (const timer of this.#waiting.values()) clearTimeout(timer);
    this.#collection.dispose();
  }

  #showSoon(document: vscode.TextDocument): void {
    clearTimeout(this.#waiting.get(document));
    this.#waiting.set(
      document,
      setTimeout(() => this.show(document), typingPause),
    );
  }

  /** Nothing for a document that is none of ours. */
  #findingsOf(document: vscode.TextDocument): readonly CheckedFinding[] | undefined {
    const folder = this.#services.folders.folderOf(document.uri);
    if (folder?.isEnabled !== true || this.#services.settings(document.uri).lintRun === 'off') return undefined;
    return fixableText(this.#services, document)?.findings;
  }
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
