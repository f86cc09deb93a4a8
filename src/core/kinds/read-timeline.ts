import type { MarkdownDocument } from '../markdown/markdown-document';
import type { Conventions } from '../model/conventions';
import { instantOf } from '../model/stamp';
import type { Conflict } from './conflicts';
import { addReading, type EntryReadings, emptyReadings, FoundEntries, type ReadTimeline } from './found-entries';
import type { ReadProblem } from './front-matter';
import { type Clock, dayInText } from './guess-stamp';
import type { DocumentSection } from './incident-document';
import { bulletEntry, type EntrySlot, entrySlotsOf, type RowContext, rowEntry } from './place-entry';
import { type EntryColumns, entryColumnsOf, kindNames, stampOf, timelineTableOf, timeOf } from './read-entry';
import { keepTimeline, rereadTimeline } from './reread-timeline';
import { shiftLocated } from './shift';
import type { Table } from './tables';
import { type TimeReading, timeProblems } from './time-problems';
import { offsetInHeader } from './timeline-columns';
import { type TimedLine, timedLineProblems, timedLines } from './timeline-lines';
import type { TimelineTable } from './timeline-table';

export interface Timeline {
  readonly found: FoundEntries;
  /** The first table with times; the one that new entries go into. */
  readonly table?: TimelineTable;
  readonly problems: readonly ReadProblem[];
}

export interface TimelineContext {
  readonly tables: readonly Table[];
  readonly conflicts: readonly Conflict[];
  readonly conventions: Conventions;
  /** UTC day of times without a date, where nothing else says one. */
  readonly day?: number;
}

/** The entries of the given sections, from tables and lists alike, in the order of the text. */
export function readTimeline(
  markdown: MarkdownDocument,
  sections: readonly DocumentSection[],
  { tables, conflicts, conventions, day }: TimelineContext,
): Timeline {
  const kinds = kindNames(conventions);
  const reread = rereadTimeline(markdown, sections, { tables, kinds, day });
  const all = reread ?? readAll(markdown, sections, { tables, conflicts, kinds, day });
  const { entries, table, unread, timed } = all;
  if (unread.length === 0 && timed.length === 0) keepTimeline(markdown, { entries, kinds, day });
  return {
    found: new FoundEntries(markdown.starts, entries),
    ...(table && { table: timelineTableOf(table) }),
    problems: [...timeProblems(unread), ...timedLineProblems(timed)],
  };
}

interface ReadContext extends Pick<TimelineContext, 'tables' | 'conflicts'> {
  readonly kinds: ReadonlySet<string>;
  readonly day: number | undefined;
}

function readAll(
  markdown: MarkdownDocument,
  sections: readonly DocumentSection[],
  { tables, conflicts, kinds, day }: ReadContext,
): ReadTimeline {
  const entries = emptyReadings();
  const unread: TimeReading[] = [];
  const timed: TimedLine[] = [];
  let first: Table | undefined;
  const slots = entrySlotsOf(markdown);
  const isBase = baseTest(conflicts);
  const byBlock = new Map(tables.map((table) => [table.block, table]));
  for (const section of sections) {
    let clock = clockOf(section.title, day);
    for (let index = section.block + 1; index < section.endBlock; index++) {
      const block = markdown.blocks[index];
      if (block?.kind === 'heading' || block?.kind === 'paragraph') {
        const words = block.text.slice(block.contentStart, block.contentEnd);
        const named = block.kind === 'heading' || isDayLine(words) ? dayInText(words, clock.before) : undefined;
        if (named !== undefined) clock = { ...clock, before: named, day: named };
        const offset = /\btimes?\b/i.test(words.slice(0, 120)) ? offsetInHeader(words.slice(0, 120)) : undefined;
        if (offset !== undefined) clock = { ...clock, offset };
        if (!isBase(index)) timed.push(...timedLines(markdown, index));
      } else if (block?.kind === 'list-item' && !isBase(index)) {
        const reading = bulletEntry(block, slots[index] ?? {}, { clock, kinds });
        if (reading === undefined) continue;
        const start = markdown.starts[index] ?? 0;
        const { stamp, time } = reading.entry;
        addReading(entries, reading, index);
        if (stamp === undefined) unread.push({ time: shiftLocated(time, start), before: clock.before });
        clock = { ...clock, before: reading.instant ?? clock.before };
      }
      const table = byBlock.get(index);
      const columns = table && entryColumnsOf(table);
      if (table === undefined || columns === undefined) continue;
      first ??= table;
      clock = readRows(table, { context: { columns, kinds, clock }, slots, starts: markdown.starts }, entries, unread);
      index = table.endBlock - 1;
    }
  }
  return { entries, table: first, unread, timed };
}

/** What the section's heading says of its times: `Timeline (UTC)`, `Timeline of 2026-11-23`. */
function clockOf(title: string, day: number | undefined): Clock {
  const offset = offsetInHeader(title);
  const before = dayInText(title) ?? day;
  return offset === undefined ? { before } : { before, offset };
}

/** Whether a block stands on the common ancestor's side of a merge conflict; to be asked in order. */
function baseTest(conflicts: readonly Conflict[]): (block: number) => boolean {
  let next = 0;
  return (block) => {
    while ((conflicts[next]?.endBlock ?? Number.POSITIVE_INFINITY) <= block) next++;
    const base = conflicts[next]?.base;
    return base !== undefined && base.block < block && block < base.endBlock;
  };
}

interface RowsContext {
  readonly context: RowContext;
  readonly slots: readonly EntrySlot[];
  readonly starts: readonly number[];
}

function readRows(
  table: Table,
  { context, slots, starts }: RowsContext,
  entries: EntryReadings,
  unread: TimeReading[],
): Clock {
  const { columns, clock } = context;
  const hasDate = columns.date !== undefined || clock.day !== undefined;
  let { before } = clock;
  before ??= firstInstant(table, columns);
  for (const block of table.rowBlocks) {
    const reading = rowEntry(table.readingOf(block), slots[block] ?? {}, context, before);
    if (reading === undefined) continue;
    const start = starts[block] ?? 0;
    addReading(entries, reading, block);
    // After a key this goes through thousands of rows, so what hardly any row has is asked by one flag.
    if (reading.isUnsure) {
      const { stamp, time } = reading.entry;
      if (stamp === undefined) unread.push({ time: shiftLocated(time, start), before });
      else if (!hasDate) unread.push({ time: shiftLocated(time, start), before, stamp });
    }
    before = reading.instant ?? before;
  }
  return { ...clock, before };
}

/** Midnight of the first dated row, for the rows above it. */
function firstInstant(table: Table, columns: EntryColumns): number | undefined {
  for (const block of table.rowBlocks) {
    const stamp = stampOf(timeOf(table.readingOf(block), columns), columns, { before: undefined });
    const at = stamp && instantOf(stamp);
    if (at !== undefined) return Math.floor(at / 86_400_000) * 86_400_000;
  }
  return undefined;
}

/** A line that only says which day follows, such as `**2026-11-23**`. */
function isDayLine(text: string): boolean {
  return text.length < 60 && !/[\r\n]/.test(text) && /^\W*(?:\w+,? )?[\w.,/ -]*\W*$/.test(text) && /\d/.test(text);
}
