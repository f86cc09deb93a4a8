import { createBlockCache } from '../markdown/block-cache';
import type { Block, BlockKind } from '../markdown/markdown-document';
import type { TimelineEntry } from '../model/timeline-entry';
import type { Clock } from './guess-stamp';
import { type ItemContext, readBullet } from './read-bullet';
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

/** The entry of a block, as long as it is the same block. */
export interface EntrySlot {
  row?: EntryReading & {
    readonly context: EntryContext;
    readonly reading: RowReading;
    readonly entry: TimelineEntry;
  };
  bullet?: EntryReading & { readonly kinds: ReadonlySet<string> };
}

const kinds: ReadonlySet<BlockKind> = new Set<BlockKind>(['table-row', 'list-item']);
const none: EntrySlot = Object.freeze({});

/** By block. */
export const entrySlotsOf = createBlockCache<EntrySlot>(({ kind }) => (kinds.has(kind) ? {} : none));

/** What the entries of one table share. */
export interface RowContext extends EntryContext {
  readonly clock: Clock;
}

/** The entry of a row; read anew only where its block or what it hangs on is another, and the same object at the same place. */
export function placeRow(
  { start, reading }: TableRow,
  slot: EntrySlot,
  context: RowContext,
  before: number | undefined,
): TimelineEntry {
  const { columns, kinds, clock } = context;
  const known = slot.row;
  const isSame = known?.reading === reading && known.context.columns === columns && known.context.kinds === kinds;
  if (isSame && holds(known, clock, before)) return place(known, known.entry, start);
  const certain = stampOf(timeOf(reading, columns), columns, { before: undefined });
  const isCertain = certain !== undefined && !('unsure' in certain);
  const entry = readEntry(reading, context, { ...clock, before });
  slot.row = { reading, context, entry, clock, before, isCertain, placed: undefined, placedAt: 0 };
  return place(slot.row, entry, start);
}

/** The entry of a list item, nothing where it begins with no time; kept as that of a row is. */
export function placeBullet(
  block: Block,
  start: number,
  slot: EntrySlot,
  context: ItemContext,
): TimelineEntry | undefined {
  const { clock, kinds } = context;
  const { before } = clock;
  if (slot.bullet === undefined || slot.bullet.kinds !== kinds || !holds(slot.bullet, clock, before)) {
    const entry = readBullet(block.text, { start: block.contentStart, end: block.contentEnd }, context);
    slot.bullet = { entry, clock, kinds, before, isCertain: false, placed: undefined, placedAt: 0 };
  }
  const { bullet } = slot;
  return bullet.entry && place(bullet, bullet.entry, start);
}

function holds(known: EntryReading, { day, offset }: Clock, before: number | undefined): boolean {
  if (known.isCertain) return true;
  return known.before === before && known.clock.day === day && known.clock.offset === offset;
}

function place(reading: EntryReading, entry: TimelineEntry, start: number): TimelineEntry {
  if (reading.placed === undefined || reading.placedAt !== start) {
    reading.placed = shiftEntry(entry, start);
    reading.placedAt = start;
  }
  return reading.placed;
}
