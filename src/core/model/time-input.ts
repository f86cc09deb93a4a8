import { type Message, message } from './message';
import { readStamp, utcDay } from './read-stamp';
import type { Stamp } from './stamp';
import { formatDuration, utcDate, zoneOffset } from './time-text';

/** What a time box makes of what was typed. */
export type TimeInput =
  | {
      readonly state: 'read';
      readonly stamp: Stamp;
      /** Moves with the clock: `now`, `-20m`. */
      readonly isRelative: boolean;
      /** What stood after the time in a pasted line. */
      readonly rest?: string;
      /** To be shown beside the time; none of them hinders saving. */
      readonly notes: readonly TimeNote[];
    }
  | { readonly state: 'empty' }
  | { readonly state: 'unread'; readonly message: Message };

export interface TimeNote {
  readonly kind: 'future' | 'overlap' | 'no-offset';
  readonly message: Message;
}

/**
 * Reads `now`, `-20m`, `14:05`, `yesterday 23:50`, a stamp with or without offset, a range `14:05/14:20`, `unknown`,
 * `after E1406`, each with `~` for about, and a line that begins with a time. What has no offset is a time in `timeZone`.
 */
export function readTimeInput(
  text: string,
  { now, timeZone }: { readonly now: number; readonly timeZone: string },
): TimeInput {
  const trimmed = text.trim();
  if (trimmed === '') return { state: 'empty' };
  const isAbout = /^(?:~|about |around |ca\.? )/i.test(trimmed);
  const body = isAbout ? trimmed.replace(/^(?:~|about |around |ca\.? )\s*/i, '') : trimmed;
  const context: Context = { now, timeZone };
  const worded = readStamp(body);
  if (worded !== undefined && !('seconds' in worded)) return read(worded);
  const relative = readRelative(body, now);
  if (relative !== undefined) return read(withAbout(relative, isAbout), { isRelative: true });
  const whole = readRange(body, context) ?? readOne(body, context);
  if (whole !== undefined) return finish(whole, { isAbout, context });
  return readLine(body, { isAbout, context }) ?? unread(trimmed);
}

/** The instant of a wall clock in a zone; `gap` where clocks are put forward over it, the first of two in an overlap. */
export function instantInZone(
  local: number,
  zone: string,
): { readonly at: number; readonly isOverlap: boolean } | 'gap' {
  const day = 24 * 60 * minute;
  const offsets = new Set([zoneOffset(local - day, zone) ?? 0, zoneOffset(local + day, zone) ?? 0]);
  const instants = [...offsets]
    .map((offset) => local - offset)
    .filter((at) => (zoneOffset(at, zone) ?? 0) === local - at);
  if (instants.length === 0) return 'gap';
  return { at: Math.min(...instants), isOverlap: instants.length > 1 };
}

const minute = 60_000;

interface Context {
  readonly now: number;
  readonly timeZone: string;
}

/** A clock that was read, or why it does not exist. */
type Reading =
  | { readonly stamp: Stamp; readonly notes: readonly TimeNote[]; readonly rest?: string }
  | { readonly message: Message };

function read(
  stamp: Stamp,
  more: { readonly isRelative?: boolean; readonly notes?: readonly TimeNote[] } = {},
): TimeInput {
  return { state: 'read', stamp, isRelative: more.isRelative ?? false, notes: more.notes ?? [] };
}

function unread(text: string): TimeInput {
  const value = text.length > 30 ? `${text.slice(0, 29)}…` : text;
  return {
    state: 'unread',
    message: message('"{value}" is not read as a time. 14:05, -20m or unknown are.', { value }),
  };
}

function finish(
  reading: Reading,
  { isAbout, context }: { readonly isAbout: boolean; readonly context: Context },
): TimeInput {
  if ('message' in reading) return { state: 'unread', message: reading.message };
  const at = 'at' in reading.stamp ? reading.stamp.at : 'from' in reading.stamp ? reading.stamp.from : context.now;
  const ahead = at - context.now;
  const future: TimeNote[] =
    ahead < minute
      ? []
      : [
          {
            kind: 'future',
            message: message('That is {duration} in the future.', { duration: formatDuration(ahead) }),
          },
        ];
  return {
    state: 'read',
    stamp: withAbout(reading.stamp, isAbout),
    isRelative: false,
    ...(reading.rest !== undefined && { rest: reading.rest }),
    notes: [...reading.notes, ...future],
  };
}

