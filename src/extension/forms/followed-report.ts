import * as vscode from 'vscode';
import { readDocument } from '../../core/kinds';
import type { ReportDocument } from '../../core/kinds/incident-document';
import { readMarkdown } from '../../core/markdown/read-markdown';
import type { EntryReference } from '../../core/operations/entry-reference';
import type { RecordedTimes } from '../../core/operations/recorded-times';
import type { IncidentKey } from '../../protocol/timeline-entry';
import { guard } from '../commands/guard';
import type { Services } from '../services';
import type { PlacedIncident } from '../workspace/incident-folders';
import { type FormReport, formReport } from './entry-view';

/** Milliseconds in which changes of the report are shown together. */
const changePause = 100;

/** The report of one form: read anew whenever it changes, on disk or in an editor. Lives as long as its form. */
export class FollowedReport implements vscode.Disposable {
  readonly key: IncidentKey;
  readonly path: string;
  readonly #placed: PlacedIncident;
  readonly #log: vscode.LogOutputChannel;
  readonly #changed: () => void;
  readonly #disposables: vscode.Disposable[] = [];
  #last: FormReport | undefined;
  #isThere = true;
  #editing: EntryReference | undefined;
  #recorded: RecordedTimes | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor({ folders, log }: Services, placed: PlacedIncident, changed: () => void) {
    const { folder, incident } = placed;
    this.#placed = placed;
    this.#log = log;
    this.#changed = changed;
    this.key = { folder: folder.root.toString(), incident: incident.id };
    this.path = incident.report?.path ?? `${incident.folder}/report.md`;
    const uri = this.uri.toString();
    const soon = () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(changed, changePause);
    };
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder.root, this.path));
    this.#disposables.push(
      watcher,
      watcher.onDidCreate(soon),
      watcher.onDidChange(soon),
      watcher.onDidDelete(soon),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document.uri.toString() === uri) soon();
      }),
      folders.onDidChangeIncidents((event) => {
        if (event.folder === folder) soon();
      }),
      folders.onDidChangeConventions((of) => {
        if (of === folder) soon();
      }),
    );
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const disposable of this.#disposables.splice(0)) disposable.dispose();
  }

  get uri(): vscode.Uri {
    return this.#placed.folder.uriOf(this.path);
  }

  get fileName(): string {
    return this.path.slice(this.path.lastIndexOf('/') + 1);
  }

  /** Whether it was there when it was read last; where it is gone, the last text that was read stays on view. */
  get isThere(): boolean {
    return this.#isThere;
  }

  get current(): FormReport {
    this.#last ??= this.#formOf('');
    return this.#last;
  }

  /** The entry that stands in the form is left out of the report's own. */
  set editing(reference: EntryReference | undefined) {
    this.#editing = reference;
    if (this.#last !== undefined) this.#last = this.#formOf(this.#last.text);
  }

  async read(): Promise<void> {
    const { folder } = this.#placed;
    // An editor may hold the text of a file that is gone.
    const isThere = await folder.store.exists(this.path);
    const text = isThere ? await folder.store.read(this.path) : undefined;
    this.#isThere = text !== undefined;
    if (text === undefined) return;
    void guard(this.#log, 'timeline-entry recorded times', () => this.#readRecorded());
    const isRead = text === this.#last?.text && folder.conventions === this.#last.conventions;
    if (isRead && this.#recorded === this.#last?.recorded) return;
    this.#last = this.#formOf(text);
  }

  /** Git may take a while, so the report is shown before. */
  async #readRecorded(): Promise<void> {
    const recorded = await this.#placed.folder.recorded.of(this.uri);
    if (recorded === this.#recorded) return;
    this.#recorded = recorded;
    this.#changed();
  }

  #formOf(text: string): FormReport {
    const { conventions } = this.#placed.folder;
    const recorded = this.#recorded;
    const read = { whole: this.#parse(text), conventions, ...(recorded && { recorded }) };
    return formReport(this.key, read, this.#editing);
  }

  #parse(text: string): ReportDocument {
    const document = readDocument(readMarkdown(text), this.#placed.folder.conventions, 'incident-report');
    if (document?.kind !== 'incident-report') throw new Error('A report was read as something else');
    return document;
  }
}
