import { readDocument } from '../kinds';
import type { IncidentDocument } from '../kinds/incident-document';
import { readMarkdown } from '../markdown/read-markdown';
import type { Conventions } from '../model/conventions';
import type { DocumentStore } from '../ports';
import { findDocuments } from './find-documents';
import { dayOf, incidentIdOf, isBelow, isDocumentPath } from './incident-places';
import type { IncidentSummary } from './incident-summary';
import { joinIncidents, type SummarisedFile } from './join-incidents';
import { orderIncidents } from './order-incidents';
import { summarisePostmortem, summariseReport } from './summarise';

export interface IncidentIndexOptions {
  readonly store: DocumentStore;
  readonly conventions: Conventions;
  /** Number shown beside a document; passed in because rules stand above the index. */
  readonly countFindings: (document: IncidentDocument, path: string, conventions: Conventions) => number;
  /** The document as an editor holds it, read already; nothing where none does. */
  readonly readOpen?: (path: string) => IncidentDocument | undefined;
  /** Called once an update is done and only if a summary differs by it. */
  readonly onDidChange?: (change: IndexChange) => void;
}

export interface IndexChange {
  /** Ids of the incidents that are new, gone or differ. */
  readonly ids: ReadonlySet<string>;
  /** Whether incidents came, went or changed their place in {@link IncidentIndex.incidents}. */
  readonly isReordered: boolean;
}

/** Summaries of one workspace folder's incidents, kept current one file at a time. */
export interface IncidentIndex {
  /** Reads every document; after it `isReady`. */
  scan(): Promise<void>;
  readonly isReady: boolean;
  /** Reads these files again (made, changed or gone; a folder stands for all in it); other paths are ignored. */
  update(paths: readonly string[]): Promise<void>;
  /** Other conventions; reads everything again. */
  configure(conventions: Conventions): Promise<void>;
  /** Whether a path is one that the index would read. */
  covers(path: string): boolean;
  /** Open ones by severity, then newest first; resolved, then closed ones, newest first. */
  incidents(): readonly IncidentSummary[];
  incident(id: string): IncidentSummary | undefined;
  /** The first incident whose report or postmortem has this path. */
  incidentOf(path: string): IncidentSummary | undefined;
  /** Reads under way leave no trace. */
  dispose(): void;
}

/** Documents read at the same time; more only fills the memory. */
const concurrency = 8;
/** Of a text above 1 MiB only the head is summarised, so that its incident stays visible. */
const maxTextLength = 1024 * 1024;
const headLength = 64 * 1024;

export function createIncidentIndex(options: IncidentIndexOptions): IncidentIndex {
  return new Index(options);
}

class Index implements IncidentIndex {
  isReady = false;
  readonly #options: IncidentIndexOptions;
  #conventions: Conventions;
  readonly #files = new Map<string, SummarisedFile>();
  /** Number of the latest read of each path, so that an overtaken one is dropped. */
  readonly #reads = new Map<string, number>();
  #lastRead = 0;
  #isDisposed = false;
  #incidents: ReadonlyMap<string, IncidentSummary> = new Map();
  #ordered: readonly IncidentSummary[] = [];

  constructor(options: IncidentIndexOptions) {
    this.#options = options;
    this.#conventions = options.conventions;
  }

