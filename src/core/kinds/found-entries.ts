import type { TimelineEntry } from '../model/timeline-entry';
import { type EntryReading, placeEntry } from './place-entry';
import type { Table } from './tables';
import type { TimeReading } from './time-problems';
import type { TimedLine } from './timeline-lines';

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
  /** The same object as long as neither a time nor the block of an entry has changed, nor the kind of any block. */
  readonly times: object;
  /** Indexes of the entries of a kind that wants evidence, and that have none. */
  readonly bare: readonly number[];
  /** Whether a time is `after` or `before` another entry. */
  readonly hasBounds: boolean;
  /** Whether a time is not read, or lent its day or offset by a clock. */
  readonly hasUnsure: boolean;
  /** Whether a kind is none of those that the document was read with. */
  readonly hasUnknownKind: boolean;
}

/** What was read of a timeline, without the places of its blocks: it holds on to no version of the document. */
export interface EntryReadings {
  readonly readings: EntryReading[];
  readonly blocks: number[];
  readonly idHashes: number[];
  readonly instants: (number | undefined)[];
  readonly milestones: number[];
  readonly bare: number[];
  /** As {@link EntryFacts.times}. */
  readonly times: object;
  hasBounds: boolean;
  hasUnsure: boolean;
  hasUnknownKind: boolean;
}

/** What a timeline says, before anything is put to its place. */
export interface ReadTimeline {
  readonly entries: EntryReadings;
  readonly table: Table | undefined;
  readonly unread: readonly TimeReading[];
  readonly timed: readonly TimedLine[];
}

export function emptyReadings(): EntryReadings {
  return {
    readings: [],
    blocks: [],
    idHashes: [],
    instants: [],
    milestones: [],
    bare: [],
    times: {},
    hasBounds: false,
    hasUnsure: false,
    hasUnknownKind: false,
  };
}

export function addReading(all: EntryReadings, reading: EntryReading, block: number): void {
  const index = all.readings.push(reading) - 1;
  all.blocks.push(block);
  all.instants.push(reading.instant);
  if (reading.idHash !== 0) all.idHashes.push(reading.idHash);
  if (reading.isUsual) return;
  if (reading.isMilestone) all.milestones.push(index);
  if (reading.isBare) all.bare.push(index);
  if (reading.isBound) all.hasBounds = true;
  if (reading.isUnsure) all.hasUnsure = true;
  if (reading.isUnknownKind) all.hasUnknownKind = true;
}

/** The readings with some in place of others that are like them in all that is told of the entries together. */
export function withReadings(all: EntryReadings, replaced: ReadonlyMap<number, EntryReading>): EntryReadings {
  if (replaced.size === 0) return all;
  const readings = all.readings.slice();
  for (const [index, reading] of replaced) readings[index] = reading;
  return { ...all, readings };
}

/** Whether neither its time nor anything that is told of all entries together differs. */
export function isAlike(a: EntryReading, b: EntryReading): boolean {
  return (
    a.entry.time.text === b.entry.time.text &&
    a.instant === b.instant &&
    a.idHash === b.idHash &&
    a.isUnsure === b.isUnsure &&
    a.isMilestone === b.isMilestone &&
    a.isBare === b.isBare &&
    a.isUnknownKind === b.isUnknownKind
  );
}

/**
 * What was read of the entries with the places of their blocks, so that none is put to its place that nobody asks for:
 * a key in a long report moves thousands.
 */
export class FoundEntries {
  readonly #starts: readonly number[];
  readonly #all: EntryReadings;
  #entries: readonly TimelineEntry[] | undefined;

  /** `starts` are those of the document's blocks. */
  constructor(starts: readonly number[], all: EntryReadings) {
    this.#starts = starts;
    this.#all = all;
  }

  /** Made when they are first asked for; a long report has thousands. */
  get entries(): readonly TimelineEntry[] {
    this.#entries ??= this.#all.readings.map((_, index) => this.entryAt(index));
    return this.#entries;
  }

  /** Those of `entries` whose kind is a milestone's. */
  get milestoneEntries(): readonly TimelineEntry[] {
    return this.#all.milestones.map((index) => this.entryAt(index));
  }

  /** One of `entries`, made alone. */
  entryAt(index: number): TimelineEntry {
    return placeEntry(this.#readingAt(index), this.#starts[this.#all.blocks[index] ?? 0] ?? 0);
  }

  /** One of `entries` with offsets that count from its block. */
  unplacedAt(index: number): TimelineEntry {
    return this.#readingAt(index).entry;
  }

  get entryFacts(): EntryFacts {
    const { readings, blocks, idHashes, instants, bare, times, hasBounds, hasUnsure, hasUnknownKind } = this.#all;
    const ids = () => readings.flatMap(({ entry }) => entry.id?.text ?? []);
    return { ids, idHashes, blocks, instants, bare, times, hasBounds, hasUnsure, hasUnknownKind };
  }

  #readingAt(index: number): EntryReading {
    const reading = this.#all.readings[index];
    if (reading === undefined) throw new RangeError(`There is no entry ${index}`);
    return reading;
  }
}
