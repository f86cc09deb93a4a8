import { entryIdBase } from '../kinds/read-item-words';
import type { Stamp } from '../model/stamp';

/**
 * Id of a new entry: `E` with hour and minute in UTC, with a letter where taken (`E1406b`). An entry bounded by another
 * carries that one's digits, an entry of unknown time the first free number.
 */
export function entryIdFor(stamp: Stamp, takenIds: Iterable<string>): string {
  const taken = new Set([...takenIds].map((id) => id.toUpperCase()));
  const base = entryIdBase(stamp);
  if (base === undefined) return firstFree(taken, (count) => `E${count}`);
  return firstFree(taken, (count) => (count === 1 ? base : base + letters(count)));
}

function firstFree(taken: ReadonlySet<string>, name: (count: number) => string): string {
  let count = 1;
  while (taken.has(name(count).toUpperCase())) count++;
  return name(count);
}

/** `b` for the second, `c` for the third … `z`, then `aa`, `ab` …: spreadsheet columns, which never repeat. */
function letters(count: number): string {
  let text = '';
  for (let rest = count; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    text = String.fromCharCode(97 + ((rest - 1) % 26)) + text;
  }
  return text;
}
