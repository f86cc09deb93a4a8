import type * as vscode from 'vscode';
import type { PlaceContext } from '../../core/kinds/completions';
import { isOfLexicon } from '../../core/language/lexicon/categories';
import { conventionsFile } from '../../core/operations/open-folder';
import { rules } from '../../core/rules';
import type { Services } from '../services';
import type { IncidentFolder } from '../workspace/incident-folder';

const knownRules = rules.map(({ id, summary }) => ({ id, summary, hasPhrases: isOfLexicon(id) }));

/** A text of ours with what completion and hover need to know of it; nothing for any other document. */
export function placesOf(
  services: Services,
  document: vscode.TextDocument,
): { readonly folder: IncidentFolder; readonly context: PlaceContext } | undefined {
  const folder = services.folders.folderOf(document.uri);
  const path = folder?.pathOf(document.uri);
  if (folder?.isEnabled !== true || path === undefined) return undefined;
  if (path === conventionsFile) return { folder, context: { file: 'conventions', rules: knownRules } };
  if (!folder.index.covers(path)) return undefined;
  const read = services.documents.glance(document);
  const incidents = folder.index.incidents().map(({ id }) => id);
  return {
    folder,
    context: {
      file: 'document',
      people: peopleOf(folder),
      incidents,
      ...(read === undefined ? {} : { document: read }),
    },
  };
}

/** Whoever leads an incident or owns a postmortem or an action, by name. */
export function peopleOf({ index }: IncidentFolder): readonly string[] {
  const names = index
    .incidents()
    .flatMap(({ report, postmortem }) => [
      report?.commander,
      postmortem?.owner,
      ...(postmortem?.actions.map(({ owner }) => owner) ?? []),
    ]);
  return [...new Set(names.flatMap((name) => (name === undefined || name === '' ? [] : [name])))].toSorted();
}
