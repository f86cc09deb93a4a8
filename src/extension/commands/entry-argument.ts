import * as vscode from 'vscode';
import type { ReportDocument } from '../../core/kinds/incident-document';
import { lineAt } from '../../core/markdown/places';
import type { TimelineEntry } from '../../core/model/timeline-entry';
import { readReport } from '../../core/operations/add-timeline-entry';
import { type EntryReference, referenceOf } from '../../core/operations/entry-reference';
import type { Services } from '../services';
import type { PlacedIncident } from '../workspace/incident-folders';
import { isPart } from './go-to';
import { incidentFor } from './incident-argument';
import { pick } from './multi-step';

export interface ChosenEntry {
  readonly placed: PlacedIncident;
  readonly reference: EntryReference;
}

/** The entry a command is about: of the tree's row, at the cursor in its report, or the one that is picked. */
export async function chosenEntry(services: Services, argument: unknown, title: string): Promise<ChosenEntry> {
  const placed = await incidentFor(services, argument, {
    title,
    filter: ({ incident }) => incident.report !== undefined,
  });
  const { folder, incident } = placed;
  const path = incident.report?.path ?? '';
  const text = await folder.store.read(path);
  const report = text === undefined ? undefined : readReport(text, folder.conventions);
  if (report === undefined) throw new vscode.CancellationError();
  const entry =
    entryOfNode(report, argument) ?? entryAtCursor(report, folder.uriOf(path)) ?? (await pickEntry(report, title));
  return { placed, reference: referenceOf(report, entry) };
}

/** By its id where that is the only one, else by its line. */
function entryOfNode(report: ReportDocument, argument: unknown): TimelineEntry | undefined {
  if (!isPart(argument) || argument.type !== 'entry') return undefined;
  const { id, line } = argument.entry;
  const named = report.entries.filter((entry) => id !== undefined && entry.id?.text === id);
  const [only] = named;
  if (only !== undefined && named.length === 1) return only;
  return report.entries.find(({ span }) => lineAt(report.markdown, span.start) === line);
}

function entryAtCursor(report: ReportDocument, uri: vscode.Uri): TimelineEntry | undefined {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.uri.toString() !== uri.toString()) return undefined;
  const { line } = editor.selection.active;
  // By line, as an editor may show another line ending than the text has.
  return report.entries.find(({ span }) => lineAt(report.markdown, span.start) === line);
}

async function pickEntry(report: ReportDocument, title: string): Promise<TimelineEntry> {
  const items = report.entries.map((entry) => ({
    label: `${entry.time.text}  ${entry.event.text.replace(/\s+/g, ' ').slice(0, 120)}`,
    description: [entry.kind?.text ?? '', entry.id?.text ?? ''].filter((part) => part !== '').join(', '),
    entry,
  }));
  const chosen = await pick(
    { title, step: 1, totalSteps: 1, canGoBack: false },
    { placeholder: vscode.l10n.t('Which entry?'), items },
  );
  const entry = chosen === 'back' ? undefined : chosen[0]?.entry;
  if (entry === undefined) throw new vscode.CancellationError();
  return entry;
}
