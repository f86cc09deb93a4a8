import type { Conventions } from '../model/conventions';
import type { Stamp } from '../model/stamp';
import type { Change, DocumentStore } from '../ports';

export interface ReportRequest {
  /** Empty takes `Untitled incident`. */
  readonly title: string;
  readonly severity?: string;
  readonly systems: readonly string[];
  /** Absent: when the report is made. */
  readonly started?: Stamp;
  readonly commander?: string;
  readonly now: number;
}

export interface CreatedReport {
  readonly change: Change;
  readonly id: string;
  readonly path: string;
  /** Offset into the report's text where writing starts. */
  readonly cursor: number;
}

/** A new incident folder with its report; the folder's name is free in the store, whatever its case. */
export async function createReport(
  _store: DocumentStore,
  _conventions: Conventions,
  _request: ReportRequest,
): Promise<CreatedReport> {
  throw new Error('Not built');
}

/** Folder name before collisions are looked at: UTC date of the start (else of `now`) and the title's slug. */
export function incidentIdFor(_title: string, _started: Stamp | undefined, _now: number): string {
  throw new Error('Not built');
}
