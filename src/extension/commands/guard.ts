import * as vscode from 'vscode';
import { OperationError } from '../../core/errors';
import { translate } from '../convert';

/** The one boundary of errors: a refusal is said, a cancellation is kept quiet, all else goes to the log. */
export async function guard(log: vscode.LogOutputChannel, name: string, run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (error instanceof vscode.CancellationError) return;
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
