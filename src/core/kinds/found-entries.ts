import type { TimelineEntry } from '../model/timeline-entry';
import type { EntryFacts } from './incident-document';
import { type EntryReading, placeEntry } from './place-entry';

/**
 * What was read of the entries with the places of their blocks, so that none is put to its place that nobody asks for:
 * a key in a long report moves thousands.
 */
export class FoundEntries {
  readonly #facts = { ids: [] as string[], idHashes: [] as number[], hasBounds: false };
  readonly #readings: EntryReading[] = [];
  readonly #starts: number[] = [];
  #entries: readonly TimelineEntry[] | undefined;

  add(reading: EntryReading, start: number): void {
    const { entry, idHash } = reading;
    this.#readings.push(reading);
    this.#starts.push(start);
    if (idHash !== 0) {
      this.#facts.ids.push(entry.id?.text ?? '');
      this.#facts.idHashes.push(idHash);
    }
    if (entry.stamp?.kind === 'after' || entry.stamp?.kind === 'before') this.#facts.hasBounds = true;
  }

  get entries(): readonly TimelineEntry[] {
    this.#entries ??= this.#readings.map((reading, index) => placeEntry(reading, this.#starts[index] ?? 0));
    return this.#entries;
  }

  get entryFacts(): EntryFacts {
    return this.#facts;
  }
}
