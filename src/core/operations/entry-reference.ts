import type { ReportDocument } from '../kinds/incident-document';
import type { TimelineEntry } from '../model/timeline-entry';
import type { EntryDraft } from './entry-draft';

/** Which entry is meant, and how it stood when it was opened. */
export interface EntryReference {
  readonly id?: string;
  /** Its row or list item as it was written. */
  readonly written: string;
}

export interface FoundEntry {
  readonly entry: TimelineEntry;
  /** Its row reads differently by now. */
  readonly isChanged: boolean;
}

export function referenceOf(report: ReportDocument, entry: TimelineEntry): EntryReference {
  const written = writtenOf(report, entry);
  return entry.id === undefined ? { written } : { id: entry.id.text, written };
}

export function writtenOf({ markdown }: ReportDocument, { span }: TimelineEntry): string {
  return markdown.text.slice(span.start, span.end);
}

/** The entry as it stands now: the one that reads the same, else the only one of its id. */
export function findEntry(report: ReportDocument, { id, written }: EntryReference): FoundEntry | undefined {
  const same = report.entries.find((entry) => entry.id?.text === id && writtenOf(report, entry) === written);
  if (same !== undefined) return { entry: same, isChanged: false };
  const named = id === undefined ? [] : report.entries.filter((entry) => entry.id?.text === id);
  const [only] = named;
  return only === undefined || named.length > 1 ? undefined : { entry: only, isChanged: true };
}

/** What the entry says; a time that cannot be read counts as unknown. */
export function draftOfEntry(entry: TimelineEntry): EntryDraft {
  const { stamp = { kind: 'unknown' }, kindName, kindValue, event, systems, actors, evidence } = entry;
  const value = kindValue === undefined ? {} : { value: kindValue };
  return { stamp, kind: kindName, ...value, event: event.text, systems, actors, evidence: evidence.map(plainEvidence) };
}

/** Without the code signs of a hash, which are written again at saving. */
function plainEvidence(item: string): string {
  return /^`((?:[\w.-]+@)?[0-9a-f]{7,40})`$/i.exec(item)?.[1] ?? item;
}
