import * as vscode from 'vscode';
import type { Logger } from '../../core/ports';
import type { IndexChange } from '../../core/workspace/incident-index';
import type { IncidentSummary } from '../../core/workspace/incident-summary';
import type { CommitLookups } from './commit-lookups';
import { IncidentFolder } from './incident-folder';

/** An incident with the workspace folder that keeps it. */
export interface PlacedIncident {
  readonly folder: IncidentFolder;
  readonly incident: IncidentSummary;
}

/** Every folder of the workspace, whether it keeps incidents or not. */
export class IncidentFolders implements vscode.Disposable {
  readonly #createLookups: (folder: vscode.WorkspaceFolder) => CommitLookups;
  readonly #log: Logger;
  readonly #folders = new Map<string, IncidentFolder>();
  readonly #incidentsChanged = new vscode.EventEmitter<{
    readonly folder: IncidentFolder;
    readonly change?: IndexChange;
  }>();
  readonly #conventionsChanged = new vscode.EventEmitter<IncidentFolder>();
  readonly #commitsChanged = new vscode.EventEmitter<IncidentFolder>();
  readonly #disposables: vscode.Disposable[] = [];
  #isReady = false;

  /** Without `change`, the folder came or went. */
  readonly onDidChangeIncidents = this.#incidentsChanged.event;
  readonly onDidChangeConventions = this.#conventionsChanged.event;
  readonly onDidChangeCommits = this.#commitsChanged.event;

  constructor(createLookups: (folder: vscode.WorkspaceFolder) => CommitLookups, log: Logger) {
    this.#createLookups = createLookups;
    this.#log = log;
    this.#disposables.push(
      this.#incidentsChanged,
      this.#conventionsChanged,
      this.#commitsChanged,
      vscode.workspace.onDidChangeWorkspaceFolders((event) => void this.#follow(event)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#touch(document.uri)),
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
      await Promise.all((vscode.workspace.workspaceFolders ?? []).map((folder) => this.#add(folder)));
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

  incidents(): readonly PlacedIncident[] {
    return this.enabled().flatMap((folder) => folder.index.incidents().map((incident) => ({ folder, incident })));
  }

  folderOf(uri: vscode.Uri): IncidentFolder | undefined {
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    return folder === undefined ? undefined : this.#folders.get(folder.uri.toString());
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

  dispose(): void {
    for (const folder of this.#folders.values()) folder.dispose();
    for (const disposable of this.#disposables) disposable.dispose();
  }

  #touch(uri: vscode.Uri): void {
    const folder = this.folderOf(uri);
    const path = folder?.pathOf(uri);
    if (path !== undefined) folder?.touch(path);
  }

  async #follow({ added, removed }: vscode.WorkspaceFoldersChangeEvent): Promise<void> {
    for (const { uri } of removed) {
      const folder = this.#folders.get(uri.toString());
      if (folder === undefined) continue;
      this.#folders.delete(uri.toString());
      folder.dispose();
      this.#incidentsChanged.fire({ folder });
    }
    await Promise.all(added.map((folder) => this.#add(folder)));
  }

  async #add(workspaceFolder: vscode.WorkspaceFolder): Promise<void> {
    const folder = new IncidentFolder(workspaceFolder, this.#createLookups(workspaceFolder), this.#log);
    this.#folders.set(workspaceFolder.uri.toString(), folder);
    folder.onDidChangeIncidents((change) => this.#incidentsChanged.fire({ folder, change }));
    folder.onDidChangeConventions(() => this.#conventionsChanged.fire(folder));
    folder.commits.onDidChange(() => this.#commitsChanged.fire(folder));
    try {
      await folder.start();
    } catch (error) {
      this.#log.error(`The incidents of ${workspaceFolder.name} could not be read`, error);
    }
    this.#incidentsChanged.fire({ folder });
  }
}
