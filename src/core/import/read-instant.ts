import { dayInText, namedZone } from '../kinds/guess-stamp';
import { readStamp } from '../model/read-stamp';
import { instantInZone } from '../model/time-input';
import { utcDate, zoneOffset } from '../model/time-text';
import type { PlacedStamp } from './source-record';

export interface ReadInstant {
  readonly stamp: PlacedStamp;
  /** Zone in which it was read; absent where the offset is stated. */
  readonly zone?: string;
}

const day = 24 * 60 * 60_000;

/** A time of a program: RFC 3339 with an offset, or a number of seconds, milli- or microseconds since the epoch. */
export function readMachineTime(text: string): PlacedStamp | undefined {
  const seconds = /^(\d{9,11})(?:\.\d{1,9})?$/.exec(text)?.[1];
  const milliseconds = /^(\d{12,14})(?:\.\d{1,9})?$/.exec(text)?.[1];
  const microseconds = /^(\d{15,17})$/.exec(text)?.[1];
  if (seconds !== undefined) return exact(Number(seconds) * 1000);
  if (milliseconds !== undefined) return exact(Number(milliseconds));
  if (microseconds !== undefined) return exact(Math.floor(Number(microseconds) / 1000));
  if (!/^\d{4}-\d{2}-\d{2}[T ].*(?:Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)$/i.test(text.slice(0, 60))) return undefined;
  const read = readStamp(text);
  return read?.kind === 'exact' ? { kind: 'exact', at: read.at, seconds: read.seconds } : undefined;
}

function exact(at: number): PlacedStamp {
  return { kind: 'exact', at: Math.floor(at / 1000) * 1000, seconds: true };
}

/**
 * A time as people and tables write it, `near` being midnight UTC of the day where it names none. Zones by letters
 * other than UTC have no certain offset, so they count as none.
 */
export function readWrittenTime(
  text: string,
  { near, timeZone }: { readonly near?: number; readonly timeZone: string },
): ReadInstant | undefined {
  const machine = readMachineTime(text);
  if (machine !== undefined) return { stamp: machine };
  const date = dayInText(text) ?? near;
  const match = clockPattern.exec(text.replace(datePattern, ' '));
  if (date === undefined || match === null) return undefined;
  const [, clock = '', half = '', offset = ''] = match;
  const isOpen = offset === '' || namedZone.test(text);
  const read = readStamp(`${utcDate(date)} ${withHalf(clock, half)}${isOpen ? 'Z' : offset}`);
  if (read?.kind !== 'exact') return undefined;
  const at = isOpen ? instantOn(date, read.at, timeZone) : read.at;
  if (at === undefined) return undefined;
  const isAbout = /^\s*(?:~|about |around |ca\.? )/i.test(text);
  const stamp: PlacedStamp = { kind: isAbout ? 'about' : 'exact', at, seconds: read.seconds };
  return isOpen ? { stamp, zone: timeZone } : { stamp };
}

/** `2:05` with `PM` as `14:05`; hours that no clock of twelve has stay as they are, which no stamp reads. */
function withHalf(clock: string, half: string): string {
  const [hours = '', ...rest] = clock.split(':');
  const hour = Number(hours);
  if (half === '') return [hours.padStart(2, '0'), ...rest].join(':');
  if (hour < 1 || hour > 12) return clock;
  return [String((hour % 12) + (/^p/i.test(half) ? 12 : 0)).padStart(2, '0'), ...rest].join(':');
}

/** The instant of a wall clock on a day; nothing where clocks are put forward over it. */
function instantOn(date: number, local: number, timeZone: string): number | undefined {
  const offset = steadyOffset(date, timeZone);
  if (offset !== undefined) return local - offset;
  const found = instantInZone(local, timeZone);
  return found === 'gap' ? undefined : found.at;
}

/** Asking for an offset takes 10 µs, so it is kept by day; a pure function's memory. */
const offsets = new Map<string, number | undefined>();
const mostOffsets = 1000;

/** A zone's offset where it is the same from the day before to the day after. */
function steadyOffset(date: number, timeZone: string): number | undefined {
  const key = `${timeZone} ${date}`;
  if (offsets.has(key)) return offsets.get(key);
  const before = zoneOffset(date - day, timeZone) ?? 0;
  const after = zoneOffset(date + 2 * day, timeZone) ?? 0;
  if (offsets.size >= mostOffsets) offsets.clear();
  offsets.set(key, before === after ? before : undefined);
  return offsets.get(key);
}

const clockPattern =
  /(?<![\d:.])(\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?)(?:\s?([ap]\.?m\.?))?(?:\s?(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?))?(?![\d:])/i;
const datePattern = /(?<![\d-])(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}\.\d{1,2}\.\d{4})T?/;

/** Midnight UTC of the calendar day that an instant falls on in a zone. */
export function localDay(at: number, timeZone: string): number {
  return Math.floor((at + (zoneOffset(at, timeZone) ?? 0)) / day) * day;
}
