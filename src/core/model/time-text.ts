/** Words for times and durations. Instants and durations are ms; nothing here reads a clock or the machine's locale. */

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** The two largest units, the second dropped where it is zero: `33 min 10 s`, `3 h`, `2 days 4 h`. Sign is ignored. */
export function formatDuration(ms: number): string {
  const length = Math.floor(Math.abs(ms) / second) * second;
  const found = units.findIndex((unit) => length >= unit.ms);
  const index = found < 0 ? units.length - 1 : found;
  const large = units[index] ?? seconds;
  const small = units[index + 1];
  const count = Math.floor(length / large.ms);
  const rest = small === undefined ? 0 : Math.floor((length - count * large.ms) / small.ms);
  const first = `${count} ${large.name(count)}`;
  return small === undefined || rest === 0 ? first : `${first} ${rest} ${small.name(rest)}`;
}

/** A span that is known only within bounds: `30 to 36 min`, `50 min to 1 h 10 min`. */
export function formatDurationRange(least: number, most: number): string {
  const from = formatDuration(least);
  const until = formatDuration(most);
  if (from === until) return from;
  const [fromCount, fromUnit, ...fromRest] = from.split(' ');
  const [, untilUnit, ...untilRest] = until.split(' ');
  const isOneUnit = fromUnit === untilUnit && fromRest.length === 0 && untilRest.length === 0;
  return isOneUnit ? `${fromCount} to ${until}` : `${from} to ${until}`;
}

/** `2026-11-23 14:02 UTC`, with seconds on request. */
export function formatUtc(at: number, options: { readonly seconds?: boolean } = {}): string {
  return `${utcDate(at)} ${utcClock(at, options.seconds)} UTC`;
}

/** `14:02Z`, with seconds on request; for one-line places. */
export function formatClock(at: number, options: { readonly seconds?: boolean } = {}): string {
  return `${utcClock(at, options.seconds)}Z`;
}

/** `2026-11-23`, the calendar day in UTC. */
export function utcDate(at: number): string {
  return isoOf(at).slice(0, 10);
}

/** `15:05 Europe/Berlin`; the date stands before it where it is not the UTC one. Falls back to UTC for an unknown zone. */
export function formatInZone(at: number, zone: string, options: { readonly seconds?: boolean } = {}): string {
  const offset = zoneOffset(at, zone);
  if (offset === undefined) return `${utcClock(at, options.seconds)} UTC`;
  const clock = `${utcClock(at + offset, options.seconds)} ${zone}`;
  return utcDate(at + offset) === utcDate(at) ? clock : `${utcDate(at + offset)} ${clock}`;
}

/** `30 Nov`, with the year where it is not that of `now`; takes an instant or a date `YYYY-MM-DD`, else returns it as it is. */
export function formatDay(date: number | string, now: number): string {
  const at = typeof date === 'number' ? date : Date.parse(`${date.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(at)) return String(date);
  const iso = isoOf(at);
  const words = `${Number(iso.slice(8, 10))} ${monthNames[Number(iso.slice(5, 7)) - 1]}`;
  return iso.slice(0, 4) === isoOf(now).slice(0, 4) ? words : `${words} ${iso.slice(0, 4)}`;
}

/** Whole UTC days from the day of `now` to a date `YYYY-MM-DD`: `today`, `in 2 days`, `6 days ago`. */
export function formatDaysFromNow(date: string, now: number): string {
  const days = daysFromNow(date, now);
  if (days === undefined) return date;
  if (days === 0) return 'today';
  return days > 0 ? `in ${countDays(days)}` : `${countDays(-days)} ago`;
}

/** Whole UTC days from the day of `now` to a date `YYYY-MM-DD`, negative in the past; nothing where it is no date. */
export function daysFromNow(date: string, now: number): number | undefined {
  const at = Date.parse(`${date.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(at) ? undefined : Math.round((at - Date.parse(`${utcDate(now)}T00:00:00Z`)) / day);
}

/** How long something has lasted, in whole minutes: `13 h 48 min`, `less than 1 min`; nothing for what lies ahead. */
export function formatElapsed(since: number, now: number): string | undefined {
  if (since > now) return undefined;
  const length = Math.floor((now - since) / minute) * minute;
  return length === 0 ? 'less than 1 min' : formatDuration(length);
}

/** The largest unit alone: `8 min ago`, `in 2 h`, `6 days ago`, `now` within a second. */
export function formatAgo(at: number, now: number): string {
  const length = Math.abs(now - at);
  if (length < second) return 'now';
  const unit = units.find(({ ms }) => length >= ms) ?? seconds;
  const count = Math.floor(length / unit.ms);
  const words = `${count} ${unit.name(count)}`;
  return at > now ? `in ${words}` : `${words} ago`;
}

/** Offset of a zone from UTC in ms at an instant; nothing for a zone that the runtime does not know. */
export function zoneOffset(at: number, zone: string): number | undefined {
  const format = formatOf(zone);
  if (format === undefined) return undefined;
  const parts: Record<string, number> = {};
  for (const part of format.formatToParts(at)) parts[part.type] = Number(part.value);
  const { year = 0, month = 1, day: date = 1, hour: hours = 0, minute: minutes = 0, second: secs = 0 } = parts;
  const local = Date.UTC(year, month - 1, date, hours, minutes, secs);
  return local - Math.floor(at / second) * second;
}

export function isTimeZone(zone: string): boolean {
  return formatOf(zone) !== undefined;
}

const seconds = { ms: second, name: () => 's' };
const units = [
  { ms: day, name: (count: number) => (count === 1 ? 'day' : 'days') },
  { ms: hour, name: () => 'h' },
  { ms: minute, name: () => 'min' },
  seconds,
];
const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function countDays(days: number): string {
  return `${days} ${days === 1 ? 'day' : 'days'}`;
}

function isoOf(at: number): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? '0000-00-00T00:00:00.000Z' : date.toISOString();
}

function utcClock(at: number, withSeconds = false): string {
  return isoOf(at).slice(11, withSeconds ? 19 : 16);
}

const formats = new Map<string, Intl.DateTimeFormat | undefined>();

/** Making a format takes 0.1 ms, so each zone's is kept; the cache is a pure function's memory. */
function formatOf(zone: string): Intl.DateTimeFormat | undefined {
  if (zone === '') return undefined;
  if (!formats.has(zone)) formats.set(zone, createFormat(zone));
  return formats.get(zone);
}

function createFormat(zone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    return undefined;
  }
}
