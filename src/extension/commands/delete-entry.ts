import * as vscode from 'vscode';
import { readReport } from '../../core/operations/add-timeline-entry';
import { deleteTimelineEntry } from '../../core/operations/delete-timeline-entry';
import { type EntryReference, findEntry } from '../../core/operations/entry-reference';
import { type CitedPlace, citedPlaces } from '../../core/operations/rename-entry';
import { applyChange } from '../adapters/apply-change';
import type { Services } from '../services';
import type { PlacedIncident } from '../workspace/incident-folders';
import { chosenEntry } from './entry-argument';
import { reportEdit } from './report-edit';

const { t } = vscode.l10n;

export async function deleteChosenEntry(services: Services, argument: unknown): Promise<void> {
  const { placed, reference } = await chosenEntry(services, argument, t('Delete Entry'));
  await deleteEntry(services, placed, reference);
}

/** Takes an entry out of its report; one that is cited only after a question. Tells whether it is gone. */
export async function deleteEntry(
  services: Services,
  { folder, incident }: PlacedIncident,
  reference: EntryReference,
): Promise<boolean> {
  const path = incident.report?.path;
  if (path === undefined) return false;
  const { id } = reference;
  const cited =
    id === undefined ? [] : await citedPlaces(folder.store, folder.conventions, { incident: incident.id, id });
  if (id !== undefined && cited.length > 0 && !(await isWanted(folder.root, id, cited))) return false;
  const base = await folder.store.read(path);
  const report = base === undefined ? undefined : readReport(base, folder.conventions);
  const found = report && findEntry(report, reference);
  if (base === undefined || report === undefined || found === undefined) return false;
  const edits = deleteTimelineEntry(report, found.entry);
  const applied = await applyChange(folder.root, { creates: [], edits: [{ path, base, edits }] });
  await folder.update([path]);
  const text = id === undefined ? t('Deleted 1 entry') : t('Deleted {id}', { id });
  reportEdit(services, text, applied, folder.uriOf(path));
  return true;
}

async function isWanted(root: vscode.Uri, id: string, cited: readonly CitedPlace[]): Promise<boolean> {
  const question =
    cited.length === 1
      ? t('{id} is cited in 1 place. Delete it?', { id })
      : t('{id} is cited in {count} places. Delete it?', { id, count: cited.length });
  const detail = cited.map(({ path, line }) => t('{file}, line {line}', { file: path, line: line + 1 })).join('\n');
  const remove = t('Delete');
  const show = t('Show Places');
  const chosen = await vscode.window.showWarningMessage(question, { modal: true, detail }, remove, show);
  if (chosen === show) await showPlaces(root, cited);
  return chosen === remove;
}

async function showPlaces(root: vscode.Uri, cited: readonly CitedPlace[]): Promise<void> {
  const locations = cited.map(
    ({ path, line }) => new vscode.Location(vscode.Uri.joinPath(root, path), new vscode.Position(line, 0)),
  );
  const [first] = locations;
  if (first === undefined) return;
  await vscode.window.showTextDocument(first.uri);
  await vscode.commands.executeCommand('editor.action.peekLocations', first.uri, first.range.start, locations, 'peek');
}
