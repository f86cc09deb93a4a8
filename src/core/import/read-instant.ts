import { dayInText, namedZone } from '../kinds/guess-stamp';
import { readTimeInput } from '../model/time-input';
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
  const read = readTimeInput(text, { now: Number.MAX_SAFE_INTEGER, timeZone: 'UTC' });
  return read.state === 'read' && 'seconds' in read.stamp && read.rest === undefined ? read.stamp : undefined;
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
  const read = readTimeInput(`${utcDate(date)} ${clock}${half}${offset}`, { now: date + day, timeZone });
  if (read.state !== 'read' || !('seconds' in read.stamp)) return undefined;
  const about = /^\s*(?:~|about |around |ca\.? )/i.test(text) && read.stamp.kind === 'exact';
  const stamp: PlacedStamp = about ? { ...read.stamp, kind: 'about' } : read.stamp;
  return offset === '' || namedZone.test(text) ? { stamp, zone: timeZone } : { stamp };
}

const clockPattern =
  /(?<![\d:.])(\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?)(?:\s?([ap]\.?m\.?))?(?:\s?(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?))?(?![\d:])/i;
const datePattern = /(?<![\d-])(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}\.\d{1,2}\.\d{4})T?/;

/** Midnight UTC of the calendar day that an instant falls on in a zone. */
export function localDay(at: number, timeZone: string): number {
  return Math.floor((at + (zoneOffset(at, timeZone) ?? 0)) / day) * day;
}
