import { dayInText, namedZone } from '../kinds/guess-stamp';
import { message } from '../model/message';
import { instantOf } from '../model/stamp';
import { readTimeInput } from '../model/time-input';
import { utcDate } from '../model/time-text';
import { contentKey } from './content-key';
import { type ReadInstant, readWrittenTime } from './read-instant';
import type { SourceContext, SourceItem, SourceNote } from './source-record';

/**
 * Lines that begin with a time, `14:05 text`, and messages copied from a chat, `alice  14:05` with the text below.
 * Lines without a time belong to the entry above them. A line that names a day holds for those below it.
 */
export function* readPlainText(text: string, file: string, context: SourceContext): Iterable<SourceItem> {
  let clock: TextClock = { ...(context.day !== undefined && { day: context.day }), isDayStated: false };
  let open: OpenEntry | undefined;
  let isAfterBlank = false;
  let isDayGuessed = false;
  for (const [index, line] of text.split(/\r\n?|\n/).entries()) {
    const where = `${file}, line ${index + 1}`;
    if (line.trim() === '') {
      isAfterBlank = true;
      continue;
    }
    const begun = beginEntry(line, where, { clock, context });
    if (begun !== undefined && open !== undefined) yield close(open);
    if (begun === 'unread') {
      open = undefined;
      yield { where, skip: 'no-time' };
    } else if (begun !== undefined) {
      open = begun;
      isAfterBlank = false;
      isDayGuessed ||= begun.isDayGuessed;
      clock = { ...clock, day: begun.day, last: instantOf(begun.time.stamp) ?? 0 };
    } else {
      const day = dayLine(line, clock);
      if (day !== undefined) clock = { day, isDayStated: true };
      else if (open !== undefined && belongsTo(open, line, isAfterBlank)) open.lines.push(line.trim());
      else yield { where, skip: 'no-time' };
    }
  }
  if (open !== undefined) yield close(open);
  if (isDayGuessed) yield guessedDay(context);
}

/** Behind a blank line only what is indented, or all of a message that was copied from a chat. */
function belongsTo({ isMessage }: OpenEntry, line: string, isAfterBlank: boolean): boolean {
  return isMessage || !isAfterBlank || /^[ \t]/.test(line);
}

/** What times without a date go by. */
interface TextClock {
  /** Midnight UTC of the calendar day. */
  readonly day?: number;
  /** A line of the text names it. */
  readonly isDayStated: boolean;
  /** Instant of the entry above. */
  readonly last?: number;
}

interface OpenEntry {
  readonly where: string;
  readonly time: ReadInstant;
  readonly day: number;
  readonly isDayGuessed: boolean;
  readonly actor?: string;
  readonly lines: string[];
  /** Copied from a chat: its paragraphs belong together. */
  readonly isMessage: boolean;
}

const dayLength = 24 * 60 * 60_000;
const longestHead = 400;
const clockWords = '\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d{1,9})?)?(?:\\s?[ap]\\.?m\\b\\.?)?';
const zoneWords = `(?:\\s?(?:Z\\b|UTC\\b|GMT\\b|[+-]\\d{2}:?\\d{2}\\b|${namedZone.source}))?`;
const dateWords = '(?:\\d{4}-\\d{2}-\\d{2}(?:T|\\s+)|\\d{1,2}\\.\\d{1,2}\\.\\d{4},?\\s+)?';
const leading = new RegExp(
  `^\\s*(?:[-*+>]\\s+)?[[(*]{0,3}(~?${dateWords}${clockWords}${zoneWords})[\\])*]{0,3}(?:\\s*[|:,–—-]\\s+|\\s+)(?=\\S)`,
  'i',
);
const header = new RegExp(`^\\s*(\\S(?:.{0,58}\\S)?)\\s+[[(]?(${clockWords})[\\])]?\\s*$`, 'i');

