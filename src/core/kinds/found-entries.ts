import type { TimelineEntry } from '../model/timeline-entry';
import type { EntryFacts } from './incident-document';
import { type EntryReading, placeEntry } from './place-entry';

/**
 * What was read of the entries with the places of their blocks, so that none is put to its place that nobody asks for:
 * a key in a long report moves thousands.
 */
export class FoundEntries {
  readonly #readings: EntryReading[] = [];
  readonly #starts: number[] = [];
  readonly #idHashes: number[] = [];
  #hasBounds = false;
  #entries: readonly TimelineEntry[] | undefined;

  add(reading: EntryReading, start: number): void {
    this.#readings.push(reading);
    this.#starts.push(start);
    if (reading.idHash !== 0) this.#idHashes.push(reading.idHash);
    if (reading.isBound) this.#hasBounds = true;
  }

  get entries(): readonly TimelineEntry[] {
    this.#entries ??= this.#readings.map((reading, index) => placeEntry(reading, this.#starts[index] ?? 0));
    return this.#entries;
  }

  get entryFacts(): EntryFacts {
    const readings = this.#readings;
    return { idHashes: this.#idHashes, hasBounds: this.#hasBounds, ids: () => idsOf(readings) };
  }
}

function idsOf(readings: readonly EntryReading[]): readonly string[] {
  return readings.flatMap(({ entry }) => entry.id?.text ?? []);
}
