import type { ReportDocument } from '../kinds/incident-document';
import { message } from '../model/message';
import { instantOf } from '../model/stamp';
import type { TextEdit } from '../model/text';
import { formatClock, formatUtc, utcDate } from '../model/time-text';
import type { TimelineEntry } from '../model/timeline-entry';
import type { DocumentRule, Finding, Fix } from './rule';
import { type EntryGroup, entryGroups, misplaced, sortEdits, sortKeys } from './sort-entries';

export const timeOrder: DocumentRule = {
  id: 'time-order',
  scope: 'document',
  summary: 'The entries of the timeline stand in order of time.',
  severity: 'warning',
  appliesTo: ['incident-report'],
  whileOpen: 'information',
  *check(document) {
    if (document.kind !== 'incident-report') return;
    // The fix of a merge conflict sorts what it joins; until then both sides stand below each other.
    if (document.problems.some(({ rule }) => rule === 'merge-conflict')) return;
    for (const group of disordersOf(document)) yield* findingsOf(document, group);
  },
};

/** A group of entries of which some are out of order. */
interface Disorder extends EntryGroup {
  /** What the group is to be sorted by, and the indexes of those in the way, of the first entry of the group 0. */
  readonly keys: readonly number[];
  readonly places: readonly number[];
}

const key = {};

/** Kept while no time changes, as looking for the fewest that are out of order takes long in a long report. */
function disordersOf(report: ReportDocument): readonly Disorder[] {
  const { memory } = report.markdown;
  const { times, instants } = report.entryFacts;
  const kept = memory.get(key) as { readonly times: object; readonly disorders: readonly Disorder[] } | undefined;
  if (kept?.times === times) return kept.disorders;
  const disorders = isRising(instants) ? [] : entryGroups(report).flatMap((group) => disorderOf(instants, group));
  memory.set(key, { times, disorders });
  return disorders;
}

function disorderOf(instants: readonly (number | undefined)[], group: EntryGroup): readonly Disorder[] {
  const rising = sortKeys(instants.slice(group.from, group.until));
  const wrong = misplaced(rising);
  if (wrong.length === 0) return [];
  const falling = rising.map((key) => -key);
  const wrongWay = misplaced(falling);
  // A timeline that is written newest first stays so; two times do not tell yet which way it is written.
  const isFalling = wrongWay.length < wrong.length && new Set(rising).size > 2;
  const places = isFalling ? wrongWay : wrong;
  return places.length === 0 ? [] : [{ ...group, keys: isFalling ? falling : rising, places }];
}

/** As most timelines are, so that nothing of them has to be looked at closely. */
function isRising(instants: readonly (number | undefined)[]): boolean {
  let last = Number.NEGATIVE_INFINITY;
  for (const at of instants) {
    if (at === undefined) continue;
    if (at < last) return false;
    last = at;
  }
  return true;
}

const mostAlike = 3;

function* findingsOf(report: ReportDocument, disorder: Disorder): Iterable<Finding> {
  const { keys, places } = disorder;
  const [first] = places;
  if (first === undefined) return;
  const fixes = fixOf(report, disorder);
  if (places.length > mostAlike) {
    const words = message('{count} entries are out of order.', { count: places.length });
    yield { span: spanOf(report, disorder, first), message: words, ...fixes };
    return;
  }
  const entries = range(disorder).map((index) => report.entryAt(index));
  for (const place of places) {
    yield { span: spanOf(report, disorder, place), message: wordsOf(entries, keys, place), ...fixes };
  }
}

function spanOf(report: ReportDocument, { from }: EntryGroup, place: number) {
  return report.entryAt(from + place).time.span;
}

function range({ from, until }: EntryGroup): readonly number[] {
  return Array.from({ length: until - from }, (_, index) => from + index);
}

function wordsOf(entries: readonly TimelineEntry[], keys: readonly number[], place: number) {
  const key = keys[place] ?? 0;
  const above = keys.slice(0, place).findLastIndex((other) => other > key);
  const other = entries[above >= 0 ? above : place + 1];
  const own = entries[place];
  const shown = { time: timeWords(own, other), other: timeWords(other, own) };
  return above >= 0 ? message('{time} stands after {other}.', shown) : message('{time} stands before {other}.', shown);
}

/** The clock, with its date where the two are of different days. */
function timeWords(entry: TimelineEntry | undefined, other: TimelineEntry | undefined): string {
  const [at, otherAt] = [entry, other].map((one) => one?.stamp && instantOf(one.stamp));
  if (at === undefined) return entry?.time.text ?? '';
  const stamp = entry?.stamp;
  const seconds = stamp !== undefined && 'seconds' in stamp && stamp.seconds;
  return otherAt !== undefined && utcDate(otherAt) !== utcDate(at)
    ? formatUtc(at, { seconds })
    : formatClock(at, { seconds });
}

function fixOf(report: ReportDocument, disorder: Disorder): { readonly fixes?: readonly Fix[] } {
  if (!disorder.isSortable) return {};
  // A clock without a date would take another day under another row.
  if (report.entryFacts.hasUnsure && range(disorder).some((index) => isDateless(report.unplacedAt(index)))) return {};
  let edits: readonly TextEdit[] | undefined;
  const fix: Fix = {
    kind: 'edit',
    title: message('Sort the timeline'),
    // Thousands, after each key, of which hardly one is asked for.
    get edits() {
      edits ??= sortEdits(
        report.markdown.text,
        range(disorder).map((index) => report.entryAt(index).span),
        disorder.keys,
      );
      return edits;
    },
    isSafe: true,
  };
  return { fixes: [fix] };
}

function isDateless({ stamp, time }: TimelineEntry): boolean {
  if (stamp === undefined) return /\d:\d{2}/.test(time.text);
  return 'unsure' in stamp && stamp.unsure === true && !/\d{4}-\d{2}-\d{2}/.test(time.text);
}
