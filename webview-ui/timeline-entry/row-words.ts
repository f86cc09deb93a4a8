import { entryWords } from '../../src/chart/entry-words';
import type { Row } from '../../src/protocol/timeline-entry';
import { plainText } from './dom';

/** A row in one line. */
export function rowWords({ mark, kind, text, id }: Row): string {
  return entryWords({ kind, text: plainText(text), id, ...(mark.stamp !== undefined && { stamp: mark.stamp }) });
}

/** Rows that share a place: how many, and from when to when. */
export function rowsWords(rows: readonly Row[]): string {
  const [first, last] = [rows[0], rows.at(-1)];
  if (first === undefined || last === undefined) return '';
  const span = first.time === last.time ? first.time : `${first.time} to ${last.time}`;
  return `${rows.length} entries, ${span} UTC`;
}
