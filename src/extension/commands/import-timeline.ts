import * as vscode from 'vscode';
import { OperationError } from '../../core/errors';
import type { Candidate, ImportReading } from '../../core/import/candidate';
import { message } from '../../core/model/message';
import { candidatesFor, importTimeline as importInto, importResult } from '../../core/operations/import-timeline';
import { type AppliedChange, applyChange } from '../adapters/apply-change';
import { translate } from '../convert';
import type { Services } from '../services';
import type { PlacedIncident } from '../workspace/incident-folders';
import { guard } from './guard';
import { chooseCandidates } from './import-preview';
import { hasImportReport, type ImportOutcome, showImportReport } from './import-report';
import { readChosenSource } from './import-source';
import { incidentFor } from './incident-argument';

const { t } = vscode.l10n;

/** Entries of another tool, chosen in a preview, as one change; a source may be given by its address. */
export async function importTimeline(services: Services, argument: unknown, source: unknown): Promise<void> {
  const title = t('Import Timeline');
  const placed = await incidentFor(services, argument, {
    title,
    filter: ({ incident }) => incident.report !== undefined,
  });
  const { text } = await readReport(placed);
  const reading = await readChosenSource(services, placed, source instanceof vscode.Uri ? source : undefined);
  const { fresh, known } = candidatesFor(text, reading.candidates, placed.folder.conventions);
  const chosen = await chooseCandidates(fresh, {
    known: known.length,
    reading,
    conventions: placed.folder.conventions,
  });
  const written = await write(placed, chosen);
  tell(services, { ...written, known: [...known, ...written.known], reading, placed });
}

async function readReport({ folder, incident }: PlacedIncident): Promise<{ path: string; text: string }> {
  const path = incident.report?.path;
  const text = path === undefined ? undefined : await folder.store.read(path);
  if (path !== undefined && text !== undefined) return { path, text };
  throw new OperationError('not-found', message('{incident} has no report.', { incident: incident.id }));
}

interface Written extends Pick<ImportOutcome, 'added' | 'known'> {
  readonly applied?: AppliedChange;
}

/** The report is read again, and once more where it changes under the edit, so that what was saved meanwhile stays. */
async function write(placed: PlacedIncident, chosen: readonly Candidate[]): Promise<Written> {
  try {
    return await tryToWrite(placed, chosen);
  } catch (error) {
    if (error instanceof OperationError && error.code === 'changed-meanwhile') return tryToWrite(placed, chosen);
    throw error;
  }
}

async function tryToWrite(placed: PlacedIncident, chosen: readonly Candidate[]): Promise<Written> {
  const { folder } = placed;
  const { path, text: base } = await readReport(placed);
  const { edits, added, known } = importInto(base, chosen, folder.conventions);
  if (edits.length === 0) return { added, known };
  const applied = await applyChange(folder.root, { creates: [], edits: [{ path, base, edits }] });
  await folder.update([path]);
  return { added, known, applied };
}

/** Does not wait for an answer. */
function tell(
  { log }: Services,
  { applied, ...outcome }: Written & { readonly reading: ImportReading; readonly placed: PlacedIncident },
): void {
  const undo = t('Undo');
  const guesses = t('Show Guesses');
  const said = importResult(outcome).map(translate).join(' ');
  void guard(log, 'import', async () => {
    const buttons = [...(applied === undefined ? [] : [undo]), ...(hasImportReport(outcome) ? [guesses] : [])];
    const chosen = await vscode.window.showInformationMessage(said, ...buttons);
    if (chosen === undo && applied !== undefined) await guard(log, 'undo', () => applied.undo());
    if (chosen === guesses) await showImportReport(outcome);
  });
}
