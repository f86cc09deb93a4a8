import { OperationError } from '../../core/errors';
import { message } from '../../core/model/message';
import type { Stamp } from '../../core/model/stamp';
import { readReport } from '../../core/operations/add-timeline-entry';
import { editTimelineEntry } from '../../core/operations/edit-timeline-entry';
import { type EntryReference, findEntry } from '../../core/operations/entry-reference';
import { moveEventSentences } from '../../core/operations/move-event-sentences';
import type { EntryFields } from '../../protocol/timeline-entry';
import { type AppliedChange, applyChange } from '../adapters/apply-change';
import type { IncidentFolder } from '../workspace/incident-folder';
import type { AttachedFiles } from './attached-files';
import { draftOf, fieldsOf } from './entry-fields';

export interface EditToSave {
  readonly reference: EntryReference;
  readonly fields: EntryFields;
  /** Absent where the time cannot be read and stays as it is written. */
  readonly stamp?: Stamp;
  /** Also over what the row has become meanwhile. */
  readonly isMine: boolean;
  readonly now: number;
  /** Those that the evidence names. */
  readonly attached: AttachedFiles;
}

export type SavedEdit =
  | { readonly state: 'saved'; readonly id?: string; readonly rename?: string; readonly applied: AppliedChange }
  | { readonly state: 'changed' | 'gone' };

/** Writes what the form says into the entry's own row, as one change; once more where the text changed under the edit. */
export async function saveEdit(folder: IncidentFolder, path: string, edit: EditToSave): Promise<SavedEdit> {
  try {
    return await tryToSave(folder, path, edit);
  } catch (error) {
    if (error instanceof OperationError && error.code === 'changed-meanwhile') return tryToSave(folder, path, edit);
    throw error;
  }
}

async function tryToSave(
  { store, conventions, root }: IncidentFolder,
  path: string,
  { reference, fields, stamp, isMine, now, attached }: EditToSave,
): Promise<SavedEdit> {
  const base = await store.read(path);
  const report = base === undefined ? undefined : readReport(base, conventions);
  if (base === undefined || report === undefined) {
    const file = path.slice(path.lastIndexOf('/') + 1);
    throw new OperationError('not-found', message('{file} is no longer there.', { file }));
  }
  const found = findEntry(report, reference);
  if (found === undefined) return { state: 'gone' };
  if (found.isChanged && !isMine) return { state: 'changed' };
  const former = found.entry.stamp ?? { kind: 'unknown' };
  const known = fieldsOf(found.entry);
  const placed = await attached.place(store, path, fields.evidence);
  const draft = { ...draftOf(fields, stamp ?? former), evidence: placed.evidence };
  const before = known === undefined ? undefined : draftOf(known, former);
  const { edits, id, rename } = editTimelineEntry(report, found.entry, {
    draft,
    conventions,
    ...(before !== undefined && { before }),
  });
  const change = { creates: [], edits: edits.length === 0 ? [] : [{ path, base, edits }] };
  const isMoving = id !== undefined && fields.moves.length > 0;
  const whole = isMoving
    ? await moveEventSentences(store, conventions, {
        added: { creates: [], edits: [{ path, base, edits }] },
        id,
        event: draft.event,
        moves: fields.moves,
        now,
      })
    : change;
  const applied = await applyChange(root, { ...whole, files: placed.files });
  return { state: 'saved', applied, ...(id !== undefined && { id }), ...(rename !== undefined && { rename }) };
}
