import type { Milestone } from '../model/entry-kind';
import { type Interval, lengthOf, unionOf } from '../model/interval';
import { type Message, message } from '../model/message';
import type { MetricAnchor, MetricId, MetricValue } from '../model/metric';
import { instantOf, type Stamp } from '../model/stamp';
import { longestSupportSpan, type SupportCalendar, supportTime } from '../model/support-calendar';
import { anyTime, type TimeWindow } from '../model/time-window';

/** The times that a metric adds up, without overlap, or why there are none. */
export type MetricSpans =
  | {
      /** What certainly belongs to it. */
      readonly least: readonly Interval[];
      /** What may belong to it. */
      readonly most: readonly Interval[];
      /** The times as they stand, where some are about and none is a range. */
      readonly about?: readonly Interval[];
    }
  | { readonly reason: Message; readonly missing?: Milestone };

/** A metric before it is measured. */
export interface ComputedSpans {
  readonly id: MetricId;
  readonly name: Message;
  readonly formula: Message;
  readonly from?: MetricAnchor;
  readonly to?: MetricAnchor;
  readonly spans: MetricSpans;
}

/** One of the two times of a span, with the words for it. */
export interface SpanEnd {
  /** `mitigated`, or nothing where the label says all. */
  readonly name?: string;
  readonly label: string;
  readonly stamp?: Stamp | undefined;
  readonly window: TimeWindow;
}

/** From one time to another; an end that may lie before the start counts as no time, one that does has no span. */
export function spanBetween(start: SpanEnd, end: SpanEnd): MetricSpans {
  const reason = whyNone(start, end);
  if (reason !== undefined) return { reason };
  const [from, until] = [start.window, end.window];
  const about = aboutBetween(start.stamp, end.stamp);
  return {
    least: from.most < until.least ? [{ from: from.most, until: until.least }] : [],
    most: [{ from: from.least, until: until.most }],
    ...(about && { about: [about] }),
  };
}

/** All of several spans together; the first that is not known makes the whole unknown. */
export function joinSpans(all: readonly MetricSpans[]): MetricSpans {
  const known = all.flatMap((spans) => ('reason' in spans ? [] : spans));
  const unknown = all.find((spans) => 'reason' in spans);
  if (unknown !== undefined) return unknown;
  const isAbout = known.some(({ about }) => about !== undefined);
  const isPlain = known.every((spans) => spans.about !== undefined || isExact(spans));
  return {
    least: unionOf(known.flatMap(({ least }) => least)),
    most: unionOf(known.flatMap(({ most }) => most)),
    ...(isAbout && isPlain && { about: unionOf(known.flatMap(({ about, least }) => about ?? least)) }),
  };
}

/** Clock time, or the time in support hours where a calendar is given. */
export function measured(spans: MetricSpans, calendar?: SupportCalendar): MetricValue {
  if ('reason' in spans) return { status: 'unavailable', ...spans };
  if (calendar !== undefined && spans.most.some(({ from, until }) => until - from > longestSupportSpan)) {
    return { status: 'unavailable', reason: message('support hours are counted over ten years at most') };
  }
  const measure = (intervals: readonly Interval[]): number =>
    calendar === undefined ? lengthOf(intervals) : supportTime(intervals, calendar);
  const [min, max] = [measure(spans.least), measure(spans.most)];
  if (min === max) return { status: 'exact', milliseconds: min };
  return { status: 'range', min, max, ...(spans.about !== undefined && { about: measure(spans.about) }) };
}

function isExact({ least, most }: { readonly least: readonly Interval[]; readonly most: readonly Interval[] }) {
  return lengthOf(least) === lengthOf(most);
}

function whyNone(start: SpanEnd, end: SpanEnd): Message | undefined {
  if (!areComparable(start.stamp, end.stamp)) {
    return message('{entry} has no offset', { entry: wordsOf(hasNoOffset(start.stamp) ? start : end) });
  }
  if (start.window.least > end.window.most) {
    return message('{end} is before {start}', { end: wordsOf(end), start: wordsOf(start) });
  }
  const unknown = [start, end].find(({ window }) => window.least === anyTime.least && window.most === anyTime.most);
  if (unknown !== undefined) return message('the time of {entry} is not known', { entry: wordsOf(unknown) });
  if (start.window.least === anyTime.least) {
    return message('{entry} has no earliest time', { entry: wordsOf(start) });
  }
  return end.window.most === anyTime.most ? message('{entry} has no latest time', { entry: wordsOf(end) }) : undefined;
}

/** Two times that both lack an offset are of one clock most likely; of one that has it and one that lacks it nothing is known. */
export function areComparable(a: Stamp | undefined, b: Stamp | undefined): boolean {
  return hasNoOffset(a) === hasNoOffset(b);
}

function hasNoOffset(stamp: Stamp | undefined): boolean {
  return stamp !== undefined && 'noOffset' in stamp && stamp.noOffset === true;
}

function wordsOf({ name, label }: SpanEnd): string {
  return name === undefined ? label : `${name} (${label})`;
}

function aboutBetween(start: Stamp | undefined, end: Stamp | undefined): Interval | undefined {
  const [from, until] = [pointOf(start), pointOf(end)];
  if (from === undefined || until === undefined || !(isAbout(start) || isAbout(end))) return undefined;
  return { from, until: Math.max(from, until) };
}

function pointOf(stamp: Stamp | undefined): number | undefined {
  return stamp === undefined || stamp.kind === 'range' ? undefined : instantOf(stamp);
}

function isAbout(stamp: Stamp | undefined): boolean {
  return stamp?.kind === 'about' || (stamp?.kind === 'exact' && stamp.unsure === true);
}