function withAbout(stamp: Stamp, isAbout: boolean): Stamp {
  return isAbout && stamp.kind === 'exact' ? { kind: 'about', at: stamp.at, seconds: stamp.seconds } : stamp;
}

function readRelative(text: string, now: number): Stamp | undefined {
  if (/^now$/i.test(text)) return { kind: 'exact', at: Math.floor(now / 1000) * 1000, seconds: true };
  const ago = /^(?:[-–−]\s*)?(.+?)\s+ago$/i.exec(text)?.[1] ?? /^[-–−]\s*(.+)$/.exec(text)?.[1];
  if (ago === undefined) return undefined;
  const match =
    /^(?:(\d{1,3})\s*d(?:ays?)?)?\s*(?:(\d{1,4})\s*h(?:ours?|rs?)?)?\s*(?:(\d{1,5})\s*m(?:in(?:utes?|s)?)?)?\s*(?:(\d{1,6})\s*s(?:ec(?:onds?|s)?)?)?$/i.exec(
      ago,
    );
  if (match === null || match[0] === '') return undefined;
  const [, days = 0, hours = 0, minutes = 0, secs] = match;
  const length = ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * minute + Number(secs ?? 0) * 1000;
  const seconds = secs !== undefined;
  const step = seconds ? 1000 : minute;
  return { kind: 'exact', at: Math.floor((now - length) / step) * step, seconds };
}

function readRange(text: string, context: Context): Reading | undefined {
  const parts = text.split('/');
  const [first, second] = parts;
  if (parts.length !== 2 || first === undefined || second === undefined) return undefined;
  const from = readOne(first.trim(), context);
  if (from === undefined || 'message' in from || from.stamp.kind !== 'exact') return from;
  const isClock = !/^\d{4}-/.test(second.trim());
  const until = readOne(second.trim(), isClock ? { ...context, now: from.stamp.at } : context);
  if (until === undefined || 'message' in until || until.stamp.kind !== 'exact') return until;
  const start = from.stamp.at;
  const end = isClock && until.stamp.at < start ? until.stamp.at + 24 * 60 * minute : until.stamp.at;
  if (end < start) return undefined;
  const seconds = from.stamp.seconds || until.stamp.seconds;
  return { stamp: { kind: 'range', from: start, until: end, seconds }, notes: [...from.notes, ...until.notes] };
}

const datePattern = '(?:(\\d{4})-(\\d{2})-(\\d{2})(?:[Tt]|\\s+)|(today|yesterday)[,]?\\s+(?:at\\s+)?)?';
const clockPattern = '(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d{1,9})?)?(?:\\s*([ap])\\.?m\\.?)?';
const zonePattern = '\\s*(Z|UTC|GMT|[+-]\\d{2}(?::?\\d{2})?)?';
const onePattern = new RegExp(`^${datePattern}${clockPattern}${zonePattern}$`, 'i');
const linePattern = new RegExp(
  `^[[(]?(${datePattern}${clockPattern}(?:${zonePattern}\\b)?)[\\])]?(?:\\s*[|:,–—-]\\s+|\\s+)(\\S.*)$`,
  'is',
);

