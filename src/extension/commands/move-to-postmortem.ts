import * as vscode from 'vscode';
import type { Span } from '../../core/model/text';
import { moveToPostmortem as moveOperation } from '../../core/operations/move-to-postmortem';
import { applyChange } from '../adapters/apply-change';
import { openDocument } from '../adapters/document-store';
import { WriteRefusal } from '../adapters/refusal';
import type { Services } from '../services';
import { reportEdit } from './report-edit';

/** Keeps the observation at a finding and moves its explanation to the postmortem. */
export async function moveToPostmortem(services: Services, uri: unknown, span: unknown): Promise<void> {
  if (!(uri instanceof vscode.Uri) || !isSpan(span)) return;
  const folder = services.folders.folderOf(uri);
  const reportPath = folder?.pathOf(uri);
  if (folder === undefined || reportPath === undefined) return;
  refuseOtherText(services, uri, span);
  const { change, moved, postmortemPath } = await moveOperation(folder.store, folder.conventions, {
    reportPath,
    span,
    now: services.now(),
  });
  const applied = await applyChange(folder.root, change);
  await folder.update([reportPath, postmortemPath]);
  const text =
    moved === 1
      ? vscode.l10n.t('Moved 1 sentence to the postmortem')
      : vscode.l10n.t('Moved {count} sentences to the postmortem', { count: moved });
  reportEdit(services, text, applied, folder.uriOf(postmortemPath));
}

/** A span of a former text would name another sentence. */
export function refuseOtherText({ documents }: Services, uri: vscode.Uri, span: Span): void {
  const document = openDocument(uri);
  const open = document === undefined ? undefined : documents.get(document);
  if (open === undefined) return;
  const isKnown = open.findings().some((one) => one.span.start === span.start && one.span.end === span.end);
  if (!isKnown) throw new WriteRefusal('changed-meanwhile', uri, '');
}

export function isSpan(value: unknown): value is Span {
  return (
    typeof value === 'object' &&
    value !== null &&
    'start' in value &&
    'end' in value &&
    typeof value.start === 'number' &&
    typeof value.end === 'number'
  );
}
