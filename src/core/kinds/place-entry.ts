import { createBlockCache } from '../markdown/block-cache';
import type { Block, BlockKind } from '../markdown/markdown-document';
import { milestoneOf, wantsEvidence } from '../model/entry-kind';
import { instantOf, type Stamp } from '../model/stamp';
import type { TimelineEntry } from '../model/timeline-entry';
import type { Clock } from './guess-stamp';
import { type ItemContext, readBullet } from './read-bullet';
import { type EntryContext, readEntry, stampOf, timeOf } from './read-entry';
import { shiftEntry } from './shift';
import type { RowReading } from './tables';

/** An entry as it was read last, with all that its reading hung on. */
export interface EntryReading {
  readonly clock: Clock;
  readonly before: number | undefined;
  /** Its time is whole, so that it is the same whatever stands before it. */
  readonly isCertain: boolean;
  /** Offsets count from the start of the block. */
  readonly entry: TimelineEntry;
  /** Of the stamp, where there is one that tells it. */
  readonly instant: number | undefined;
  /** Whether the time is not read, or not without a clock that lends it something. */
  readonly isUnsure: boolean;
  /** Whether the time is `after` or `before` another entry. */
  readonly isBound: boolean;
  /** Whether its kind is a milestone's. */
  readonly isMilestone: boolean;
  /** Whether its kind wants evidence, and it has none. */
  readonly isBare: boolean;
  /** Whether its kind is none of those that it was read with. */
  readonly isUnknownKind: boolean;
  /** Whether none of the above is so, as with most entries. */
  readonly isUsual: boolean;
  /** A hash of the id, 0 where there is none. */
  readonly idHash: number;
  placed: TimelineEntry | undefined;
  placedAt: number;
}

/** The entry of a block, as long as it is the same block. */
export interface EntrySlot {
  row?: EntryReading & {
    readonly context: EntryContext;
    readonly reading: RowReading;
  };
  bullet?: BulletReading;
}

type BulletReading = Omit<EntryReading, 'entry'> & {
  readonly kinds: ReadonlySet<string>;
  readonly entry: TimelineEntry | undefined;
};

const kinds: ReadonlySet<BlockKind> = new Set<BlockKind>(['table-row', 'list-item']);
const none: EntrySlot = Object.freeze({});

/** By block. */
export const entrySlotsOf = createBlockCache<EntrySlot>(({ kind }) => (kinds.has(kind) ? {} : none));

/** What the entries of one table share. */
export interface RowContext extends EntryContext {
  readonly clock: Clock;
}

/** The entry of a row, nothing where all cells are empty; read anew only where its block or what it hangs on is another. */
export function rowEntry(
  reading: RowReading,
  slot: EntrySlot,
  context: RowContext,
  before: number | undefined,
): EntryReading | undefined {
  const { columns, kinds, clock } = context;
  const known = slot.row;
  const isSame = known?.reading === reading && known.context.columns === columns && known.context.kinds === kinds;
  if (isSame && holds(known, clock, before)) return known;
  if (reading.isEmpty) return undefined;
  const own = { ...clock, before };
  const entry = readEntry(reading, context, own);
  const isCertain =
    isWhole(entry.stamp, clock) ?? isWhole(stampOf(timeOf(reading, columns), columns, timeless), timeless);
  slot.row = Object.assign(readingOf(entry, own, kinds), { reading, context, isCertain: isCertain === true });
  return slot.row;
}

/** The entry of a list item, nothing where it begins with no time; kept as that of a row is. */
export function bulletEntry(block: Block, slot: EntrySlot, context: ItemContext): EntryReading | undefined {
  const { clock, kinds } = context;
  const { before } = clock;
  if (slot.bullet === undefined || slot.bullet.kinds !== kinds || !holds(slot.bullet, clock, before)) {
    const entry = readBullet(block.text, { start: block.contentStart, end: block.contentEnd }, context);
    slot.bullet = Object.assign(readingOf(entry, clock, kinds), { kinds });
  }
  return hasEntry(slot.bullet) ? slot.bullet : undefined;
}

/** The entry at its place in the document; the same object at the same place. */
export function placeEntry(reading: EntryReading, start: number): TimelineEntry {
  if (reading.placed === undefined || reading.placedAt !== start) {
    reading.placed = shiftEntry(reading.entry, start);
    reading.placedAt = start;
  }
  return reading.placed;
}

const timeless: Clock = { before: undefined };

/** Whether a stamp says its day and offset itself; nothing where the clock may have lent them. */
function isWhole(stamp: Stamp | undefined, { day, offset }: Clock): boolean | undefined {
  return day === undefined && offset === undefined ? stamp !== undefined && !('unsure' in stamp) : undefined;
}

function readingOf<Entry extends TimelineEntry | undefined>(entry: Entry, clock: Clock, kinds: ReadonlySet<string>) {
  const { stamp, id, kind, kindName = '' } = entry ?? {};
  const isUnsure = stamp === undefined || 'unsure' in stamp;
  const isBound = stamp?.kind === 'after' || stamp?.kind === 'before';
  const isMilestone = milestoneOf(kindName) !== undefined;
  const isBare = entry !== undefined && wantsEvidence.has(kindName) && !hasEvidence(entry);
  const isUnknownKind = kind !== undefined && kindName !== '' && !kinds.has(kindName);
  return {
    entry,
    instant: stamp && instantOf(stamp),
    isUnsure,
    isBound,
    isMilestone,
    isBare,
    isUnknownKind,
    isUsual: !(isUnsure || isBound || isMilestone || isBare || isUnknownKind),
    idHash: id === undefined ? 0 : hashOf(id.text),
    clock,
    before: clock.before,
    isCertain: false,
    placed: undefined,
    placedAt: 0,
  };
}

/** In its own column, or as a link, a commit or a file in the sentence itself. */
function hasEvidence({ evidence, event }: TimelineEntry): boolean {
  return evidence.length > 0 || /https?:\/\/|\]\(|`[0-9a-f]{7,40}`/i.test(event.text);
}

function hasEntry(reading: BulletReading): reading is BulletReading & { readonly entry: TimelineEntry } {
  return reading.entry !== undefined;
}

function holds(known: BulletReading | EntryReading, { day, offset }: Clock, before: number | undefined): boolean {
  if (known.isCertain) return true;
  return known.before === before && known.clock.day === day && known.clock.offset === offset;
}

/** FNV-1a; never 0. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash === 0 ? 1 : hash;
}
