import type { Stamp } from './stamp';

/**
 * Reads a time as reports write it: RFC 3339 with a space or `T`, seconds optional, `~` for about, `A/B` for a range,
 * `unknown`, `after E1406`, `before E1406`. A clock without a date falls on the UTC day of `dayBefore` (an instant,
 * such as the row above), on the next day where it would lie more than 12 hours before it.
 */
export function readStamp(text: string, dayBefore?: number): Stamp | undefined {
  const trimmed = text.trim();
  if (trimmed.length > longestStamp) return undefined;
  const code = trimmed.charCodeAt(0) | 32;
  if (code >= 97 && code <= 122) return readWords(trimmed);
  const isAbout = trimmed.startsWith('~');
  const body = isAbout ? trimmed.slice(1).trim() : trimmed;
  const slash = body.indexOf('/');
  if (slash >= 0) return readRange(body.slice(0, slash), body.slice(slash + 1), dayBefore);
  const instant = readInstant(readParts(body), dayBefore);
  if (instant === undefined) return undefined;
  const { at, seconds } = instant;
  return { kind: isAbout ? 'about' : 'exact', at, seconds, ...doubtsOf(instant) };
}

function readWords(text: string): Stamp | undefined {
  if (/^unknown$/i.test(text)) return { kind: 'unknown' };
  const bound = /^(after|before)\s+(\S+)$/i.exec(text);
  if (bound?.[2] === undefined) return undefined;
  return { kind: bound[1]?.toLowerCase() === 'after' ? 'after' : 'before', entry: bound[2] };
}

/** The form in which documents carry a time: `2026-11-23 14:02:10Z`, `~…`, `…/…`, `unknown`, `after E1406`. */
export function formatStamp(stamp: Stamp): string {
  switch (stamp.kind) {
    case 'exact':
      return formatInstant(stamp.at, stamp.seconds);
    case 'about':
      return `~${formatInstant(stamp.at, stamp.seconds)}`;
    case 'range':
      return `${formatInstant(stamp.from, stamp.seconds)}/${formatInstant(stamp.until, stamp.seconds)}`;
    case 'unknown':
      return 'unknown';
    default:
      return `${stamp.kind} ${stamp.entry}`;
  }
}

