import * as vscode from 'vscode';
import type { AddedLines } from '../../core/memory/file-memory';
import {
  type CitedCommits,
  citedCommits,
  citedRepositories,
  type MemoryMap,
  type RememberedCause,
  readMemoryMap,
  rememberedLines,
} from '../../core/operations/incident-memory';
import type { GitHistory, Logger } from '../../core/ports';
import type { IncidentFolder } from './incident-folder';
import type { IncidentFolders } from './incident-folders';

/** A cause as the code remembers it, with where it is kept. */
export interface PlacedCause extends RememberedCause {
  readonly folder: IncidentFolder;
  /** All digits. */
  readonly commit: string;
}

/** Neighbouring lines (zero-based, both included) with the causes whose commits wrote them. */
export interface MemoryLines {
  readonly first: number;
  readonly last: number;
  readonly causes: readonly PlacedCause[];
}

/** One repository with what the postmortems of one folder cite of it. */
interface MemoryPlace {
  readonly folder: IncidentFolder;
  readonly history: GitHistory;
  readonly cited: CitedCommits;
  readonly map: MemoryMap;
}

const mostLines = 50_000;
/** Several changes of incidents in a row are one. */
const pause = 300;

/**
 * Which lines of code stem from commits that postmortems cite. Asks git when a file is opened or saved, never while
 * somebody types; answers nothing in restricted mode and without git.
 */
export class CodeMemory implements vscode.Disposable {
  readonly #folders: IncidentFolders;
  readonly #log: Logger;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #disposables: vscode.Disposable[];
  /** By folder and repository; good for one HEAD and one set of commits. */
  readonly #maps = new Map<string, { readonly key: string; readonly map: Promise<MemoryMap | undefined> }>();
  #known: readonly MemoryPlace[] = [];
  #reading: Promise<readonly MemoryPlace[]> | undefined;
  #timer: NodeJS.Timeout | undefined;

  /** What was answered may not be true any more. */
  readonly onDidChange = this.#changed.event;

  constructor(folders: IncidentFolders, log: Logger) {
    this.#folders = folders;
    this.#log = log;
    const changeSoon = () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => (folders.isReady ? this.#changed.fire() : changeSoon()), pause);
    };
    this.#disposables = [
      this.#changed,
      folders.onDidChangeIncidents(changeSoon),
      folders.onDidChangeConventions(changeSoon),
      vscode.workspace.onDidGrantWorkspaceTrust(changeSoon),
    ];
  }

  /** The lines of a document that cited commits wrote, in order. */
  async linesOf(document: vscode.TextDocument): Promise<readonly MemoryLines[]> {
    if (document.uri.scheme !== 'file' || document.lineCount > mostLines) return [];
    const found: MemoryLines[] = [];
    for (const [place, added] of await this.#placesOf(document.uri)) {
      for (const { commit, first, last } of await rememberedLines(place.history, added, document.getText())) {
        const causes = causesOf(place, commit);
        if (causes.length > 0) found.push({ first, last, causes });
      }
    }
    return found.sort((a, b) => a.first - b.first);
  }

  /** The causes whose commits touched a file, whether a line of theirs is left or not. */
  async causesOf(uri: vscode.Uri): Promise<readonly PlacedCause[]> {
    return uri.scheme === 'file' ? causesOfPlaces(await this.#placesOf(uri)) : [];
  }

  /** The same as far as it is known by now; asks nothing. */
  knownCausesOf(uri: vscode.Uri): readonly PlacedCause[] {
    return uri.scheme === 'file' ? causesOfPlaces(touching(this.#known, uri)) : [];
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const disposable of this.#disposables) disposable.dispose();
  }

  async #placesOf(uri: vscode.Uri) {
    const places = await this.#read();
    if (places.length === 0) return [];
    // Git names files with links resolved.
    const { realPath } = await import('../../node/real-path');
    return touching(places, vscode.Uri.file(await realPath(uri.fsPath)));
  }

  /** Several questions at once are answered by one reading. */
  #read(): Promise<readonly MemoryPlace[]> {
    this.#reading ??= this.#readPlaces()
      .catch((error: unknown) => {
        this.#log.error('The memory of the code could not be read', error);
        return [];
      })
      .finally(() => {
        this.#reading = undefined;
      });
    return this.#reading;
  }

  async #readPlaces(): Promise<readonly MemoryPlace[]> {
    const asked = this.#folders.enabled().flatMap((folder) => {
      const incidents = folder.index.incidents();
      return [undefined, ...citedRepositories(incidents)].map((repository) => this.#readPlace(folder, repository));
    });
    this.#known = (await Promise.all(asked)).flatMap((place) => place ?? []);
    return this.#known;
  }

  async #readPlace(folder: IncidentFolder, repository: string | undefined): Promise<MemoryPlace | undefined> {
    const cited = citedCommits(folder.index.incidents(), repository);
    if (cited.size === 0 || !vscode.workspace.isTrusted) return undefined;
    const history = await folder.commits.history(repository);
    const head = await history?.head();
    if (history === undefined || head === undefined) return undefined;
    const hashes = [...cited.keys()].sort();
    const id = `${folder.root.toString()}\n${repository ?? ''}`;
    const key = [head, ...hashes].join(' ');
    const known = this.#maps.get(id);
    const reading = known?.key === key ? known.map : readMemoryMap(history, hashes);
    this.#maps.set(id, { key, map: reading });
    const map = await reading;
    // Git was at work: the next question asks again.
    if (map === undefined) this.#maps.delete(id);
    return map === undefined ? undefined : { folder, history, cited, map };
  }
}

type Touched = readonly (readonly [place: MemoryPlace, added: readonly AddedLines[]])[];

function touching(places: readonly MemoryPlace[], { path }: vscode.Uri): Touched {
  return places.flatMap((place) => {
    const root = `${vscode.Uri.file(place.history.root).path}/`;
    const added = path.startsWith(root) ? place.map.files.get(path.slice(root.length)) : undefined;
    return added === undefined ? [] : [[place, added] as const];
  });
}

function causesOfPlaces(touched: Touched): readonly PlacedCause[] {
  return touched.flatMap(([place, added]) =>
    [...new Set(added.map(({ commit }) => commit))].flatMap((commit) => causesOf(place, commit)),
  );
}

function causesOf({ folder, cited, map }: MemoryPlace, commit: string): readonly PlacedCause[] {
  return [...cited].flatMap(([written, causes]) =>
    map.hashes.get(written) === commit ? causes.map((cause) => ({ ...cause, folder, commit })) : [],
  );
}
