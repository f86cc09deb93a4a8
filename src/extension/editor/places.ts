import type * as vscode from 'vscode';
import type { PlaceContext } from '../../core/kinds/completions';
import { conventionsFile } from '../../core/operations/open-folder';
import { rules } from '../../core/rules';
import type { Services } from '../services';
import type { IncidentFolder } from '../workspace/incident-folder';

/** A text of ours with what completion and hover need to know of it; nothing for any other document. */
export function placesOf(
  services: Services,
  document: vscode.TextDocument,
): { readonly folder: IncidentFolder; readonly context: PlaceContext } | undefined {
  const folder = services.folders.folderOf(document.uri);
  const path = folder?.pathOf(document.uri);
  if (folder?.isEnabled !== true || path === undefined) return undefined;
  if (path === conventionsFile) return { folder, context: { file: 'conventions', rules } };
  if (!folder.index.covers(path)) return undefined;
  const read = services.documents.get(document)?.incident;
  const summaries = folder.index.incidents();
  const names = summaries.flatMap(({ report, postmortem }) => [
    report?.commander,
    postmortem?.owner,
    ...(postmortem?.actions.map(({ owner }) => owner) ?? []),
  ]);
  const people = [...new Set(names.flatMap((name) => (name === undefined || name === '' ? [] : [name])))].toSorted();
  const incidents = summaries.map(({ id }) => id);
  return {
    folder,
    context: { file: 'document', people, incidents, ...(read === undefined ? {} : { document: read }) },
  };
}
