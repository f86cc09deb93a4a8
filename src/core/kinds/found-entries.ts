import type { TimelineEntry } from '../model/timeline-entry';
import { type EntryReading, placeEntry } from './place-entry';

/** What rules ask of all entries after every key, answered without making them. */
export interface EntryFacts {
  /** Of the entries that have one, in order. */
  ids(): readonly string[];
  /** Of the same entries: equal where the ids are, and hardly ever elsewhere. */
  readonly idHashes: readonly number[];
  /** Indexes of the blocks that the entries stand in. */
  readonly blocks: readonly number[];
  /** Of all entries; nothing where the time tells none. */
  readonly instants: readonly (number | undefined)[];
  /** Indexes of the entries of a kind that wants evidence, and that have none. */
  readonly bare: readonly number[];
  /** Whether a time is `after` or `before` another entry. */
  readonly hasBounds: boolean;
  /** Whether a time is not read, or lent its day or offset by a clock. */
  readonly hasUnsure: boolean;
  /** Whether a kind is none of those that the document was read with. */
  readonly hasUnknownKind: boolean;
}

/**
 * What was read of the entries with the places of their blocks, so that none is put to its place that nobody asks for:
 * a key in a long report moves thousands.
 */
export class FoundEntries {
  readonly #starts: readonly number[];
  readonly #readings: EntryReading[] = [];
  readonly #blocks: number[] = [];
  readonly #idHashes: number[] = [];
  readonly #instants: (number | undefined)[] = [];
  readonly #milestones: number[] = [];
  readonly #bare: number[] = [];
  #hasBounds = false;
  #hasUnsure = false;
  #hasUnknownKind = false;
  #entries: readonly TimelineEntry[] | undefined;

  /** `starts` are those of the document's blocks. */
  constructor(starts: readonly number[]) {
    this.#starts = starts;
  }

  /** Only while the report is being read. */
  add(reading: EntryReading, block: number): void {
    const index = this.#readings.push(reading) - 1;
    this.#blocks.push(block);
    this.#instants.push(reading.instant);
    if (reading.idHash !== 0) this.#idHashes.push(reading.idHash);
    if (reading.isUsual) return;
    if (reading.isMilestone) this.#milestones.push(index);
    if (reading.isBare) this.#bare.push(index);
    if (reading.isBound) this.#hasBounds = true;
    if (reading.isUnsure) this.#hasUnsure = true;
    if (reading.isUnknownKind) this.#hasUnknownKind = true;
  }

  /** Made when they are first asked for; a long report has thousands. */
  get entries(): readonly TimelineEntry[] {
    this.#entries ??= this.#readings.map((_, index) => this.entryAt(index));
    return this.#entries;
  }

  /** Those of `entries` whose kind is a milestone's. */
  get milestoneEntries(): readonly TimelineEntry[] {
    return this.#milestones.map((index) => this.entryAt(index));
  }

  /** One of `entries`, made alone. */
  entryAt(index: number): TimelineEntry {
    return placeEntry(this.#readingAt(index), this.#starts[this.#blocks[index] ?? 0] ?? 0);
  }

  /** One of `entries` with offsets that count from its block. */
  unplacedAt(index: number): TimelineEntry {
    return this.#readingAt(index).entry;
  }

  get entryFacts(): EntryFacts {
    const readings = this.#readings;
    return {
      ids: () => idsOf(readings),
      idHashes: this.#idHashes,
      blocks: this.#blocks,
      instants: this.#instants,
      bare: this.#bare,
      hasBounds: this.#hasBounds,
      hasUnsure: this.#hasUnsure,
      hasUnknownKind: this.#hasUnknownKind,
    };
  }

  #readingAt(index: number): EntryReading {
    const reading = this.#readings[index];
    if (reading === undefined) throw new RangeError(`There is no entry ${index}`);
    return reading;
  }
}

function idsOf(readings: readonly EntryReading[]): readonly string[] {
  return readings.flatMap(({ entry }) => entry.id?.text ?? []);
}
