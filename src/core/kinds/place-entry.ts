import type { Block } from '../markdown/markdown-document';
import type { TimelineEntry } from '../model/timeline-entry';
import { type Clock, readBullet } from './read-bullet';
import { type EntryContext, readEntry, stampOf, timeOf } from './read-entry';
import { shiftEntry } from './shift';
import type { RowReading, TableRow } from './tables';

/** An entry as it was read last, with all that its reading hung on. */
interface EntryReading {
  readonly clock: Clock;
  readonly before: number | undefined;
  /** Its time is whole, so that it is the same whatever stands before it. */
  readonly isCertain: boolean;
  /** Offsets count from the start of the block. */
  readonly entry: TimelineEntry | undefined;
  placed: TimelineEntry | undefined;
  placedAt: number;
}

interface RowEntry extends EntryReading {
  readonly context: EntryContext;
}

const rowEntries = new WeakMap<RowReading, RowEntry>();
const bulletEntries = new WeakMap<Block, EntryReading>();

/** The entry of a row; read anew only where its block or what it hangs on is another, and the same object at the same place. */
export function placeRow(
  { start, reading }: TableRow,
  context: EntryContext,
  clock: Clock,
  before: number | undefined,
): TimelineEntry {
  const known = rowEntries.get(reading);
  if (known !== undefined && known.context.columns === context.columns && known.context.kinds === context.kinds) {
    const placed = holds(known, clock, before) ? place(known, start) : undefined;
    if (placed !== undefined) return placed;
  }
  const certain = stampOf(timeOf(reading, context.columns), context.columns, { before: undefined });
  const isCertain = certain !== undefined && !('unsure' in certain);
  const entry = readEntry(reading, context, { ...clock, before });
  const fresh: RowEntry = { context, clock, before, isCertain, entry, placed: undefined, placedAt: 0 };
  rowEntries.set(reading, fresh);
  return place(fresh, start) ?? entry;
}

/** The entry of a list item, nothing where it begins with no time; kept as that of a row is. */
export function placeBullet(block: Block, start: number, clock: Clock): TimelineEntry | undefined {
  const known = bulletEntries.get(block);
  if (known !== undefined && holds(known, clock, clock.before)) return place(known, start);
  const entry = readBullet(block.text, { start: block.contentStart, end: block.contentEnd }, clock);
  const { before } = clock;
  const fresh: EntryReading = { clock, before, isCertain: false, entry, placed: undefined, placedAt: 0 };
  bulletEntries.set(block, fresh);
  return place(fresh, start);
}

function holds(known: EntryReading, { day, offset }: Clock, before: number | undefined): boolean {
  if (known.isCertain) return true;
  return known.before === before && known.clock.day === day && known.clock.offset === offset;
}

function place(reading: EntryReading, start: number): TimelineEntry | undefined {
  if (reading.entry === undefined) return undefined;
  if (reading.placed === undefined || reading.placedAt !== start) {
    reading.placed = shiftEntry(reading.entry, start);
    reading.placedAt = start;
  }
  return reading.placed;
}
