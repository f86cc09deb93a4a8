import type { ReportDocument } from '../kinds/incident-document';
import { message } from '../model/message';
import { instantOf } from '../model/stamp';
import type { TextEdit } from '../model/text';
import { formatOffset, instantInZone } from '../model/time-input';
import { zoneOffset } from '../model/time-text';
import type { TimelineEntry } from '../model/timeline-entry';
import type { DocumentRule, Finding, Fix } from './rule';

export const timeZone: DocumentRule = {
  id: 'time-zone',
  scope: 'document',
  summary: 'The time of an entry has its offset.',
  severity: 'warning',
  appliesTo: ['incident-report'],
  whileOpen: 'information',
  *check(document, { conventions }) {
    if (document.kind !== 'incident-report' || !document.entryFacts.hasUnsure) return;
    const entries = document.entries.filter(
      ({ stamp }) => stamp !== undefined && 'noOffset' in stamp && stamp.noOffset,
    );
    const [first] = entries;
    if (first === undefined) return;
    if (entries.length > mostAlike) {
      const words = message('{count} entries have no offset; read as UTC.', { count: entries.length });
      yield { span: first.time.span, message: words, fixes: fixesFor(document, entries, conventions.timeZone) };
      return;
    }
    for (const entry of entries) yield findingOf(document, { entry, entries, zone: conventions.timeZone });
  },
};

const mostAlike = 3;

function findingOf(
  report: ReportDocument,
  {
    entry,
    entries,
    zone,
  }: { readonly entry: TimelineEntry; readonly entries: readonly TimelineEntry[]; readonly zone: string | undefined },
): Finding {
  const [own, ...others] = fixesFor(report, [entry], zone);
  const all = entries.length > 1 ? utcFix(report, entries, zone) : [];
  const fixes = own === undefined ? [] : [own, ...all, ...others];
  return { span: entry.time.span, message: message('No offset; read as UTC.'), fixes };
}

function fixesFor(report: ReportDocument, entries: readonly TimelineEntry[], zone: string | undefined): readonly Fix[] {
  return [...utcFix(report, entries, zone), ...zoneFix(placesIn(report, entries), zone)];
}

/** It keeps the reading; where the team works in a zone of its own it may be meant otherwise, so it wants a look. */
function utcFix(report: ReportDocument, entries: readonly TimelineEntry[], zone: string | undefined): readonly Fix[] {
  const places = placesIn(report, entries);
  if (places.length === 0) return [];
  const title = entries.length === 1 ? message('Add Z') : message('Add Z to all {count}', { count: entries.length });
  const edits = places.map(({ at }) => insertion(at, 'Z'));
  return [{ kind: 'edit', title, edits, ...((zone === undefined || zone === 'UTC') && { isSafe: true }) }];
}

interface Place {
  readonly entry: TimelineEntry;
  /** Where its offset goes. */
  readonly at: number;
}

function placesIn(report: ReportDocument, entries: readonly TimelineEntry[]): readonly Place[] {
  return entries.flatMap((entry) => {
    const at = offsetPlace(report, entry);
    return at === undefined ? [] : [{ entry, at }];
  });
}

/** The offset that each time has in the team's zone; nothing where one of them does not occur there. */
function zoneFix(places: readonly Place[], zone: string | undefined): readonly Fix[] {
  if (zone === undefined || zone === 'UTC') return [];
  const offsetOf = offsetsIn(zone);
  const offsets = places.map(({ entry }) => {
    const local = entry.stamp && instantOf(entry.stamp);
    return local === undefined ? undefined : offsetOf(local);
  });
  const [first] = offsets;
  if (first === undefined || offsets.includes(undefined)) return [];
  const isOne = offsets.every((offset) => offset === first);
  const title = isOne
    ? message('Add {offset} ({zone})', { offset: first, zone })
    : message('Add the offset of {zone}', { zone });
  return [{ kind: 'edit', title, edits: places.map(({ at }, index) => insertion(at, offsets[index] ?? '')) }];
}

/** A zone is asked twice a day and no oftener, unless its clocks change about that day: each answer takes a while. */
function offsetsIn(zone: string): (local: number) => string | undefined {
  const steady = new Map<number, number | undefined>();
  return (local) => {
    const day = Math.floor(local / dayLength) * dayLength;
    if (!steady.has(day)) {
      const [before, after] = [zoneOffset(day - dayLength, zone), zoneOffset(day + 2 * dayLength, zone)];
      steady.set(day, before === after ? before : undefined);
    }
    const offset = steady.get(day);
    if (offset !== undefined) return formatOffset(offset);
    const found = instantInZone(local, zone);
    return found === 'gap' ? undefined : formatOffset(local - found.at);
  };
}

const dayLength = 24 * 60 * 60 * 1000;

/** Right after the clock; nothing where something else follows it, such as the letters of a zone. */
function offsetPlace({ markdown: { text } }: ReportDocument, { time: { span } }: TimelineEntry): number | undefined {
  const written = text.slice(span.start, span.end);
  const clock = /\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?=[`*_\s]*$)/.exec(written);
  return clock === null ? undefined : span.start + clock.index + clock[0].length;
}

function insertion(at: number, newText: string): TextEdit {
  return { span: { start: at, end: at }, newText };
}