function readOne(text: string, context: Context): Reading | undefined {
  const match = onePattern.exec(text);
  if (match === null) return undefined;
  const [, year, month, date, word, hourText, minuteText = '', secs, half, zone] = match;
  const hours = hourOf(Number(hourText), half);
  if (hours === undefined) return undefined;
  const clock = `${String(hours).padStart(2, '0')}:${minuteText}${secs === undefined ? '' : `:${secs}`}`;
  const localNow =
    context.now + (zone === undefined ? (zoneOffset(context.now, context.timeZone) ?? 0) : offsetOf(zone));
  const today = utcDate(word?.toLowerCase() === 'yesterday' ? localNow - 24 * 60 * minute : localNow);
  const isBare = year === undefined && word === undefined;
  if (year !== undefined && utcDay(Number(year), Number(month), Number(date)) === undefined) return undefined;
  const day = year === undefined ? today : `${year}-${month}-${date}`;
  const reading = resolve(`${day} ${clock}`, zone, context);
  if (!isBare || reading === undefined || !('stamp' in reading) || reading.stamp.kind !== 'exact') return reading;
  // What was seen lies behind: just after midnight, 23:50 is yesterday's.
  if (reading.stamp.at <= context.now + 12 * 60 * minute) return reading;
  return resolve(`${utcDate(localNow - 24 * 60 * minute)} ${clock}`, zone, context);
}

/** `text` is a date and a clock without offset. */
function resolve(text: string, zone: string | undefined, { timeZone }: Context): Reading | undefined {
  const stamp = readStamp(`${text}${zone ?? 'Z'}`);
  if (stamp?.kind !== 'exact') return undefined;
  if (zone !== undefined) return { stamp, notes: [] };
  const found = instantInZone(stamp.at, timeZone);
  const clock = text.slice(11);
  if (found === 'gap') {
    return { message: message('{clock} does not occur on this day in {zone}.', { clock, zone: timeZone }) };
  }
  const exact: Stamp = { kind: 'exact', at: found.at, seconds: stamp.seconds };
  if (!found.isOverlap) return { stamp: exact, notes: [] };
  // The second one is what the zone's later offset makes of the same clock.
  const second = formatOffset(zoneOffset(found.at + 2 * 60 * minute, timeZone) ?? 0);
  const words = message(
    '{clock} occurs twice on this day in {zone}; the first is taken. Add {offset} for the second.',
    { clock, zone: timeZone, offset: second },
  );
  return { stamp: exact, notes: [{ kind: 'overlap', message: words }] };
}

/** A pasted log line: the time it begins with, and the rest. */
function readLine(
  text: string,
  { isAbout, context }: { readonly isAbout: boolean; readonly context: Context },
): TimeInput | undefined {
  const plain = rewriteLogTime(text);
  const match = linePattern.exec(plain);
  const time = match?.[1]?.trim();
  const rest = match?.at(-1)?.trim();
  if (time === undefined || rest === undefined) return undefined;
  const reading = readOne(time.replace(/,\d+$/, ''), context);
  if (reading === undefined || 'message' in reading) return reading && finish(reading, { isAbout, context });
  const hasDate = /^\d{4}-/.test(time);
  const hasOffset = /(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})$/i.test(time);
  const note: TimeNote[] =
    hasDate && !hasOffset
      ? [
          {
            kind: 'no-offset',
            message: message('No offset; read as a time in {zone}.', { zone: context.timeZone || 'UTC' }),
          },
        ]
      : [];
  return finish({ ...reading, rest, notes: [...note, ...reading.notes] }, { isAbout, context });
}

/** Brings the date of a web server's log into the form of all others. */
function rewriteLogTime(text: string): string {
  return text.replace(
    /^(\[?)(\d{2})\/([A-Z][a-z]{2})\/(\d{4}):(\d{2}:\d{2}:\d{2}) ?([+-]\d{4})?/,
    (whole, bracket: string, day: string, name: string, year: string, clock: string, offset = '') => {
      const month = monthNames.indexOf(name) + 1;
      return month === 0 ? whole : `${bracket}${year}-${String(month).padStart(2, '0')}-${day} ${clock}${offset}`;
    },
  );
}

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function hourOf(hours: number, half: string | undefined): number | undefined {
  if (half === undefined) return hours > 23 ? undefined : hours;
  if (hours < 1 || hours > 12) return undefined;
  return (hours % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
}

function offsetOf(zone: string): number {
  const match = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone);
  if (match === null) return 0;
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3] ?? 0)) * minute;
}

/** `+01:00`, of an offset in ms. */
export function formatOffset(offset: number): string {
  const minutes = Math.abs(offset) / minute;
  const pad = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${pad(minutes / 60)}:${pad(minutes % 60)}`;
}
