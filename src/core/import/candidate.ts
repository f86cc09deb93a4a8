import type { Message } from '../model/message';
import type { LeftOutReason, PlacedStamp } from './source-record';

/** An entry that a source offers, before anybody chose it. */
export interface Candidate {
  /** See `SourceRecord`. */
  readonly key: string;
  readonly where: string;
  readonly stamp: PlacedStamp;
  /** Zone in which its time was read; absent where the source states the offset. */
  readonly zone?: string;
  readonly kind: string;
  /** Why this kind; absent where the source or the user states it. */
  readonly guess?: Message;
  readonly event: string;
  readonly systems: readonly string[];
  readonly actors: readonly string[];
  readonly evidence: readonly string[];
}

/** Records that become no entries for one reason. */
export interface LeftOut {
  readonly reason: LeftOutReason;
  readonly count: number;
  /** Where the first of them stand. */
  readonly examples: readonly string[];
}

/** All that was read of a source. */
export interface ImportReading {
  readonly candidates: readonly Candidate[];
  readonly leftOut: readonly LeftOut[];
  /** What was assumed or changed in reading. */
  readonly notes: readonly Message[];
  /** Where a source offers more than is kept. */
  readonly overflow?: { readonly count: number; readonly from: number; readonly until: number };
}
