import { type EntryReference, findEntry, referenceOf } from '../../core/operations/entry-reference';
import { type EntryFields, type FromWebview, freshFields } from '../../protocol/timeline-entry';
import { deleteEntry } from '../commands/delete-entry';
import { openAt } from '../commands/open-at';
import { fieldsOf } from './entry-fields';
import type { FormSession } from './form-session';
import { showRowChange } from './row-change';

/** The longest row that the page keeps of an edited entry. */
const longestRow = 20_000;

/** Turns to an entry of the report; to its row in the editor where it is larger than the form. */
export async function beginEdit(session: FormSession, reference: EntryReference): Promise<EntryFields | undefined> {
  const { report } = session;
  await report.read();
  const { whole } = report.current;
  const entry = findEntry(whole, reference)?.entry;
  if (entry === undefined) return undefined;
  const fields = fieldsOf(entry);
  if (fields === undefined || entry.span.end - entry.span.start > longestRow) {
    await openAt(report.uri, entry.span.start);
    return undefined;
  }
  session.turnTo(referenceOf(whole, entry));
  session.banner = undefined;
  return fields;
}

/** The row that the page names; one that has changed its place meanwhile is no longer that entry. */
export function namedRow(
  { report }: FormSession,
  { entry, id }: Extract<FromWebview, { type: 'edit' }>,
): EntryReference | undefined {
  const { whole } = report.current;
  const found = whole.entries[entry];
  return found !== undefined && (found.id?.text ?? '') === id ? referenceOf(whole, found) : undefined;
}

export function postBegun(session: FormSession, fields: EntryFields, fresh: EntryFields): void {
  const { editing } = session;
  session.post({ type: 'begun', view: session.view(), fields, fresh, ...(editing !== undefined && { editing }) });
}

/** The form is for a new entry again, with what had been typed for one. */
export function stopEdit(session: FormSession): void {
  session.banner = undefined;
  session.turnTo(undefined);
  postBegun(session, session.drafts.get()?.fields ?? freshFields, freshFields);
}

export async function deleteEdited(session: FormSession): Promise<void> {
  const { editing, services, placed } = session;
  if (editing === undefined || !(await deleteEntry(services, placed, editing))) return;
  await session.read();
  stopEdit(session);
}

/** What became of the row on disk, beside what it was. */
export async function showChange({ editing, edited, report }: FormSession): Promise<void> {
  if (editing === undefined || edited === undefined) return;
  await showRowChange(report.fileName, editing, referenceOf(report.current.whole, edited));
}
