import type { Commit } from '../model/commit';
import type { Message } from '../model/message';

/** A commit that may have brought the fault. A candidate, never a finding: the reasons are for a person to weigh. */
export interface Suspect {
  readonly commit: Commit;
  /** Higher is likelier; comparable within one search alone. */
  readonly score: number;
  /** In words, the strongest first; never empty. */
  readonly reasons: readonly Message[];
  /** File of the commit that the reasons speak of most, as the commit calls it; absent where they speak of none. */
  readonly path?: string;
}
