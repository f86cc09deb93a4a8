import * as vscode from 'vscode';
import { turnIntoAction as turnOperation } from '../../core/operations/turn-into-action';
import { applyChange } from '../adapters/apply-change';
import type { Services } from '../services';
import { isSpan, refuseOtherText } from './move-to-postmortem';
import { reportEdit } from './report-edit';

/** Makes the sentence at a finding an action item; says so where that stands in another document. */
export async function turnIntoAction(services: Services, uri: unknown, span: unknown): Promise<void> {
  if (!(uri instanceof vscode.Uri) || !isSpan(span)) return;
  const folder = services.folders.folderOf(uri);
  const path = folder?.pathOf(uri);
  if (folder === undefined || path === undefined) return;
  refuseOtherText(services, uri, span);
  const request = { path, span, now: services.now() };
  const { change, postmortemPath } = await turnOperation(folder.store, folder.conventions, request);
  const applied = await applyChange(folder.root, change);
  await folder.update([path, postmortemPath]);
  if (path === postmortemPath) return;
  reportEdit(services, vscode.l10n.t('Moved 1 sentence to the postmortem'), applied, folder.uriOf(postmortemPath));
}
