import * as vscode from 'vscode';
import type { Conventions } from '../../core/model/conventions';
import { findCausalWord } from '../../core/operations/find-causal-word';
import { freeIdAmong, incidentIdFor } from '../../core/operations/incident-id';
import { pathIn } from '../../core/workspace/incident-places';

const { t } = vscode.l10n;
const { Info, Error: Refused } = vscode.InputBoxValidationSeverity;
const longestTitle = 120;

export interface TitleContext {
  readonly conventions: Conventions;
  /** Names that are in the folder of the incidents. */
  readonly taken: ReadonlySet<string>;
  readonly now: number;
}

/** What to say of a title while it is typed; the last word is the folder that it would make, had it started today. */
export function checkTitle(
  title: string,
  { conventions, taken, now }: TitleContext,
): vscode.InputBoxValidationMessage | undefined {
  // Nothing under the box leaves its prompt in sight.
  if (title === '') return undefined;
  if (!/[\p{L}\p{N}]/u.test(title)) {
    return { message: t("A letter or a digit is needed for the folder's name."), severity: Refused };
  }
  const cue = findCausalWord(title, conventions);
  if (cue !== undefined) return { message: t('"{cue}" gives a cause. What was seen?', { cue }), severity: Info };
  if (title.length > longestTitle) {
    return { message: t('Long titles are cut in lists after about 60 characters.'), severity: Info };
  }
  const id = freeIdAmong(taken, incidentIdFor(title, undefined, now));
  return { message: pathIn(conventions.folder, id), severity: Info };
}
