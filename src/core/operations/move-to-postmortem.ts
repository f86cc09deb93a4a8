import type { Conventions } from '../model/conventions';
import type { Span } from '../model/text';
import type { Change, DocumentStore } from '../ports';

export interface MoveRequest {
  readonly reportPath: string;
  /** A finding's cue, or the heading of an analysis section. */
  readonly span: Span;
  readonly now: number;
}

export interface Moved {
  readonly change: Change;
  /** Number of sentences moved. */
  readonly moved: number;
  readonly postmortemPath: string;
}

/** Keeps the observation in the report and moves its explanation to the postmortem, with a link back. */
export async function moveToPostmortem(
  _store: DocumentStore,
  _conventions: Conventions,
  _request: MoveRequest,
): Promise<Moved> {
  throw new Error('Not built');
}
