import * as vscode from 'vscode';
import { OperationError } from '../../core/errors';
import { findEntry } from '../../core/operations/entry-reference';
import { renameEntry } from '../../core/operations/rename-entry';
import { type FromWebview, freshFields } from '../../protocol/timeline-entry';
import { applyChange } from '../adapters/apply-change';
import { savedWords } from './draft-words';
import { postBegun } from './edit-answers';
import { draftOf, fieldsOf } from './entry-fields';
import { timeOf } from './entry-preview';
import { changedRowBanner, goneRowBanner, notUndoneBanner } from './form-banners';
import type { FormSession } from './form-session';
import { saveEdit } from './save-edit';
import { saveEntry } from './save-entry';

type Save = Extract<FromWebview, { type: 'save' | 'save-mine' }>;

/** Writes a new entry. */
export async function saveNew(session: FormSession, { sequence, fields }: Save): Promise<void> {
  const time = timeOf(fields, session.context());
  if (!('stamp' in time)) return session.refuse(sequence, time.field === 'until' ? 'until' : 'time');
  if (fields.event.trim() === '') return session.refuse(sequence, 'event');
  const draft = draftOf(fields, time.stamp);
  const { services, placed, report, drafts, attached } = session;
  await session.write(sequence, async () => {
    const entry = { draft, moves: fields.moves, now: services.now(), attached };
    const { id, applied } = await saveEntry(placed.folder, report.path, entry);
    session.saved = { id, fields, applied };
    drafts.discard();
    await session.readWritten();
    session.post({ type: 'saved', sequence, id, message: savedWords(id, draft), view: session.view() });
  });
}

/** Writes the changes of the edited entry; over what became of it on disk only where that is asked for. */
export async function saveEdited(session: FormSession, { type, sequence, fields }: Save): Promise<void> {
  const { editing: reference, edited, services, placed, report, drafts, attached } = session;
  if (reference === undefined) return;
  const time = timeOf(fields, session.context());
  // A time that could not be read may stay as it is written.
  const isAsWritten = edited !== undefined && edited.stamp === undefined && fields.time === edited.time.text;
  if (!('stamp' in time) && !isAsWritten) return session.refuse(sequence, time.field === 'until' ? 'until' : 'time');
  if (fields.event.trim() === '') return session.refuse(sequence, 'event');
  const stamp = 'stamp' in time ? time.stamp : undefined;
  await session.write(sequence, async () => {
    const isMine = type === 'save-mine';
    const edit = { reference, fields, isMine, now: services.now(), attached, ...(stamp && { stamp }) };
    const saved = await saveEdit(placed.folder, report.path, edit);
    if (saved.state !== 'saved') {
      const bannerOf = saved.state === 'gone' ? goneRowBanner : changedRowBanner;
      session.banner = bannerOf(report.fileName, reference.id);
      session.postView();
      return session.refuse(sequence, 'report');
    }
    const { id = '', applied, rename } = saved;
    session.saved = { id, fields, applied, editing: reference };
    session.turnTo(undefined);
    await session.readWritten();
    session.post({
      type: 'saved',
      sequence,
      id,
      message: savedWords(id, { stamp: stamp ?? { kind: 'unknown' } }),
      view: session.view(),
      next: drafts.get()?.fields ?? freshFields,
      ...(rename !== undefined && { rename }),
    });
  });
}

/** Gives the entry that was saved the id of its new time, and its citations with it. */
export async function renameSaved(
  session: FormSession,
  { id, to }: Extract<FromWebview, { type: 'rename' }>,
): Promise<void> {
  const { folder, incident } = session.placed;
  const change = await renameEntry(folder.store, folder.conventions, { incident: incident.id, from: id, to });
  if (change.edits.length === 0) return;
  const applied = await applyChange(folder.root, change);
  session.saved = { id: to, applied };
  await session.readWritten();
  const message = vscode.l10n.t('Renamed {from} to {to}.', { from: id, to });
  session.post({ type: 'renamed', id: to, message, view: session.view() });
}

/** Takes back what was saved last, and gives the form what stood in it. */
export async function undoSaved(session: FormSession, id: string): Promise<void> {
  const { saved, report } = session;
  if (saved?.id !== id) return;
  try {
    await saved.applied.undo();
  } catch (error) {
    if (!(error instanceof OperationError)) throw error;
    session.banner = notUndoneBanner(report.fileName, id);
    return session.postView();
  }
  session.saved = undefined;
  await session.readWritten();
  const { fields, editing } = saved;
  const entry = editing && findEntry(report.current.whole, editing)?.entry;
  const former = entry && fieldsOf(entry);
  if (fields !== undefined && editing !== undefined && former !== undefined) {
    session.turnTo(editing);
    return postBegun(session, fields, former);
  }
  session.post({ type: 'undone', id, view: session.view(), ...(fields !== undefined && { fields }) });
}
