import * as vscode from 'vscode';
import type { ReadProblem } from '../../core/kinds/front-matter';
import type { IncidentDocument } from '../../core/kinds/incident-document';
import { type Conventions, defaultConventions } from '../../core/model/conventions';
import { countFindings } from '../../core/operations/check-files';
import { conventionsFile, loadConventions } from '../../core/operations/open-folder';
import type { FileStore, Logger } from '../../core/ports';
import { createIncidentIndex, type IncidentIndex, type IndexChange } from '../../core/workspace/incident-index';
import { createDocumentStore, uriIn } from '../adapters/document-store';
import { type Burst, createBurst } from './burst';
import type { CommitLookups } from './commit-lookups';
import { RecordedReports } from './recorded-reports';

/** Long enough that a branch switch is one update, short enough to be felt as at once. */
const burstDelay = 150;
/** Git writes these files at the end of what it does, several of them for one command. */
const gitState = '.git/{HEAD,FETCH_HEAD,packed-refs,refs/tags/*}';
const gitDelay = 500;

/** Where incidents may be kept. */
export interface FolderPlace {
  readonly uri: vscode.Uri;
  /** Shown where a folder is picked. */
  readonly name: string;
  /** The workspace folder, which may be the place itself. */
  readonly within: vscode.Uri;
}

/** A folder with its conventions and incidents, kept current. Owns its watchers. */
export class IncidentFolder implements vscode.Disposable {
  readonly store: FileStore;
  readonly index: IncidentIndex;
  readonly commits: CommitLookups;
  readonly recorded: RecordedReports;
  readonly #log: Logger;
  readonly #incidentsChanged = new vscode.EventEmitter<IndexChange>();
  readonly #conventionsChanged = new vscode.EventEmitter<void>();
  readonly #burst: Burst<string>;
  readonly #disposables: vscode.Disposable[] = [];
  #watcher: vscode.Disposable | undefined;
  #watched = '';
  #conventions: Conventions = defaultConventions;
  #problems: readonly ReadProblem[] = [];
  #isEnabled = false;

  readonly onDidChangeIncidents = this.#incidentsChanged.event;
  readonly onDidChangeConventions = this.#conventionsChanged.event;

  constructor(
    readonly place: FolderPlace,
    commits: CommitLookups,
    readOpen: (uri: vscode.Uri) => IncidentDocument | undefined,
    log: Logger,
  ) {
    this.store = createDocumentStore(place.uri);
    this.commits = commits;
    this.recorded = new RecordedReports(() => commits.history());
    this.#log = log;
    this.index = createIncidentIndex({
      store: this.store,
      conventions: this.#conventions,
      countFindings,
      readOpen: (path) => readOpen(this.uriOf(path)),
      onDidChange: (change) => this.#incidentsChanged.fire(change),
    });
    this.#burst = createBurst(burstDelay, (paths) => this.#read(paths));
    this.#disposables.push(this.#burst, this.#incidentsChanged, this.#conventionsChanged, commits);
  }

  get root(): vscode.Uri {
    return this.place.uri;
  }

  get conventions(): Conventions {
    return this.#conventions;
  }

  /** What could not be read of `.incidents.yml`. */
  get problems(): readonly ReadProblem[] {
    return this.#problems;
  }

  get isEnabled(): boolean {
    return this.#isEnabled;
  }

  async start(): Promise<void> {
    this.#disposables.push(this.#watch(conventionsFile), this.#watchGit());
    await this.#loadConventions();
  }

  /** Reads everything again. */
  async refresh(): Promise<void> {
    await this.#loadConventions();
    if (this.#isEnabled) await this.index.scan();
    this.commits.forget();
  }

  uriOf(path: string): vscode.Uri {
    return uriIn(this.root, path);
  }

  /** The path relative to the folder, or nothing for a place outside it. */
  pathOf(uri: vscode.Uri): string | undefined {
    const root = this.root.path.endsWith('/') ? this.root.path : `${this.root.path}/`;
    if (uri.scheme !== this.root.scheme || uri.authority !== this.root.authority) return undefined;
    return uri.path.startsWith(root) ? uri.path.slice(root.length) : undefined;
  }

  /** A file that may have changed is read again soon. */
  touch(path: string): void {
    if (path === conventionsFile || (this.#isEnabled && this.#isIncidentPath(path))) this.#burst.add(path);
  }

  /** Reads these files again now, as after a command of ours. */
  async update(paths: readonly string[]): Promise<void> {
    await this.#read(paths);
  }

  dispose(): void {
    this.index.dispose();
    this.#watcher?.dispose();
    for (const disposable of this.#disposables) disposable.dispose();
  }

  #isIncidentPath(path: string): boolean {
    return path === this.#conventions.folder || path.startsWith(`${this.#conventions.folder}/`);
  }

  async #read(paths: readonly string[]): Promise<void> {
    try {
      if (paths.includes(conventionsFile)) await this.#loadConventions();
      const rest = paths.filter((path) => path !== conventionsFile);
      if (this.#isEnabled && rest.length > 0) await this.index.update(rest);
    } catch (error) {
      this.#log.error(`Reading ${paths.join(', ')} again did not work`, error);
    }
  }

  async #loadConventions(): Promise<void> {
    const wasEnabled = this.#isEnabled;
    const before = JSON.stringify(this.#conventions);
    const { conventions, problems, enabled } = await loadConventions(this.store);
    this.#conventions = conventions;
    this.#problems = problems;
    this.#isEnabled = enabled;
    this.#watchIncidents();
    if (!enabled && !wasEnabled) return;
    if (enabled !== wasEnabled || before !== JSON.stringify(conventions)) await this.index.configure(conventions);
    this.#conventionsChanged.fire();
  }

  /** Only the folder of the incidents is watched, and nothing before the team keeps any. */
  #watchIncidents(): void {
    const wanted = this.#isEnabled ? `${this.#conventions.folder}/**` : '';
    if (wanted === this.#watched) return;
    this.#watcher?.dispose();
    this.#watched = wanted;
    this.#watcher = wanted === '' ? undefined : this.#watch(wanted);
  }

  /** A checkout, a fetch, a new tag, `git init`: what was said of commits may no longer hold. */
  #watchGit(): vscode.Disposable {
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(this.root, gitState));
    const burst = createBurst<string>(gitDelay, async () => this.commits.forget());
    const touch = () => burst.add(gitState);
    watcher.onDidCreate(touch);
    watcher.onDidChange(touch);
    return vscode.Disposable.from(watcher, burst);
  }

  #watch(pattern: string): vscode.Disposable {
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(this.root, pattern));
    const touch = (uri: vscode.Uri) => {
      const path = this.pathOf(uri);
      if (path !== undefined) this.touch(path);
    };
    watcher.onDidCreate(touch);
    watcher.onDidChange(touch);
    watcher.onDidDelete(touch);
    return watcher;
  }
}
