import { withoutTrailingComments } from '../markdown/trailing-comments';
import { readStamp } from '../model/read-stamp';
import type { Stamp } from '../model/stamp';
import type { Span } from '../model/text';
import { utcDate } from '../model/time-text';
import type { TimelineEntry } from '../model/timeline-entry';
import { trimSpan } from './cell-text';
import { type Clock, dayInText, guessStamp, namedZone, nearestDay } from './guess-stamp';
import { readItemWords } from './read-item-words';

/** The item's own time comes first, then what {@link readItemWords} reads. */
export interface ItemContext {
  readonly clock: Clock;
  /** Names in lower case. */
  readonly kinds: ReadonlySet<string>;
}

/** An entry of a list, `- 14:02 UTC: text` and its many relatives; nothing where the item begins with no time. */
export function readBullet(text: string, content: Span, { clock, kinds }: ItemContext): TimelineEntry | undefined {
  const written = text.slice(content.start, Math.min(content.end, content.start + 300));
  const match = item.exec(written);
  if (match === null) return undefined;
  const [whole, lead = '', time = '', link] = match;
  const timeStart = content.start + lead.length;
  const timeSpan = trimSpan(text, { start: timeStart, end: timeStart + time.length });
  const rest = trimSpan(text, { start: content.start + whole.length, end: content.end });
  const timeText = text.slice(timeSpan.start, timeSpan.end);
  const stamp = stampOf(timeText, clock);
  const entry: Pick<TimelineEntry, 'source' | 'span' | 'time'> & { stamp?: Stamp } = {
    source: 'list-item',
    span: trimSpan(text, content),
    time: { text: timeText, span: timeSpan },
  };
  if (stamp !== undefined) entry.stamp = stamp;
  const words = readItemWords(text, withoutTrailingComments(text, rest), { kinds, stamp });
  // A time that is a link leads to where it was seen.
  const evidence = link === undefined ? words.evidence : [`[${timeText}](${link})`, ...words.evidence];
  return Object.assign(entry, words, { evidence });
}

/** The clock time that a text begins with, marks around it aside. */
export function leadingTime(text: string, content: Span): Span | undefined {
  const [, lead = '', time = ''] =
    item.exec(text.slice(content.start, Math.min(content.end, content.start + 300))) ?? [];
  const start = content.start + lead.length;
  return /\d:\d{2}/.test(time) ? trimSpan(text, { start, end: start + time.length }) : undefined;
}

const weekday = '(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\\.?,?\\s+)?';
const figures = '\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}|\\d{1,2}\\.\\d{1,2}\\.\\d{4}|\\d{2}-\\d{2}(?=\\s)';
const worded =
  '(?:\\d{1,2}(?:st|nd|rd|th|\\.)? )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?(?: \\d{1,2}(?:st|nd|rd|th)?(?![\\d:]))?(?:,? \\d{4})?';
const date = `${weekday}(?:${figures}|${worded})[T,]?\\s*`;
const utc = '(?:UTC\\b(?:[+-]\\d{1,2}(?::\\d{2})?)?|GMT\\b)';
const zone = `(?:\\s*(?:Z\\b|${utc}|\\(${utc}\\)|[+-]\\d{2}:?\\d{2}\\b|${namedZone.source}))`;
const clock = `\\d{1,2}:\\d{2}(?!\\d)(?::\\d{2}(?:[.,]\\d+)?)?(?:\\s*[ap]\\.?m\\b\\.?)?${zone}?`;
const about = '(?:[~≈]|(?:about|around|approx\\.?|approximately|circa|ca?\\.)\\s)';
const stamp = `${about}?\\s*(?:${date})?${clock}(?:\\s*(?:/|-|–|—|to)\\s*~?(?:${date})?${clock})?${zone}?`;
const bound = '(?:unknown|(?:after|before) E\\d+[a-z]*)(?=\\s*[:–—*_`\\])])';
const item = new RegExp(
  `^((?:\\[[ xX]\\]\\s+)?[*_\`\\[(\\s]*)(${stamp}|${bound})(?=$|[\\s:–—|,*_\`\\])-])(?:\\]\\(([^()\\s]{1,240})\\))?[*_\`\\])\\s]*(?:(?::|->|→|=>|[–—|,-])[*_\`\\s]*)?`,
  'i',
);

/** As most lists write it; there is nothing to put right first. */
const plainClock = /^\d{2}:\d{2}(?::\d{2})?(?: ?(?:Z|UTC))?$/;

function stampOf(text: string, at: Clock): Stamp | undefined {
  if (!plainClock.test(text) || (at.offset !== undefined && !/[CZ]$/.test(text))) return stampOfAny(text, at);
  const dated = at.day === undefined ? text : `${utcDate(at.day)} ${text}`;
  return at.day === undefined && at.before === undefined ? undefined : readStamp(dated, at.before);
}

function stampOfAny(text: string, { before, day, offset }: Clock): Stamp | undefined {
  const plain = text.replace(namedZone, '').replace(/[()]/g, ' ').replace(aboutWords, '~').trim();
  const isYearLent = monthAndDay.test(plain);
  const withYear = isYearLent ? withNearestYear(plain, before) : plain;
  if (withYear === undefined) return undefined;
  const normal = withYear
    .replace(/(\d{2}(?:\s*(?:Z|UTC|GMT|[+-]\d{2}:?\d{2}))?)\s*(?:-|–|—|to)\s*(?=~?\d{1,2}:|~?\d{4}-)/i, '$1/')
    .replace(/(?<![\d:])(\d):/g, '0$1:');
  const named = /^~?\d/.test(normal) && dayInText(normal, before) === undefined ? day : undefined;
  const dated =
    named === undefined ? normal : `${normal.startsWith('~') ? '~' : ''}${utcDate(named)} ${normal.replace(/^~/, '')}`;
  const plainly = readStamp(dated, before) ?? guessStamp(dated, before);
  const isOpen = plainly !== undefined && 'unsure' in plainly && offset !== undefined && !namedZone.test(text);
  const read = isOpen ? (readStamp(dated + offset, before) ?? guessStamp(dated + offset, before) ?? plainly) : plainly;
  if (read === undefined || !('seconds' in read)) return read;
  // Zones by letters have no certain offset; the clock is read as UTC and says so.
  if (namedZone.test(text)) return { ...read, unsure: true, noOffset: true };
  return isYearLent ? { ...read, unsure: true } : read;
}

const aboutWords = /^(?:≈|(?:about|around|approx\.?|approximately|circa|ca?\.)\s)\s*/i;

/** `12-05 16:21`; month and day as ISO 8601 orders them. */
const monthAndDay = /^(~?\s*)(\d{2})-(\d{2})(?=\s)/;

function withNearestYear(text: string, near: number | undefined): string | undefined {
  const [whole = '', lead = '', month, date] = monthAndDay.exec(text) ?? [];
  const day = near === undefined ? undefined : nearestDay(Number(month), Number(date), near);
  return day === undefined ? undefined : lead + utcDate(day) + text.slice(whole.length);
}
