import { OperationError } from '../../core/errors';
import { message } from '../../core/model/message';
import { addTimelineEntry, type EntryDraft } from '../../core/operations/add-timeline-entry';
import { moveEventSentences } from '../../core/operations/move-event-sentences';
import { type AppliedChange, applyChange } from '../adapters/apply-change';
import type { IncidentFolder } from '../workspace/incident-folder';
import type { AttachedFiles } from './attached-files';

export interface EntryToSave {
  readonly draft: EntryDraft;
  /** Offsets in the event of the findings whose sentences move to the postmortem. */
  readonly moves: readonly number[];
  readonly now: number;
  /** Those that the evidence names. */
  readonly attached?: AttachedFiles;
}

/**
 * Writes one entry as one change. What happened to the report since the form read it does not matter:
 * the row goes into the newest text, and once more where that changed under the edit.
 */
export async function saveEntry(
  folder: IncidentFolder,
  path: string,
  entry: EntryToSave,
): Promise<{ readonly id: string; readonly applied: AppliedChange }> {
  try {
    return await tryToSave(folder, path, entry);
  } catch (error) {
    if (error instanceof OperationError && error.code === 'changed-meanwhile') return tryToSave(folder, path, entry);
    throw error;
  }
}

async function tryToSave(folder: IncidentFolder, path: string, { draft, moves, now, attached }: EntryToSave) {
  const { store, conventions, root } = folder;
  const base = await store.read(path);
  if (base === undefined) {
    const file = path.slice(path.lastIndexOf('/') + 1);
    throw new OperationError('not-found', message('{file} is no longer there.', { file }));
  }
  const placed = await attached?.place(store, path, draft.evidence);
  const { id, edits } = addTimelineEntry(base, { ...draft, ...(placed && { evidence: placed.evidence }) }, conventions);
  const added = { creates: [], edits: [{ path, base, edits }] };
  const change =
    moves.length === 0
      ? added
      : await moveEventSentences(store, conventions, { added, id, event: draft.event, moves, now });
  return { id, applied: await applyChange(root, { ...change, ...(placed && { files: placed.files }) }) };
}
