import { readStamp, utcDay } from '../model/read-stamp';
import type { Stamp } from '../model/stamp';
import { utcDate } from '../model/time-text';

/** What a time without a date goes by: the instant before it, and the day that a heading states. */
export interface Clock {
  readonly before: number | undefined;
  readonly day?: number;
  /** The offset that the section states for all its times, as a stamp writes it. */
  readonly offset?: string;
}

/** Asked first, as most texts name no day. */
const signsOrMonth = /\d[-/.]\d|[a-z]{3}/i;

/** The UTC day that a text names, in figures or with the month's name; a year that is not written is the one nearest to `near`. */
export function dayInText(text: string, near?: number): number | undefined {
  if (!/\d/.test(text) || !signsOrMonth.test(text)) return undefined;
  const iso = /(?<![\d-])(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(text);
  if (iso !== null) return utcDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const german = /(?<![\d.])(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)/.exec(text);
  if (german !== null) return utcDay(Number(german[3]), Number(german[2]), Number(german[1]));
  const named = monthFirst.exec(text)?.groups ?? dayFirst.exec(text)?.groups;
  if (named === undefined) return undefined;
  const month = months.indexOf((named.month ?? '').slice(0, 3).toLowerCase()) + 1;
  const day = Number(named.day);
  if (named.year !== undefined) return utcDay(Number(named.year), month, day);
  return near === undefined ? undefined : nearestDay(month, day, near);
}

/** The day of a month in the year in which it lies nearest to an instant: 2 January after 31 December is in the next. */
export function nearestDay(month: number, day: number, near: number): number | undefined {
  const year = Number(utcDate(near).slice(0, 4));
  const [nearest] = [year, year - 1, year + 1]
    .flatMap((one) => utcDay(one, month, day) ?? [])
    .sort((a, b) => Math.abs(a - near) - Math.abs(b - near));
  return nearest;
}

/**
 * What an unreadable time most likely means, for a fix or for a list written elsewhere; always to be confirmed.
 * A zone by letters (`CET`) is no offset, so with one nothing is guessed.
 */
export function guessStamp(text: string, dayBefore?: number): Stamp | undefined {
  if (text.length > 80 || namedZone.test(text)) return undefined;
  const day = dayInText(text, dayBefore);
  if (day === undefined && dayBefore === undefined) return undefined;
  const rest = text.replace(datePart, ' ').replace(monthFirst, ' ').replace(dayFirst, ' ');
  const match = clockPattern.exec(rest) ?? militaryPattern.exec(rest);
  if (match === null) return undefined;
  const [, hours, minutes, secs, half, zone] = match;
  const hour = hourOf(Number(hours), half);
  if (hour === undefined) return undefined;
  const clock = `${pad(hour)}:${minutes}${secs ? `:${secs}` : ''}${offsetWords(zone)}`;
  const about = /^\s*(?:~|≈|c(?:a|irca)?\.? |about |around |approx)/i.test(text) ? '~' : '';
  if (day !== undefined) return readStamp(`${about}${utcDate(day)} ${clock}`);
  return dayBefore === undefined ? undefined : readStamp(`${about}${clock}`, dayBefore);
}

/** The same stamp as one whose date and offset are certain; what a fix writes. */
export function certain(stamp: Stamp): Stamp {
  if (stamp.kind === 'exact' || stamp.kind === 'about') {
    return { kind: stamp.kind, at: stamp.at, seconds: stamp.seconds };
  }
  if (stamp.kind === 'range') return { kind: 'range', from: stamp.from, until: stamp.until, seconds: stamp.seconds };
  return stamp;
}

/** Zones by letters other than UTC; their offset depends on place and season. */
export const namedZone = /\b(?:[PMCE][SD]?T|CES?T|BST|IST|JST|AE[SD]T|WES?T|EES?T|MSK|HKT|SGT|NZ[SD]T)\b/;

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthName = '(?<month>(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6})';
const monthFirst = new RegExp(
  `\\b${monthName}\\.? (?<day>\\d{1,2})(?:st|nd|rd|th)?(?!\\d|:)(?:,? (?<year>\\d{4})(?!:))?`,
  'i',
);
const dayFirst = new RegExp(
  `\\b(?<day>\\d{1,2})(?:st|nd|rd|th|\\.)? ${monthName}\\.?(?:,? (?<year>\\d{4})(?!:))?`,
  'i',
);
const datePart = /(?<![\d-])(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}\.\d{1,2}\.\d{4})T?/;
const half = '(?:\\s*([ap])\\.?m\\.?)?';
const zone = '\\s*(Z|UTC|GMT|[+-]\\d{2}(?::?\\d{2})?)?';
const clockPattern = new RegExp(
  `(?<!\\d)(\\d{1,2})[:.h](\\d{2})(?:[:.](\\d{2}))?(?:\\s*(?:h|hrs|uhr)\\b)?${half}${zone}(?![\\d])`,
  'i',
);
const militaryPattern = new RegExp(`^[\\s~,]*(\\d{2})(\\d{2})()${half}(?:\\s*(?:h|hrs|hours))?${zone}\\s*$`, 'i');

function hourOf(hours: number, letter: string | undefined): number | undefined {
  if (letter === undefined || hours > 12) return hours <= 23 ? hours : undefined;
  if (hours === 0) return undefined;
  return (hours % 12) + (letter.toLowerCase() === 'p' ? 12 : 0);
}

function offsetWords(text: string | undefined): string {
  if (text === undefined) return '';
  return /^(?:Z|UTC|GMT)$/i.test(text) ? 'Z' : text;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
