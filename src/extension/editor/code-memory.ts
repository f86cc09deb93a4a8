import * as vscode from 'vscode';
import { colorIds, commandIds } from '../contributions';
import type { Services } from '../services';
import type { MemoryLines } from '../workspace/code-memory';
import { memoryHover, memoryTitle } from './memory-words';
import { within } from './within';

/** One calm lens at the head of a file whose lines stem from cited commits, and marks at those lines. */
export function registerCodeMemory(services: Services): vscode.Disposable {
  const marks = new MemoryMarks(services);
  return vscode.Disposable.from(
    marks,
    vscode.languages.registerCodeLensProvider({ scheme: 'file' }, marks),
    vscode.window.registerFileDecorationProvider(marks),
  );
}

/** How long VS Code is kept waiting for the lens of a file that opens; a later one waits until nobody looks. */
const patience = 400;

interface DocumentMemory {
  /** What the lens says; empty where there is none. */
  title: string;
  lines: readonly MemoryLines[];
}

class MemoryMarks implements vscode.CodeLensProvider, vscode.FileDecorationProvider, vscode.Disposable {
  readonly #services: Services;
  readonly #lensesChanged = new vscode.EventEmitter<void>();
  readonly #filesChanged = new vscode.EventEmitter<undefined>();
  readonly #memories = new WeakMap<vscode.TextDocument, DocumentMemory>();
  readonly #readings = new WeakMap<vscode.TextDocument, Promise<readonly MemoryLines[]>>();
  /** Files that were open before the incidents were read. */
  readonly #early = new WeakSet<vscode.TextDocument>();
  readonly #decoration = vscode.window.createTextEditorDecorationType({
    overviewRulerColor: new vscode.ThemeColor(colorIds.memoryMark),
    overviewRulerLane: vscode.OverviewRulerLane.Left,
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
  readonly #disposables: vscode.Disposable[];

  readonly onDidChangeCodeLenses = this.#lensesChanged.event;
  readonly onDidChangeFileDecorations = this.#filesChanged.event;

  constructor(services: Services) {
    this.#services = services;
    this.#disposables = [
      this.#lensesChanged,
      this.#filesChanged,
      this.#decoration,
      services.codeMemory.onDidChange(() => this.#readAll()),
      vscode.window.onDidChangeVisibleTextEditors(() => this.#readAll()),
      vscode.workspace.onDidSaveTextDocument((document) => void this.#renew(document)),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (!event.affectsConfiguration('incidentDocs')) return;
        this.#filesChanged.fire(undefined);
        this.#readAll();
      }),
    ];
  }

  async provideCodeLenses(document: vscode.TextDocument): Promise<vscode.CodeLens[]> {
    if (!this.#services.folders.isReady) {
      this.#early.add(document);
      return [];
    }
    if (!this.#isOn(document)) return [];
    if (!this.#memories.has(document)) {
      const lines = await within(patience, this.#read(document));
      this.#memories.set(document, { title: memoryTitle(lines ?? []), lines: lines ?? [] });
      this.#mark(document);
    }
    const title = this.#memories.get(document)?.title ?? '';
    if (title === '') return [];
    const command = { title, command: commandIds.incidentsOfFile, arguments: [document.uri] };
    return [new vscode.CodeLens(new vscode.Range(0, 0, 0, 0), command)];
  }

  provideFileDecoration(uri: vscode.Uri): vscode.FileDecoration | undefined {
    if (!this.#services.settings().fileDecorations) return undefined;
    const causes = this.#services.codeMemory.knownCausesOf(uri);
    if (causes.length === 0) return undefined;
    const tooltip = memoryTitle([{ first: 0, last: 0, causes }]);
    // No colour of its own: it would take the name as well, which then looks like an ignored file.
    return new vscode.FileDecoration('I', tooltip);
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }

  /** Reports and postmortems say for themselves what they are about. */
  #isOn(document: vscode.TextDocument): boolean {
    const isCode = document.uri.scheme === 'file' && this.#services.documents.get(document) === undefined;
    return isCode && this.#services.settings().codeMemory && this.#services.folders.enabled().length > 0;
  }

  #readAll(): void {
    for (const { document } of vscode.window.visibleTextEditors) void this.#renew(document);
    this.#filesChanged.fire(undefined);
  }

  /** A lens comes or goes only while nobody looks at the file, since it moves the text; its words change at once. */
  async #renew(document: vscode.TextDocument): Promise<void> {
    if (!this.#isOn(document)) return this.#forget(document);
    const lines = await this.#read(document);
    const known = this.#memories.get(document);
    if (known === undefined) {
      if (this.#early.delete(document)) this.#lensesChanged.fire();
      return;
    }
    const title = memoryTitle(lines);
    known.lines = lines;
    this.#mark(document);
    const isSeen = vscode.window.visibleTextEditors.some((editor) => editor.document === document);
    if (title === known.title || (isSeen && (title === '') !== (known.title === ''))) return;
    known.title = title;
    this.#lensesChanged.fire();
  }

  #forget(document: vscode.TextDocument): void {
    if (!this.#memories.delete(document)) return;
    this.#mark(document);
    this.#lensesChanged.fire();
  }

  #read(document: vscode.TextDocument): Promise<readonly MemoryLines[]> {
    const reading =
      this.#readings.get(document) ??
      this.#services.codeMemory.linesOf(document).finally(() => this.#readings.delete(document));
    this.#readings.set(document, reading);
    return reading;
  }

  /** VS Code moves the marks with the text from then on. */
  #mark(document: vscode.TextDocument): void {
    const lines = this.#memories.get(document)?.lines ?? [];
    const options = lines.map(({ first, last, causes }) => ({
      range: document.validateRange(new vscode.Range(first, 0, last, Number.MAX_SAFE_INTEGER)),
      hoverMessage: memoryHover(causes, this.#services.now()),
    }));
    for (const editor of vscode.window.visibleTextEditors) {
      if (editor.document === document) editor.setDecorations(this.#decoration, options);
    }
  }
}
