import * as vscode from 'vscode';
import { fromVscodeChange } from '../convert';
import type { Services } from '../services';
import { causeLenses } from './cause-lenses';
import type { Lens } from './lens';
import { citedKeys, type OpenIncidentDocument } from './open-documents';
import { reportLenses } from './report-lenses';
import { documentSelector } from './selectors';
import { movedLenses, steadyLenses } from './steady-lenses';
import { within } from './within';

/** What was shown stays this long after a change that breaks the text, so that no line jumps while it is typed. */
const keptWhileTyping = 1500;
/** How long the first lenses wait for what former windows learned of the commits; it lies on the disk. */
const patience = 300;

export function registerCodeLenses(services: Services): vscode.Disposable {
  const provider = new IncidentCodeLensProvider(services);
  return vscode.Disposable.from(provider, vscode.languages.registerCodeLensProvider(documentSelector, provider));
}

class IncidentCodeLensProvider implements vscode.CodeLensProvider, vscode.Disposable {
  readonly #services: Services;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #shown = new WeakMap<vscode.TextDocument, readonly Lens[]>();
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
        if (contentChanges.length > 0) this.#follow(document, contentChanges);
      }),
    ];
  }

  async provideCodeLenses(document: vscode.TextDocument): Promise<vscode.CodeLens[]> {
    const { settings, documents } = this.#services;
    if (!settings().codeLens) return [];
    const opened = documents.get(document);
    if (opened !== undefined) await within(patience, opened.folder.commits.recall(citedKeys(opened.incident)));
    // It may have been typed in since.
    const open = documents.get(document);
    const fresh = open === undefined ? [] : lensesOf(this.#services, open);
    const lenses = this.#isBeingTyped(document) ? this.#steady(document, fresh) : fresh;
    this.#shown.set(document, lenses);
    return lenses.map((lens) => toCodeLens(document, lens));
  }

  dispose(): void {
    clearTimeout(this.#settling);
    for (const disposable of this.#disposables) disposable.dispose();
  }

  #isBeingTyped(document: vscode.TextDocument): boolean {
    return Date.now() - (this.#edited.get(document) ?? 0) < keptWhileTyping;
  }

  #follow(document: vscode.TextDocument, changes: readonly vscode.TextDocumentContentChangeEvent[]): void {
    this.#edited.set(document, Date.now());
    let shown = this.#shown.get(document) ?? [];
    for (const change of changes) shown = movedLenses(shown, fromVscodeChange(change), change.range.isSingleLine);
    this.#shown.set(document, shown);
  }

  #steady(document: vscode.TextDocument, fresh: readonly Lens[]): readonly Lens[] {
    const lenses = steadyLenses(this.#shown.get(document) ?? [], fresh, (at) => document.positionAt(at).line);
    if (lenses.length !== fresh.length || lenses.some((lens, at) => lens !== fresh[at])) this.#settle();
    return lenses;
  }

  /** Once nobody types any more, what is really there is shown. */
  #settle(): void {
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => this.#changed.fire(), keptWhileTyping);
  }
}

function lensesOf(services: Services, open: OpenIncidentDocument): readonly Lens[] {
  const { incident } = open;
  return incident.kind === 'postmortem'
    ? causeLenses(open, incident, services.now())
    : reportLenses(services, open, incident);
}

function toCodeLens(document: vscode.TextDocument, { at, title, command }: Lens): vscode.CodeLens {
  const { line } = document.positionAt(at);
  return new vscode.CodeLens(new vscode.Range(line, 0, line, 0), {
    title,
    command: command?.id ?? '',
    arguments: [...(command?.arguments ?? [])],
  });
}
