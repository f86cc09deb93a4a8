import type { Located } from './incident';
import type { Stamp } from './stamp';
import type { Span } from './text';

/** One observation. Absent fields were not written; an entry of a bullet list has no cells. */
export interface TimelineEntry {
  readonly source: 'row' | 'list-item';
  /** The whole row or list item without its line ending. */
  readonly span: Span;
  readonly id?: Located;
  readonly time: Located;
  /** Absent where the time cannot be read. */
  readonly stamp?: Stamp;
  readonly kind?: Located;
  /** The kind's name without its value: `severity` of `severity SEV2`; empty where no kind stands. */
  readonly kindName: string;
  readonly kindValue?: string;
  readonly event: Located;
  readonly systems: readonly string[];
  readonly actors: readonly string[];
  /** Links, commit hashes and file names as written, markup kept. */
  readonly evidence: readonly string[];
}

export interface ImpactRow {
  readonly span: Span;
  readonly system: string;
  readonly effect: Located;
  readonly from?: Stamp;
  readonly until?: Stamp;
  readonly fromCell: Located;
  readonly untilCell: Located;
  readonly measure: string;
  readonly basis: string;
  readonly source: string;
}
