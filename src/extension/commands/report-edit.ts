import * as vscode from 'vscode';
import type { AppliedChange } from '../adapters/apply-change';
import type { Services } from '../services';
import { guard } from './guard';

/** Says what was done in a document that has no focus, where Ctrl+Z would not reach it. Does not wait for an answer. */
export function reportEdit({ log }: Services, text: string, applied: AppliedChange, shown: vscode.Uri): void {
  const undo = vscode.l10n.t('Undo');
  const open = vscode.l10n.t('Open');
  void guard(log, 'report edit', async () => {
    const chosen = await vscode.window.showInformationMessage(text, undo, open);
    if (chosen === undo) await guard(log, 'undo', () => applied.undo());
    if (chosen === open) await vscode.window.showTextDocument(shown);
  });
}
