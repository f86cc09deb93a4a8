import type { Span } from '../model/text';

/** The timeline's table, so that an edit can add a row in its shape. */
export interface TimelineTable {
  /** In order of the columns: `time`, `event` … for those the reader knows whatever they are called, else the lower-case header. */
  readonly columns: readonly string[];
  readonly header: Span;
  readonly delimiter: Span;
  /** Every row that follows, readable as an entry or not. */
  readonly rows: readonly Span[];
}