  async scan(): Promise<void> {
    await this.#readAll(['']);
    if (this.#isDisposed) return;
    this.isReady = true;
    this.#publish();
  }

  async update(paths: readonly string[]): Promise<void> {
    await this.#readAll(paths);
    if (!this.#isDisposed) this.#publish();
  }

  async configure(conventions: Conventions): Promise<void> {
    this.#conventions = conventions;
    await this.scan();
  }

  covers(path: string): boolean {
    return isDocumentPath(path, this.#conventions);
  }

  incidents(): readonly IncidentSummary[] {
    return this.#ordered;
  }

  incident(id: string): IncidentSummary | undefined {
    return this.#incidents.get(id);
  }

  incidentOf(path: string): IncidentSummary | undefined {
    return this.#ordered.find(({ report, postmortem }) => report?.path === path || postmortem?.path === path);
  }

  dispose(): void {
    this.#isDisposed = true;
  }

  async #readAll(paths: readonly string[]): Promise<void> {
    const wanted = new Set<string>();
    for (const path of paths) for (const file of await this.#filesOf(path)) wanted.add(file);
    const queue = [...wanted];
    const work = async () => {
      for (let path = queue.shift(); path !== undefined && !this.#isDisposed; path = queue.shift())
        await this.#readFile(path);
    };
    await Promise.all(Array.from({ length: Math.min(concurrency, queue.length) }, work));
  }

  /** What a path stands for: itself, or everything known and everything there below a folder. */
  async #filesOf(path: string): Promise<readonly string[]> {
    if (this.covers(path)) return [path];
    const known = [...this.#files.keys()].filter((file) => file === path || isBelow(file, path));
    return [...known, ...(await findDocuments(this.#options.store, this.#conventions, { under: path }))];
  }

  async #readFile(path: string): Promise<void> {
    const read = ++this.#lastRead;
    this.#reads.set(path, read);
    const conventions = this.#conventions;
    const open = this.covers(path) ? this.#options.readOpen?.(path) : undefined;
    if (open !== undefined && open.markdown.text.length <= maxTextLength) {
      this.#reads.delete(path);
      this.#keep(path, this.#summaryOf(open, path, { conventions }));
      return;
    }
    let text: string | undefined;
    try {
      text = this.covers(path) ? await this.#options.store.read(path) : undefined;
    } catch {
      // Not readable at the moment, so what was known of it stays.
      return;
    }
    if (this.#isDisposed || this.#reads.get(path) !== read) return;
    this.#reads.delete(path);
    this.#keep(path, text === undefined ? undefined : this.#summarise(text, path, conventions));
  }

  #keep(path: string, file: SummarisedFile | undefined): void {
    if (file === undefined) this.#files.delete(path);
    else if (!isSame(this.#files.get(path), file)) this.#files.set(path, file);
  }

  #summarise(text: string, path: string, conventions: Conventions): SummarisedFile | undefined {
    const isCut = text.length > maxTextLength;
    const markdown = readMarkdown(isCut ? text.slice(0, headLength) : text);
    const document = readDocument(markdown, conventions, undefined, dayOf(path, conventions));
    return document === undefined ? undefined : this.#summaryOf(document, path, { conventions, isCut });
  }

  #summaryOf(
    document: IncidentDocument,
    path: string,
    { conventions, isCut = false }: { readonly conventions: Conventions; readonly isCut?: boolean },
  ): SummarisedFile {
    const findings = isCut ? 1 : this.#options.countFindings(document, path, conventions);
    const id = incidentIdOf(path, conventions);
    if (document.kind === 'postmortem') return { id, postmortem: summarisePostmortem(document, path, findings) };
    const report = summariseReport(document, path, { findings, id, conventions });
    return { id, report: isCut ? { ...report, damaged: true } : report };
  }

  #publish(): void {
    const before = this.#incidents;
    const orderBefore = this.#ordered;
    this.#incidents = joinIncidents(this.#files.values(), before);
    this.#ordered = orderIncidents(this.#incidents.values(), this.#conventions);
    const ids = new Set<string>();
    for (const [id, incident] of this.#incidents) if (before.get(id) !== incident) ids.add(id);
    for (const id of before.keys()) if (!this.#incidents.has(id)) ids.add(id);
    if (ids.size === 0) return;
    const isReordered =
      orderBefore.length !== this.#ordered.length || this.#ordered.some(({ id }, at) => orderBefore[at]?.id !== id);
    this.#options.onDidChange?.({ ids, isReordered });
  }
}

/** Whether two summaries say the same; they are plain data, and those of a long report have thousands of entries. */
function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (!isObject(one) || !isObject(other)) return false;
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => key in other && isSame(one[key], other[key]));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
