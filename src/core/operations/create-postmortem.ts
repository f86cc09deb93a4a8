import type { Conventions } from '../model/conventions';
import type { Change, DocumentStore } from '../ports';

export interface PostmortemRequest {
  /** Id of the incident, its folder's name. */
  readonly incident: string;
  /** Absent: the policy's owner, else the report's commander. */
  readonly owner?: string;
  /** `YYYY-MM-DD`; absent: by the policy. */
  readonly due?: string;
  readonly now: number;
}

export interface CreatedPostmortem {
  readonly change: Change;
  readonly path: string;
  /** Offset into the postmortem's text where writing starts. */
  readonly cursor: number;
}

export interface PostmortemDefaults {
  readonly owner?: string;
  /** `YYYY-MM-DD`. */
  readonly due: string;
  readonly dueDays: number;
  /** Whether the policy asks for a postmortem at the incident's severity. */
  readonly required: boolean;
}

/** A postmortem beside the incident's report, linked to it. */
export async function createPostmortem(
  _store: DocumentStore,
  _conventions: Conventions,
  _request: PostmortemRequest,
): Promise<CreatedPostmortem> {
  throw new Error('Not built');
}

/** Owner and due date that the policy gives to the postmortem of an incident. */
export function postmortemDefaults(
  _conventions: Conventions,
  _report: {
    readonly severity?: string | undefined;
    readonly commander?: string | undefined;
    /** ms since the epoch. */
    readonly impactStarted?: number | undefined;
  },
  _now: number,
): PostmortemDefaults {
  throw new Error('Not built');
}
