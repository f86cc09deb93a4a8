import * as vscode from 'vscode';
import { OperationError } from '../../core/errors';
import { type Message, message } from '../../core/model/message';
import { commandIds } from '../contributions';
import { translate } from '../convert';
import type { Services } from '../services';
import { severityImage } from '../views/icons';
import { incidentDescription, incidentTitle, isIncidentOpen } from '../views/words';
import { IncidentFolder } from '../workspace/incident-folder';
import type { PlacedIncident } from '../workspace/incident-folders';
import { pick } from './multi-step';

const { t } = vscode.l10n;

export interface IncidentOptions {
  readonly title: string;
  readonly filter?: (placed: PlacedIncident) => boolean;
  /** What is said where no incident fits. */
  readonly none?: Message;
  /** Where none fits, a report can be begun instead. */
  readonly offersReport?: boolean;
  /** Once it was picked it is the one for as long as the window is open, unless another is picked. */
  readonly isRemembered?: boolean;
}

/**
 * The incident a command is about: of the tree's row or the lens it came from, of the document in front,
 * the only one there is, the one that is remembered, or the one that is picked.
 */
export async function incidentFor(
  services: Services,
  argument: unknown,
  options: IncidentOptions,
): Promise<PlacedIncident> {
  const { filter = allFit, title } = options;
  const given = incidentOfArgument(services, argument) ?? incidentInFront(services, filter);
  if (given !== undefined) return given;
  const candidates = services.folders.incidents().filter(filter);
  const [only, ...others] = candidates;
  if (only === undefined) return nothingFits(options);
  if (others.length === 0) return only;
  const remembered = services.pickedIncidents.get(title);
  return candidates.find((placed) => keyOf(placed) === remembered) ?? pickIncident(services, options);
}

/** Asks, whatever is in front or remembered. */
export async function pickIncident(
  services: Services,
  { filter = allFit, title, isRemembered = false }: IncidentOptions,
): Promise<PlacedIncident> {
  const candidates = services.folders.incidents().filter(filter);
  const chosen = await pick(
    { title, step: 1, totalSteps: 1, canGoBack: false },
    { placeholder: t('Which incident?'), items: incidentItems(candidates, services.now()) },
  );
  const placed = chosen === 'back' ? undefined : chosen[0]?.placed;
  if (placed === undefined) throw new vscode.CancellationError();
  if (isRemembered) services.pickedIncidents.set(title, keyOf(placed));
  return placed;
}

function allFit(): boolean {
  return true;
}

function keyOf({ folder, incident }: PlacedIncident): string {
  return `${folder.root} ${incident.id}`;
}

async function nothingFits({ title, none, offersReport = false }: IncidentOptions): Promise<never> {
  const say = none ?? message('No incident has a report.');
  if (!offersReport) throw new OperationError('not-found', say);
  const report = { label: t('New Incident Report'), iconPath: new vscode.ThemeIcon('add') };
  await pick({ title, step: 1, totalSteps: 1, canGoBack: false }, { placeholder: translate(say), items: [report] });
  await vscode.commands.executeCommand(commandIds.newReport);
  throw new vscode.CancellationError();
}

export interface IncidentItem extends vscode.QuickPickItem {
  readonly placed?: PlacedIncident;
}

/** Open incidents before the others, as the index has them. */
export function incidentItems(candidates: readonly PlacedIncident[], now: number): readonly IncidentItem[] {
  return candidates.map((placed) => ({
    label: incidentTitle(placed.incident),
    description: incidentDescription(placed.incident, now),
    iconPath: isIncidentOpen(placed.incident)
      ? severityImage(placed.incident.report?.severity, placed.folder.conventions)
      : new vscode.ThemeIcon('pass'),
    placed,
  }));
}

/** The incident of a row of the tree, or of a document's address, which may come as text. */
export function incidentOfArgument(services: Services, argument: unknown): PlacedIncident | undefined {
  if (argument instanceof vscode.Uri) return services.folders.incidentOf(argument);
  // Links in hovers carry addresses as text.
  if (typeof argument === 'string') return services.folders.incidentOf(vscode.Uri.parse(argument));
  if (typeof argument !== 'object' || argument === null) return undefined;
  if (!('folder' in argument && 'incidentId' in argument)) return undefined;
  const { folder, incidentId } = argument;
  if (!(folder instanceof IncidentFolder) || typeof incidentId !== 'string') return undefined;
  const incident = folder.index.incident(incidentId);
  return incident === undefined ? undefined : { folder, incident };
}

function incidentInFront(services: Services, filter: (placed: PlacedIncident) => boolean): PlacedIncident | undefined {
  const document = vscode.window.activeTextEditor?.document;
  const placed = document === undefined ? undefined : services.folders.incidentOf(document.uri);
  return placed !== undefined && filter(placed) ? placed : undefined;
}
