import * as vscode from 'vscode';
import type { Services } from '../services';
import { causeLenses } from './cause-lenses';
import type { OpenIncidentDocument } from './open-documents';
import { reportLenses } from './report-lenses';
import { documentSelector } from './selectors';

/** What was shown stays this long after a change that breaks the text, so that no line jumps while it is typed. */
const keptWhileTyping = 1500;

export function registerCodeLenses(services: Services): vscode.Disposable {
  const provider = new IncidentCodeLensProvider(services);
  return vscode.Disposable.from(provider, vscode.languages.registerCodeLensProvider(documentSelector, provider));
}

class IncidentCodeLensProvider implements vscode.CodeLensProvider, vscode.Disposable {
  readonly #services: Services;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #shown = new WeakMap<vscode.TextDocument, readonly vscode.CodeLens[]>();
  readonly #edited = new WeakMap<vscode.TextDocument, number>();
  readonly #disposables: vscode.Disposable[];
  #settling: NodeJS.Timeout | undefined;

  readonly onDidChangeCodeLenses = this.#changed.event;

  constructor(services: Services) {
    this.#services = services;
    const { folders } = services;
    const refresh = () => this.#changed.fire();
    this.#disposables = [
      this.#changed,
      folders.onDidChangeCommits(refresh),
      folders.onDidChangeIncidents(refresh),
      folders.onDidChangeConventions(refresh),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('incidentDocs.codeLens')) refresh();
      }),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.#edited.set(document, Date.now());
      }),
    ];
  }

  provideCodeLenses(document: vscode.TextDocument): vscode.CodeLens[] {
    if (!this.#services.settings().codeLens) return [];
    const open = this.#services.documents.get(document);
    const lenses = open === undefined ? [] : lensesOf(this.#services, open);
    const shown = this.#shown.get(document) ?? [];
    if (lenses.length < shown.length && this.#isBeingTyped(document)) {
      this.#settle();
      return [...shown];
    }
    this.#shown.set(document, lenses);
    return lenses;
  }

  dispose(): void {
    clearTimeout(this.#settling);
    for (const disposable of this.#disposables) disposable.dispose();
  }

  #isBeingTyped(document: vscode.TextDocument): boolean {
    return Date.now() - (this.#edited.get(document) ?? 0) < keptWhileTyping;
  }

  /** Once nobody types any more, what is really there is shown. */
  #settle(): void {
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => this.#changed.fire(), keptWhileTyping);
  }
}

function lensesOf(services: Services, open: OpenIncidentDocument): vscode.CodeLens[] {
  const { document, incident } = open;
  const lenses =
    incident.kind === 'postmortem'
      ? causeLenses(open, incident, services.now())
      : reportLenses(services, open, incident);
  return lenses.map(({ at, title, command }) => {
    const line = document.positionAt(at).line;
    return new vscode.CodeLens(new vscode.Range(line, 0, line, 0), {
      title,
      command: command?.id ?? '',
      arguments: [...(command?.arguments ?? [])],
    });
  });
}
