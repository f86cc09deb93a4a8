import { type Message, message } from '../model/message';
import { formatStamp } from '../model/read-stamp';
import type { Stamp } from '../model/stamp';
import { readTimeInput, type TimeInput } from '../model/time-input';

/** A time as the form has it: what was typed and how precisely it is known. */
export interface TypedTime {
  readonly time: string;
  readonly precision: 'exact' | 'about' | 'range' | 'unknown' | 'after entry' | 'before entry';
  /** End of a range. */
  readonly until: string;
  /** Id of the bounding entry. */
  readonly bound: string;
}

export interface TimeContext {
  /** ms since the epoch. */
  readonly now: number;
  /** IANA name of the zone in which a bare `14:05` is meant. */
  readonly timeZone: string;
}

export type EntryTime =
  | {
      readonly stamp: Stamp;
      /** `now` or `-20m`: another moment gives another time. */
      readonly isRelative: boolean;
      readonly notes: readonly Message[];
    }
  | { readonly field: 'time' | 'until' | 'bound'; readonly problem: Message };

/** The stamp that a form's fields come to, or which of them is not read and why. */
export function readEntryTime({ time, precision, until, bound }: TypedTime, context: TimeContext): EntryTime {
  switch (precision) {
    case 'unknown':
      return { stamp: { kind: 'unknown' }, isRelative: false, notes: [] };
    case 'after entry':
    case 'before entry': {
      if (bound === '') return { field: 'bound', problem: message('Which entry?') };
      const kind = precision === 'after entry' ? 'after' : 'before';
      return { stamp: { kind, entry: bound }, isRelative: false, notes: [] };
    }
    case 'range':
      return readRange(time, until, context);
    default: {
      const read = readOne(time, 'time', context);
      if ('problem' in read || precision === 'exact' || read.stamp.kind !== 'exact') return read;
      return { ...read, stamp: { ...read.stamp, kind: 'about' } };
    }
  }
}

/** What a pasted line of a log says when, and what it says then. */
export function readPastedLine(line: string, context: TimeContext): { readonly time: string; readonly event: string } {
  const [first = ''] = line.trim().split(/\r\n?|\n/, 1);
  const read = readTimeInput(first, context);
  if (read.state !== 'read' || read.rest === undefined) return { time: first.slice(0, 1_000), event: '' };
  return { time: formatStamp(read.stamp), event: read.rest };
}

function readRange(time: string, until: string, context: TimeContext): EntryTime {
  const from = readOne(time, 'time', context);
  if ('problem' in from || from.stamp.kind === 'range') return from;
  if (until.trim() === '') return { field: 'until', problem: message('Until when?') };
  // Together, so that a clock alone falls on the day on which the range begins.
  const both = readTimeInput(`${time}/${until}`, context);
  if (both.state === 'read' && both.stamp.kind === 'range') return given(both);
  const end = readOne(until, 'until', context);
  if ('problem' in end) return end;
  if (!('at' in from.stamp) || !('at' in end.stamp)) {
    return { field: 'until', problem: message('A range has two times. 14:05 and 14:20 are.') };
  }
  if (end.stamp.at < from.stamp.at) {
    return { field: 'until', problem: message('The end of the range is before its beginning.') };
  }
  const seconds = from.stamp.seconds || end.stamp.seconds;
  const stamp: Stamp = { kind: 'range', from: from.stamp.at, until: end.stamp.at, seconds };
  return { stamp, isRelative: from.isRelative || end.isRelative, notes: [...from.notes, ...end.notes] };
}

type ReadTime = Extract<EntryTime, { readonly stamp: Stamp }>;

/** A whole line belongs into a timeline as time and text, so as a time alone it is not read. */
function readOne(
  text: string,
  field: 'time' | 'until',
  context: TimeContext,
): ReadTime | { readonly field: 'time' | 'until'; readonly problem: Message } {
  const read = readTimeInput(text, context);
  if (read.state === 'unread') return { field, problem: read.message };
  if (read.state === 'empty') return { field, problem: message('No time yet. now, 14:05, -20m or unknown are read.') };
  if (read.rest === undefined) return given(read);
  const value = text.trim().length > 30 ? `${text.trim().slice(0, 29)}…` : text.trim();
  return { field, problem: message('"{value}" is not read as a time. 14:05, -20m or unknown are.', { value }) };
}

/** The form says itself when a time lies ahead. */
function given({ stamp, isRelative, notes }: Extract<TimeInput, { state: 'read' }>): ReadTime {
  return { stamp, isRelative, notes: notes.filter(({ kind }) => kind !== 'future').map((note) => note.message) };
}
