import type { IncidentDocument } from '../kinds/incident-document';
import type { Conventions } from '../model/conventions';
import type { DocumentStore } from '../ports';
import type { IncidentSummary } from './incident-summary';

export interface IncidentIndexOptions {
  readonly store: DocumentStore;
  readonly conventions: Conventions;
  /** Number shown beside a document; passed in because rules stand above the index. */
  readonly countFindings: (document: IncidentDocument, path: string, conventions: Conventions) => number;
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
  /** The incident whose report or postmortem has this path. */
  incidentOf(path: string): IncidentSummary | undefined;
  /** Reads under way leave no trace. */
  dispose(): void;
}

export function createIncidentIndex(_options: IncidentIndexOptions): IncidentIndex {
  throw new Error('Not built');
}
