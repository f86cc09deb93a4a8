import { entryIdBase } from '../kinds/read-item-words';
import type { Stamp } from '../model/stamp';

/**
 * Id of a new entry: `E` with hour and minute in UTC, with a letter where taken (`E1406b`). An entry bounded by another
 * carries that one's digits, an entry of unknown time the first free number.
 */
export function entryIdFor(stamp: Stamp, takenIds: Iterable<string>): string {
  return createEntryIds(takenIds)(stamp);
}

/** Ids for several new entries, each of which is taken from then on. */
export function createEntryIds(takenIds: Iterable<string>): (stamp: Stamp) => string {
  const taken = new Set([...takenIds].map((id) => id.toUpperCase()));
  const counts = new Map<string, number>();
  return (stamp) => {
    const base = entryIdBase(stamp);
    const name = (count: number) => (base === undefined ? `E${count}` : count === 1 ? base : base + letters(count));
    let count = counts.get(base ?? '') ?? 1;
    while (taken.has(name(count).toUpperCase())) count++;
    counts.set(base ?? '', count + 1);
    taken.add(name(count).toUpperCase());
    return name(count);
  };
}

/** `b` for the second, `c` for the third … `z`, then `aa`, `ab` …: spreadsheet columns, which never repeat. */
function letters(count: number): string {
  let text = '';
  for (let rest = count; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    text = String.fromCharCode(97 + ((rest - 1) % 26)) + text;
  }
  return text;
}
