import * as vscode from 'vscode';
import { conventionsFile } from '../../core/operations/open-folder';
import { turnOffRule as turnOffOperation } from '../../core/operations/turn-off-rule';
import { applyChange } from '../adapters/apply-change';
import type { Services } from '../services';
import { reportEdit } from './report-edit';

/** Writes `rule: off` into the team's `.incidents.yml`. */
export async function turnOffRule(services: Services, uri: unknown, rule: unknown): Promise<void> {
  if (!(uri instanceof vscode.Uri) || typeof rule !== 'string') return;
  const folder = services.folders.folderOf(uri);
  const base = await folder?.store.read(conventionsFile);
  if (folder === undefined || base === undefined) return;
  const edits = turnOffOperation(base, rule);
  const applied = await applyChange(folder.root, { creates: [], edits: [{ path: conventionsFile, base, edits }] });
  await folder.update([conventionsFile]);
  const text = vscode.l10n.t('{rule} is off in {file}', { rule, file: conventionsFile });
  reportEdit(services, text, applied, folder.uriOf(conventionsFile));
}
