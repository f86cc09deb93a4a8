import * as vscode from 'vscode';
import type { IncidentDocument } from '../../core/kinds/incident-document';
import type { Logger } from '../../core/ports';
import type { IndexChange } from '../../core/workspace/incident-index';
import type { IncidentSummary } from '../../core/workspace/incident-summary';
import type { CommitLookups } from './commit-lookups';
import { type FolderPlace, IncidentFolder } from './incident-folder';
import { nestedPlaces } from './nested-places';

const typingPause = 300;

/** An incident with the workspace folder that keeps it. */
export interface PlacedIncident {
  readonly folder: IncidentFolder;
  readonly incident: IncidentSummary;
}

/** The document at a place as an editor holds it; nothing where none does. */
export type ReadOpen = (uri: vscode.Uri) => IncidentDocument | undefined;

/** Every folder of the workspace, whether it keeps incidents or not. */
export class IncidentFolders implements vscode.Disposable {
  readonly #createLookups: (place: FolderPlace) => CommitLookups;
  readonly #readOpen: ReadOpen;
  readonly #log: Logger;
  readonly #folders = new Map<string, IncidentFolder>();
  readonly #incidentsChanged = new vscode.EventEmitter<{
    readonly folder: IncidentFolder;
    readonly change?: IndexChange;
  }>();
  readonly #conventionsChanged = new vscode.EventEmitter<IncidentFolder>();
  readonly #commitsChanged = new vscode.EventEmitter<IncidentFolder>();
  readonly #disposables: vscode.Disposable[] = [];
  readonly #typed = new Map<string, NodeJS.Timeout>();
  #isReady = false;

  /** Without `change`, the folder came or went. */
  readonly onDidChangeIncidents = this.#incidentsChanged.event;
  readonly onDidChangeConventions = this.#conventionsChanged.event;
  readonly onDidChangeCommits = this.#commitsChanged.event;

  constructor(createLookups: (place: FolderPlace) => CommitLookups, readOpen: ReadOpen, log: Logger) {
    this.#createLookups = createLookups;
    this.#readOpen = readOpen;
    this.#log = log;
    this.#disposables.push(
      this.#incidentsChanged,
      this.#conventionsChanged,
      this.#commitsChanged,
      vscode.workspace.onDidChangeWorkspaceFolders((event) => void this.#follow(event)),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.#touchSoon(document.uri);
      }),
      // An editor closed without saving leaves the text on disk as the one that counts.
      vscode.workspace.onDidCloseTextDocument((document) => this.#touch(document.uri)),
    );
  }

  /** Whether every folder has been read once. */
  get isReady(): boolean {
    return this.#isReady;
  }

  async start(): Promise<void> {
    try {
      await Promise.all((vscode.workspace.workspaceFolders ?? []).map((folder) => this.#addAll(folder)));
    } finally {
      this.#isReady = true;
    }
  }

  all(): readonly IncidentFolder[] {
    return [...this.#folders.values()];
  }

  enabled(): readonly IncidentFolder[] {
    return this.all().filter((folder) => folder.isEnabled);
  }

  /** Where a report may go: workspace folders, but those whose own folders keep incidents for them. */
  places(): readonly IncidentFolder[] {
    const all = this.all();
    const isParent = ({ root, isEnabled }: IncidentFolder) =>
      !isEnabled && all.some(({ place }) => place.uri !== root && place.within.toString() === root.toString());
    return all.filter((folder) => !isParent(folder));
  }

  incidents(): readonly PlacedIncident[] {
    return this.enabled().flatMap((folder) => folder.index.incidents().map((incident) => ({ folder, incident })));
  }

  /** The innermost one that holds a place. */
  folderOf(uri: vscode.Uri): IncidentFolder | undefined {
    let innermost: IncidentFolder | undefined;
    for (const folder of this.#folders.values()) {
      const isDeeper = innermost === undefined || folder.root.path.length > innermost.root.path.length;
      if (isDeeper && folder.pathOf(uri) !== undefined) innermost = folder;
    }
    return innermost;
  }

  /** The incident to which a report or postmortem belongs. */
  incidentOf(uri: vscode.Uri): PlacedIncident | undefined {
    const folder = this.folderOf(uri);
    const path = folder?.pathOf(uri);
    const incident = path === undefined ? undefined : folder?.index.incidentOf(path);
    return folder === undefined || incident === undefined ? undefined : { folder, incident };
  }

  async refresh(): Promise<void> {
    await Promise.all(this.all().map((folder) => folder.refresh()));
  }

  /** Asks git again for what it did not find. */
  forgetCommits(): void {
    for (const { commits } of this.enabled()) commits.forget();
  }

  dispose(): void {
    for (const timer of this.#typed.values()) clearTimeout(timer);
    for (const folder of this.#folders.values()) folder.dispose();
    for (const disposable of this.#disposables) disposable.dispose();
  }

  #touch(uri: vscode.Uri): void {
    const folder = this.folderOf(uri);
    const path = folder?.pathOf(uri);
    if (path !== undefined) folder?.touch(path);
  }

  /** The tree follows what is typed once the typing pauses; reading a long document at every key would be felt. */
  #touchSoon(uri: vscode.Uri): void {
    if (this.folderOf(uri) === undefined) return;
    const key = uri.toString();
    clearTimeout(this.#typed.get(key));
    const timer = setTimeout(() => {
      this.#typed.delete(key);
      this.#touch(uri);
    }, typingPause);
    this.#typed.set(key, timer);
  }

  async #follow({ added, removed }: vscode.WorkspaceFoldersChangeEvent): Promise<void> {
    for (const [key, folder] of this.#folders) {
      if (!removed.some(({ uri }) => folder.place.within.toString() === uri.toString())) continue;
      this.#folders.delete(key);
      folder.dispose();
      this.#incidentsChanged.fire({ folder });
    }
    await Promise.all(added.map((folder) => this.#addAll(folder)));
  }

  /** A workspace folder, and the folders in it that keep incidents of their own, as in a repository of many services. */
  async #addAll({ uri, name }: vscode.WorkspaceFolder): Promise<void> {
    await this.#add({ uri, name, within: uri });
    const nested = await nestedPlaces(uri);
    await Promise.all(nested.map((place) => this.#add(place)));
  }

  async #add(place: FolderPlace): Promise<void> {
    const folder = new IncidentFolder(place, this.#createLookups(place), this.#readOpen, this.#log);
    this.#folders.set(place.uri.toString(), folder);
    folder.onDidChangeIncidents((change) => this.#incidentsChanged.fire({ folder, change }));
    folder.onDidChangeConventions(() => this.#conventionsChanged.fire(folder));
    folder.commits.onDidChange(() => this.#commitsChanged.fire(folder));
    try {
      await folder.start();
    } catch (error) {
      this.#log.error(`The incidents of ${place.name} could not be read`, error);
    }
    this.#incidentsChanged.fire({ folder });
  }
}
