import type { TimeSpan } from './chart-input';
import { newEntryIndex } from './chart-input';
import { approximation, type PlannedEntry } from './chart-plan';
import type { Lane } from './lanes';
import { type TimeScale, xAt } from './time-axis';

export type MarkShape = 'diamond' | 'circle' | 'square' | 'range' | 'bin';
/** What sort of thing was recorded; each has its colour. */
export type MarkTone = 'change' | 'observed' | 'done';

export interface Mark {
  readonly shape: MarkShape;
  readonly tone: MarkTone;
  /** Middle; of a range its start. */
  readonly x: number;
  readonly y: number;
  readonly lane: number;
  /** Of a range. */
  readonly width?: number;
  /** Indices of its entries in order of time; more than one of a bin alone. */
  readonly entries: readonly number[];
  readonly title?: string;
}

/** How far off an approximate time may be. */
export interface Band {
  readonly x: number;
  readonly width: number;
  readonly y: number;
  readonly tone: MarkTone;
  readonly isNew: boolean;
}

/** From this number of entries in view on, those of one pixel column are one mark. */
export const binnedFrom = 500;
const leastBand = 18;
export const leastRange = 9;

export interface MarkPlace {
  readonly scale: TimeScale;
  readonly lanes: readonly Lane[];
}

/** Marks of the entries in view, the new one among them. */
export function marksOf(entries: readonly PlannedEntry[], place: MarkPlace) {
  const shown = entries.filter(({ span }) => span !== undefined && isInView(span, place.scale));
  const isBinned = shown.length >= binnedFrom;
  const own = shown.filter(({ index }) => index === newEntryIndex);
  const singles = isBinned ? own : shown;
  const others = isBinned ? shown.filter(({ index }) => index !== newEntryIndex) : [];
  return {
    bands: singles.flatMap((entry) => bandsOf(entry, place)),
    marks: [...bins(others, place), ...singles.flatMap((entry) => singleMarks(entry, place))],
    isBinned,
  };
}

export function shapeOf(kind: string): { readonly shape: MarkShape; readonly tone: MarkTone } {
  switch (kind) {
    case 'change':
      return { shape: 'diamond', tone: 'change' };
    case 'action':
    case 'decision':
    case 'communication':
    case 'escalation':
      return { shape: 'square', tone: 'done' };
    default:
      return { shape: 'circle', tone: 'observed' };
  }
}

function isInView({ from, until }: TimeSpan, scale: TimeScale): boolean {
  return until >= scale.from && from <= scale.until;
}

function singleMarks({ index, entry, span, lanes: own }: PlannedEntry, { scale, lanes }: MarkPlace): readonly Mark[] {
  if (span === undefined) return [];
  const isRange = span.until > span.from;
  const from = xAt(scale, Math.max(span.from, scale.from));
  const width = Math.max(leastRange, xAt(scale, Math.min(span.until, scale.until)) - from);
  const { shape, tone } = shapeOf(entry.kind);
  return own.map((lane) => ({
    tone,
    shape: isRange ? 'range' : shape,
    x: from,
    y: lanes[lane]?.middle ?? 0,
    lane,
    ...(isRange && { width }),
    entries: [index],
    ...(entry.title !== undefined && { title: entry.title }),
  }));
}

function bandsOf({ index, entry, span, lanes: own }: PlannedEntry, { scale, lanes }: MarkPlace): readonly Band[] {
  if (entry.stamp?.kind !== 'about' || span === undefined) return [];
  const middle = xAt(scale, span.from);
  const from = Math.max(Math.min(xAt(scale, span.from - approximation), middle - leastBand / 2), scale.left - 8);
  const until = Math.min(Math.max(xAt(scale, span.from + approximation), middle + leastBand / 2), scale.right + 8);
  return own.map((lane) => ({
    x: from,
    width: until - from,
    y: lanes[lane]?.middle ?? 0,
    tone: shapeOf(entry.kind).tone,
    isNew: index === newEntryIndex,
  }));
}

/** One mark a lane and pixel column; a column with one entry keeps that one's shape. */
function bins(entries: readonly PlannedEntry[], { scale, lanes }: MarkPlace): readonly Mark[] {
  const columns = new Map<number, { readonly lane: number; readonly x: number; readonly entries: PlannedEntry[] }>();
  for (const entry of entries) {
    const x = Math.round(xAt(scale, Math.max(entry.span?.from ?? 0, scale.from)));
    for (const lane of entry.lanes) {
      const key = x * 16 + lane;
      const column = columns.get(key);
      if (column === undefined) columns.set(key, { lane, x, entries: [entry] });
      else column.entries.push(entry);
    }
  }
  return [...columns.values()].map(({ lane, x, entries: own }) => {
    const { shape, tone } = shapeOf(own[0]?.entry.kind ?? '');
    return {
      shape: own.length > 1 ? 'bin' : shape,
      tone: own.length > 1 ? 'observed' : tone,
      x,
      y: lanes[lane]?.middle ?? 0,
      lane,
      entries: own.map(({ index }) => index),
    };
  });
}
