import { readConflicts } from '../kinds/conflicts';
import type { ReportDocument } from '../kinds/incident-document';
import type { Conventions } from '../model/conventions';
import { applyEdits, type Span, type TextEdit } from '../model/text';
import type { TimelineEntry } from '../model/timeline-entry';
import { readReport, siblings } from './add-timeline-entry';
import { changesBetween } from './entry-changes';
import type { EntryDraft } from './entry-draft';
import { entryIdFor } from './entry-id';
import { linesOf, refuseConflict, withoutLines } from './entry-lines';
import { draftOfEntry } from './entry-reference';
import { editItem } from './item-edits';
import { editRow } from './row-edits';
import { insertLines } from './table-entry';
import { placeAmong } from './timeline-place';

export interface EditedEntry {
  readonly edits: readonly TextEdit[];
  /** Kept where the time changes; a list item that had none gets one where its words need it. */
  readonly id?: string;
  /** The id that the new time would give, where the entry's own was made from the former time. */
  readonly rename?: string;
}

export interface EntryEdit {
  readonly draft: EntryDraft;
  /** What the entry says, as whoever edits it saw it; only what differs from that is written. */
  readonly before?: EntryDraft;
  readonly conventions: Conventions;
}

/**
 * Writes what differs from the entry as it stands, and takes its line to its place in time where the time changed.
 * Every other byte stays; refuses for a row within a merge conflict.
 */
export function editTimelineEntry(
  report: ReportDocument,
  entry: TimelineEntry,
  { draft, conventions, before = draftOfEntry(entry) }: EntryEdit,
): EditedEntry {
  refuseConflict(report, entry);
  const changes = changesBetween(before, draft);
  const ids = otherIds(report, entry);
  const id = entry.id?.text ?? entryIdFor(draft.stamp, ids);
  const { own, head } = ownEdits(report, entry, { changes, draft, id });
  const inPlace = [...head, ...own];
  const edits = changes.time === undefined ? inPlace : movedEdits(report, entry, { own, head, draft, conventions });
  const rename = changes.time === undefined ? undefined : newId(entry, before, { draft, ids });
  return {
    edits,
    ...(entry.id !== undefined || inPlace.some(({ newText }) => newText.includes(id)) ? { id } : {}),
    ...(rename !== undefined && { rename }),
  };
}

function ownEdits(report: ReportDocument, entry: TimelineEntry, edit: Parameters<typeof editItem>[2]) {
  if (entry.source === 'list-item') return { own: editItem(report, entry, edit), head: [] };
  const { row, head } = editRow(report, entry, edit.changes);
  return { own: row, head };
}

function otherIds(report: ReportDocument, entry: TimelineEntry): readonly string[] {
  return report.entries.flatMap((one) => (one === entry || one.id === undefined ? [] : [one.id.text]));
}

/** An id that was given by hand has nothing to do with the time. */
function newId(
  { id }: TimelineEntry,
  before: EntryDraft,
  { draft, ids }: { readonly draft: EntryDraft; readonly ids: readonly string[] },
): string | undefined {
  if (id === undefined) return undefined;
  const former = entryIdFor(before.stamp, []);
  const wanted = entryIdFor(draft.stamp, ids);
  const isMade =
    id.text.toUpperCase().startsWith(former.toUpperCase()) && /^[a-z]*$/i.test(id.text.slice(former.length));
  const isFitting = id.text.toUpperCase().startsWith(entryIdFor(draft.stamp, []).toUpperCase());
  return isMade && !isFitting && wanted !== id.text ? wanted : undefined;
}

interface Move {
  readonly own: readonly TextEdit[];
  readonly head: readonly TextEdit[];
  readonly draft: EntryDraft;
  readonly conventions: Conventions;
}

/** The line stays where it is in order there, and where its going would change the times of others. */
function movedEdits(report: ReportDocument, entry: TimelineEntry, move: Move): readonly TextEdit[] {
  const { own, head, draft } = move;
  const inPlace = [...head, ...own];
  const all = siblings(report);
  const from = all.indexOf(entry);
  const others = all.filter((one) => one !== entry);
  const to = from < 0 ? from : placeAmong(others, draft.stamp);
  if (to === from) return inPlace;
  const { text } = report.markdown;
  const lines = linesOf(report, entry);
  const line = withEdits(text, lines, own).replace(/(?:\r\n|\r|\n)$/, '');
  const next = others[to];
  const previous = others[to - 1];
  const anchor = previous === undefined ? next : previous;
  if (anchor === undefined) return inPlace;
  const place = linesOf(report, anchor);
  const offset = previous === undefined ? place.start : place.end;
  // Within a merge conflict it would be lost with its side.
  if (readConflicts(report.markdown).some(({ span }) => offset > span.start && offset < span.end)) return inPlace;
  const edits = [...head, withoutLines(text, lines), insertLines(text, offset, [line])];
  return keepsOthers(report, edits, { entry, conventions: move.conventions }) ? edits : inPlace;
}

function withEdits(text: string, { start, end }: Span, edits: readonly TextEdit[]): string {
  const shifted = edits.map(({ span, newText }) => ({
    span: { start: span.start - start, end: span.end - start },
    newText,
  }));
  return applyEdits(text.slice(start, end), shifted);
}

/** A time without a date takes it from the line above, so that moving a line may move the times of others. */
function keepsOthers(
  report: ReportDocument,
  edits: readonly TextEdit[],
  { entry, conventions }: { readonly entry: TimelineEntry; readonly conventions: Conventions },
): boolean {
  const after = readReport(applyEdits(report.markdown.text, edits), conventions)?.entries ?? [];
  if (after.length !== report.entries.length) return false;
  const times = (entries: readonly TimelineEntry[]) =>
    entries.map(({ time, event, stamp }) => JSON.stringify([time.text, event.text, stamp]));
  const left = new Map<string, number>();
  for (const key of times(after)) left.set(key, (left.get(key) ?? 0) + 1);
  return times(report.entries.filter((one) => one !== entry)).every((key) => {
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    return count > 0;
  });
}
