import * as vscode from 'vscode';
import type { Services } from '../services';
import { severityImage } from '../views/icons';
import { incidentDescription, incidentTitle, isIncidentOpen } from '../views/words';
import { IncidentFolder } from '../workspace/incident-folder';
import type { PlacedIncident } from '../workspace/incident-folders';
import { pick } from './multi-step';

/**
 * The incident a command is about: of the tree's row or the lens it came from, of the document in front,
 * the only one there is, or the one that is picked.
 */
export async function incidentFor(
  services: Services,
  argument: unknown,
  options: { readonly title: string; readonly filter?: (placed: PlacedIncident) => boolean },
): Promise<PlacedIncident> {
  const { filter = () => true, title } = options;
  const given = incidentOfArgument(services, argument) ?? incidentInFront(services, filter);
  if (given !== undefined) return given;
  const candidates = services.folders.incidents().filter(filter);
  const [only, ...others] = candidates;
  if (only !== undefined && others.length === 0) return only;
  const chosen = await pick(
    { title, step: 1, totalSteps: 1, canGoBack: false },
    { placeholder: vscode.l10n.t('Which incident?'), items: incidentItems(candidates, services.now()) },
  );
  const placed = chosen === 'back' ? undefined : chosen[0]?.placed;
  if (placed === undefined) throw new vscode.CancellationError();
  return placed;
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