/** Midnight UTC of a calendar day; nothing where the day does not exist. */
export function utcDay(year: number, month: number, day: number): number | undefined {
  if (year < 1000 || year > 9999 || month < 1 || month > 12 || day < 1) return undefined;
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = month === 2 ? (isLeap ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return day <= days ? Date.UTC(year, month - 1, day) : undefined;
}

const longestStamp = 80;
const dayLength = 24 * 60 * 60 * 1000;

/** What one side of a range or a single time says; what is absent was not written. */
interface TimeParts {
  readonly day?: number;
  readonly clock: number;
  readonly offset?: number;
  readonly seconds: boolean;
}

interface Instant {
  readonly at: number;
  readonly seconds: boolean;
  readonly unsure: boolean;
  readonly noOffset: boolean;
}

function doubtsOf({ unsure, noOffset }: Instant): { readonly unsure?: true; readonly noOffset?: true } {
  return { ...(unsure && { unsure }), ...(noOffset && { noOffset }) };
}

const timePattern =
  /^(?:(\d{4})-(\d{2})-(\d{2})(?:[Tt]|\s+))?(\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?$/i;

function readParts(text: string): TimeParts | undefined {
  return readUsualParts(text) ?? readAnyParts(text);
}

/** `2026-11-23 14:02Z` and `2026-11-23 14:02:10Z`, digit by digit, as nearly all times of a report are written; nothing for all others. */
function readUsualParts(text: string): TimeParts | undefined {
  const { length } = text;
  const seconds = length === 20;
  if ((length !== 17 && !seconds) || text.charCodeAt(length - 1) !== 90 || text.charCodeAt(10) !== 32) return undefined;
  if (text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45 || text.charCodeAt(13) !== 58) return undefined;
  if (seconds && text.charCodeAt(16) !== 58) return undefined;
  const day = utcDay(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10));
  const clock = clockOf(digits(text, 11, 13), digits(text, 14, 16), seconds ? digits(text, 17, 19) : 0);
  return day === undefined || clock === undefined ? undefined : { clock, seconds, offset: 0, day };
}

/** The number that digits write; where anything else stands one that is out of every range. */
function digits(text: string, from: number, end: number): number {
  let value = 0;
  for (let at = from; at < end; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return Number.POSITIVE_INFINITY;
    value = value * 10 + digit;
  }
  return value;
}

function readAnyParts(text: string): TimeParts | undefined {
  const match = timePattern.exec(text.trim());
  if (match === null) return undefined;
  const [, year, month, date, hours, minutes, secs, fraction, zone] = match;
  const clock = clockOf(Number(hours), Number(minutes), Number(secs ?? 0));
  const offset = zone === undefined ? undefined : offsetOf(zone);
  const day = year === undefined ? undefined : utcDay(Number(year), Number(month), Number(date));
  const isOutOfRange = clock === undefined || (zone && offset === undefined) || (year && day === undefined);
  if (isOutOfRange) return undefined;
  return {
    clock: clock + Math.floor(Number(`0.${fraction ?? 0}`) * 1000),
    seconds: secs !== undefined,
    ...(offset !== undefined && { offset }),
    ...(day !== undefined && { day }),
  };
}

function readInstant(parts: TimeParts | undefined, dayBefore: number | undefined): Instant | undefined {
  if (parts === undefined) return undefined;
  const { day, clock, offset = 0, seconds } = parts;
  const noOffset = parts.offset === undefined;
  if (day !== undefined) return { at: day + clock - offset, seconds, unsure: noOffset, noOffset };
  if (dayBefore === undefined) return undefined;
  const at = dayOf(dayBefore) + clock - offset;
  return { at: at < dayBefore - dayLength / 2 ? at + dayLength : at, seconds, unsure: true, noOffset };
}

/** An offset that only one side names holds for both; a clock as second side follows the first within 24 hours. */
function readRange(first: string, second: string, dayBefore: number | undefined): Stamp | undefined {
  const one = readParts(first.replace(/^\s*~/, ''));
  const two = readParts(second.replace(/^\s*~/, ''));
  const offset = one?.offset ?? two?.offset;
  if (one === undefined || two === undefined) return undefined;
  const from = readInstant({ ...one, ...(offset !== undefined && { offset }) }, dayBefore);
  if (from === undefined) return undefined;
  const shift = two.offset ?? offset ?? 0;
  let until = (two.day ?? dayOf(from.at + shift)) + two.clock - shift;
  if (two.day === undefined && until < from.at) until += dayLength;
  if (until < from.at) return undefined;
  const seconds = one.seconds || two.seconds;
  return { kind: 'range', from: from.at, until, seconds, ...doubtsOf(from) };
}

function dayOf(at: number): number {
  return Math.floor(at / dayLength) * dayLength;
}

function clockOf(hours: number, minutes: number, secs: number): number | undefined {
  // RFC 3339 knows the leap second :60; it reads as the next minute.
  if (hours > 23 || minutes > 59 || secs > 60) return undefined;
  return ((hours * 60 + minutes) * 60 + secs) * 1000;
}

function offsetOf(zone: string): number | undefined {
  if (/^(?:Z|UTC|GMT)$/i.test(zone)) return 0;
  const match = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone);
  if (match === null) return undefined;
  const hours = Number(match[2]);
  const minutes = Number(match[3] ?? 0);
  if (hours > 23 || minutes > 59) return undefined;
  return (match[1] === '-' ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}

function formatInstant(at: number, seconds: boolean): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return 'unknown';
  const iso = date.toISOString();
  return `${iso.slice(0, 10)} ${iso.slice(11, seconds ? 19 : 16)}Z`;
}