/** `unread` for a line that begins with a clock that is none, or on no known day. */
function beginEntry(
  line: string,
  where: string,
  { clock, context }: { readonly clock: TextClock; readonly context: SourceContext },
): OpenEntry | 'unread' | undefined {
  const head = leading.exec(line.slice(0, longestHead));
  if (head !== null) {
    const { actor, text } = splitSpeaker(line.slice(head[0].length));
    return entryAt(head[1] ?? '', { where, clock, context, actor, lines: [text], isMessage: false }) ?? 'unread';
  }
  const logged = readLogLine(line, context);
  if (logged !== undefined) return { where, ...logged, isDayGuessed: false, isMessage: false };
  const [, name = '', time = ''] = line.length > 90 ? [] : (header.exec(line) ?? []);
  if (time === '' || /[.!?;,]$/.test(name) || name.split(/\s+/).length > 4) return undefined;
  const isDated = dayInText(name) !== undefined;
  const actor = isDated ? undefined : name;
  return entryAt(isDated ? `${name} ${time}` : time, { where, clock, context, actor, lines: [], isMessage: true });
}

function entryAt(
  written: string,
  {
    clock,
    context,
    actor,
    ...entry
  }: Pick<OpenEntry, 'where' | 'lines' | 'isMessage'> & {
    readonly clock: TextClock;
    readonly context: SourceContext;
    readonly actor: string | undefined;
  },
): OpenEntry | undefined {
  const stated = dayInText(written);
  const day = stated ?? clock.day;
  if (day === undefined) return undefined;
  const read = (near: number) => readWrittenTime(written, { near, timeZone: context.timeZone });
  const first = read(day);
  // Past midnight the clock begins anew.
  const isNextDay =
    stated === undefined &&
    first !== undefined &&
    clock.last !== undefined &&
    (instantOf(first.stamp) ?? 0) < clock.last - dayLength / 2;
  const time = isNextDay ? read(day + dayLength) : first;
  if (time === undefined) return undefined;
  return {
    ...entry,
    time,
    day: isNextDay ? day + dayLength : day,
    isDayGuessed: stated === undefined && !clock.isDayStated,
    ...(actor !== undefined && { actor }),
  };
}

/** Lines of programs have dates of their own: `23/Nov/2026:14:05:09 +0000`. */
function readLogLine(line: string, { timeZone }: SourceContext): Pick<OpenEntry, 'time' | 'day' | 'lines'> | undefined {
  if (!/^\[?\d{2}\/[A-Z][a-z]{2}\/\d{4}:/.test(line)) return undefined;
  const read = readTimeInput(line.slice(0, 10_000), { now: Number.MAX_SAFE_INTEGER, timeZone });
  if (read.state !== 'read' || read.rest === undefined || !('seconds' in read.stamp)) return undefined;
  const at = instantOf(read.stamp) ?? 0;
  const isOpen = read.notes.some(({ kind }) => kind === 'no-offset');
  const time = { stamp: read.stamp, ...(isOpen && { zone: timeZone }) };
  return { time, day: Math.floor(at / dayLength) * dayLength, lines: [read.rest] };
}

/** `<alice> text` and `@alice: text` name who wrote; a bare `word: text` may be anything. */
function splitSpeaker(rest: string): { readonly actor?: string; readonly text: string } {
  const match = /^(?:<([^<>\s]{1,40})>|@([\w.-]{1,40}):)\s+(?=\S)/.exec(rest);
  const actor = match?.[1] ?? match?.[2];
  return match === null || actor === undefined ? { text: rest } : { actor, text: rest.slice(match[0].length) };
}

function close({ where, time, actor, lines }: OpenEntry): SourceItem {
  const text = lines.filter((line) => line !== '').join('\n');
  const links = text.match(/https?:\/\/[^\s<>()[\]|`]{1,2000}/g) ?? [];
  return {
    where,
    key: contentKey('text', JSON.stringify(time.stamp), text),
    ...time,
    text,
    ...(actor !== undefined && { actors: [actor] }),
    evidence: links.map((link) => link.replace(/[.,;:!?]+$/, '')),
  };
}

/** `2026-11-23`, `Monday, 23 November 2026`: a short line that names a day and nothing else. */
function dayLine(line: string, { day }: TextClock): number | undefined {
  const isDay =
    line.length < 60 &&
    line
      .toLowerCase()
      .split(/[^\p{L}]+/u)
      .every((word) => dayWord.test(word));
  return isDay ? dayInText(line, day) : undefined;
}

const dayWord =
  /^(?:|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}|date|day|st|nd|rd|th)$/;

function guessedDay({ day }: SourceContext): SourceNote {
  return {
    note: message('Times without a date are taken as times from {day} on.', {
      day: day === undefined ? '' : utcDate(day),
    }),
  };
}
