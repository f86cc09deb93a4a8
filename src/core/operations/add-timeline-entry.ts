import { readDocument } from '../kinds';
import type { ReportDocument } from '../kinds/incident-document';
import type { TimelineTable } from '../kinds/timeline-table';
import { readMarkdown } from '../markdown/read-markdown';
import type { Conventions } from '../model/conventions';
import type { Stamp } from '../model/stamp';
import type { TextEdit } from '../model/text';
import type { TimelineEntry } from '../model/timeline-entry';
import { type EntryDraft, entryValues } from './entry-draft';
import { entryIdFor } from './entry-id';
import { insertEntries } from './insert-entries';
import { placeAmong } from './timeline-place';

export type { EntryDraft };

export interface AddedEntry {
  readonly edits: readonly TextEdit[];
  readonly id: string;
  /** Id of the entry after which it stands; absent where it is the first or that entry has none. */
  readonly after?: string;
}

/** One entry at its place in time; nothing of the text but that row (and what it needs to stand) is touched. */
export function addTimelineEntry(text: string, draft: EntryDraft, conventions: Conventions): AddedEntry {
  const report = readReport(text, conventions);
  if (report === undefined) return { edits: [], id: entryIdFor(draft.stamp, []) };
  const place = placeIn(report, draft.stamp);
  const added = [{ index: place.index, values: entryValues(draft, place.answer.id) }];
  return { edits: insertEntries(report, place.entries, added), ...place.answer };
}

/** Where {@link addTimelineEntry} would put a draft, for the preview while typing. */
export function entryPlaceIn(report: ReportDocument, stamp: Stamp): { readonly id: string; readonly after?: string } {
  return placeIn(report, stamp).answer;
}

/** A text in which an entry is to stand; its entries are the ones among which the new one goes. */
interface EntryPlace {
  readonly entries: readonly TimelineEntry[];
  readonly index: number;
  readonly answer: { readonly id: string; readonly after?: string };
}

export function readReport(text: string, conventions: Conventions): ReportDocument | undefined {
  const document = readDocument(readMarkdown(text), conventions, 'incident-report');
  return document?.kind === 'incident-report' ? document : undefined;
}

function placeIn(report: ReportDocument, stamp: Stamp): EntryPlace {
  const entries = siblings(report);
  const index = placeAmong(entries, stamp);
  const ids = report.entries.flatMap(({ id }) => (id === undefined ? [] : [id.text]));
  const after = entries[index - 1]?.id?.text;
  return { entries, index, answer: { id: entryIdFor(stamp, ids), ...(after && { after }) } };
}

/** The rows of the timeline's table, or where there is none the items of its list. */
export function siblings({ entries, timeline }: ReportDocument): readonly TimelineEntry[] {
  if (timeline === undefined) return entries.filter(({ source }) => source === 'list-item');
  const end = endOf(timeline);
  return entries.filter(
    ({ source, span }) => source === 'row' && span.start > timeline.header.start && span.end <= end,
  );
}

function endOf({ rows, delimiter }: TimelineTable): number {
  return rows.at(-1)?.end ?? delimiter.end;
}
