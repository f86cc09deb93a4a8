import * as vscode from 'vscode';
import type { ImportWatch } from '../../core/operations/read-import';

const { t } = vscode.l10n;
const patience = 2000;

/** Reads with progress in the status bar, and in a notification that can end it once it takes long. */
export async function readWithProgress<T>(title: string, read: (watch: ImportWatch) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  let report: (words: string) => void = () => undefined;
  const onFile = async (done: number, total: number) => {
    report(t('{done} of {total} files', { done, total }));
    await pause();
  };
  const reading = read({ signal: controller.signal, onFile, pause });
  const quick = { location: vscode.ProgressLocation.Window, title };
  const isDone = await vscode.window.withProgress(quick, () => endsWithin(reading, patience));
  if (isDone) return reading;
  const slow = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return vscode.window.withProgress(slow, (progress, token) => {
    report = (words) => progress.report({ message: words });
    token.onCancellationRequested(() => controller.abort());
    return reading;
  });
}

/** The extension host is shared with every other extension. */
function pause(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

async function endsWithin(work: Promise<unknown>, ms: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const waited = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), ms);
  });
  try {
    return await Promise.race([work.then(() => true), waited]);
  } finally {
    clearTimeout(timer);
  }
}
