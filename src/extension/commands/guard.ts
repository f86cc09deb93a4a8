import * as vscode from 'vscode';
import { OperationError } from '../../core/errors';
import { WriteRefusal } from '../adapters/refusal';
import { translate } from '../convert';

/** The one boundary of errors: a refusal is said, a cancellation is kept quiet, all else goes to the log. */
export async function guard(log: vscode.LogOutputChannel, name: string, run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (error instanceof vscode.CancellationError) return;
    if (error instanceof WriteRefusal) {
      void guard(log, name, () => offerWay(error, () => guard(log, name, run)));
      return;
    }
    if (error instanceof OperationError) {
      void vscode.window.showWarningMessage(translate(error.say));
      return;
    }
    log.error(`${name} did not work`, error);
    const showLog = vscode.l10n.t('Show log');
    const text = vscode.l10n.t('That did not work. The log says why.');
    void vscode.window.showErrorMessage(text, showLog).then((chosen) => {
      if (chosen === showLog) log.show();
    });
  }
}

/** What was to be written is not lost: it is tried again, or copied. */
async function offerWay({ code, say, uri, text }: WriteRefusal, tryAgain: () => Promise<void>): Promise<void> {
  const again = vscode.l10n.t('Try Again');
  const open = vscode.l10n.t('Open');
  const copy = vscode.l10n.t('Copy Text');
  const buttons = code === 'not-writable' ? [open, copy] : [again, open];
  const chosen = await vscode.window.showWarningMessage(translate(say), ...buttons);
  if (chosen === again) await tryAgain();
  if (chosen === open) await vscode.window.showTextDocument(uri);
  if (chosen === copy) await vscode.env.clipboard.writeText(text.trim());
}
