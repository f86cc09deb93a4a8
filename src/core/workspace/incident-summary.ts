import type { ActionStatus, CommitRelation, IncidentStatus, PostmortemStatus } from '../model/incident';
import type { Metric } from '../model/metric';
import type { Stamp } from '../model/stamp';

/** What the index keeps of an incident: enough for the tree, the status bar and lists, never texts. */
export interface IncidentSummary {
  /** The folder's name. */
  readonly id: string;
  /** Folder relative to the workspace folder, `incidents/2026-11-23-checkout-errors`. */
  readonly folder: string;
  readonly report?: ReportSummary;
  readonly postmortem?: PostmortemSummary;
}

export interface ReportSummary {
  readonly path: string;
  readonly title: string;
  readonly severity?: string;
  readonly status?: IncidentStatus;
  readonly commander?: string;
  readonly systems: readonly string[];
  /** ms since the epoch; from the entry of that kind, else the id's date. */
  readonly impactStarted?: number;
  readonly impactStartedId?: string;
  readonly mitigated?: number;
  readonly metrics: readonly Metric[];
  readonly entries: readonly EntrySummary[];
  /** Findings of warning or worse, and information. */
  readonly findings: number;
  /** Holds something that could not be read. */
  readonly damaged: boolean;
}

export interface EntrySummary {
  readonly id?: string;
  readonly time: string;
  readonly stamp?: Stamp;
  readonly kind: string;
  readonly text: string;
  /** Of a change: words that may name the tag or commit that was deployed. */
  readonly releases?: readonly string[];
  /** Zero-based line of the row. */
  readonly line: number;
}

export interface PostmortemSummary {
  readonly path: string;
  readonly title: string;
  readonly status?: PostmortemStatus;
  readonly owner?: string;
  readonly due?: string;
  readonly reports: readonly string[];
  readonly causes: readonly CauseSummary[];
  readonly actions: readonly ActionSummary[];
  readonly findings: number;
}

export interface CauseSummary {
  readonly id: string;
  readonly title: string;
  readonly role?: string;
  readonly commits: readonly CommitReference[];
  /** Ids of the actions that it names. */
  readonly actions: readonly string[];
  readonly line: number;
}

/** A commit that a cause cites, without its place in the text. */
export interface CommitReference {
  readonly relation: CommitRelation;
  readonly hash: string;
  readonly repository?: string;
}

export interface ActionSummary {
  readonly id?: string;
  readonly text: string;
  readonly owner?: string;
  readonly due?: string;
  readonly priority?: string;
  readonly status: ActionStatus;
  /** Ids of the causes and controls that it answers. */
  readonly addresses: readonly string[];
  readonly line: number;
}
