import * as vscode from 'vscode';
import {
  type EvidenceFile,
  type EvidenceRefusal,
  refuseEvidence,
  refuseSize,
} from '../../core/operations/add-evidence';
import type { TransferredFile } from '../adapters/transferred-files';
import { translate } from '../convert';
import type { Services } from '../services';
import { guard } from './guard';

/** Texts that are shown and never kept. */
const viewScheme = 'incident-docs-evidence';

/**
 * The file with its content, or nothing where it is refused. A refusal is said; one for what looks like a key
 * can be answered, and `addAnyway` then has the file, whenever that is.
 */
export async function checkEvidence(
  { log }: Services,
  { name, size, read }: TransferredFile,
  addAnyway: (file: EvidenceFile) => Promise<void>,
): Promise<EvidenceFile | undefined> {
  const known = await size();
  const tooLarge = known === undefined ? undefined : refuseSize(name, known);
  if (tooLarge !== undefined) {
    void vscode.window.showWarningMessage(translate(tooLarge.say));
    return undefined;
  }
  const file = { name, bytes: await read() };
  const refusal = refuseEvidence(file);
  if (refusal === undefined) return file;
  void guard(log, 'evidence', () => sayRefusal(refusal, file, () => guard(log, 'evidence', () => addAnyway(file))));
  return undefined;
}

async function sayRefusal(
  { say, secret }: EvidenceRefusal,
  file: EvidenceFile,
  addAnyway: () => Promise<void>,
): Promise<void> {
  const showLine = vscode.l10n.t('Show Line');
  const add = vscode.l10n.t('Add Anyway');
  const line = secret?.line;
  const buttons = secret === undefined ? [] : line === undefined ? [add] : [showLine, add];
  for (;;) {
    const chosen = await vscode.window.showWarningMessage(translate(say), ...buttons);
    if (chosen === add) await addAnyway();
    if (chosen !== showLine || line === undefined) return;
    // Having looked at the line, one still has to answer.
    await showText(file, line);
  }
}

/** A view that cannot be edited and is not kept by anything: it may hold a key. */
async function showText({ name, bytes }: EvidenceFile, line: number): Promise<void> {
  const text = decoded(bytes);
  const uri = vscode.Uri.from({ scheme: viewScheme, path: `/${name}`, query: crypto.randomUUID() });
  const view = vscode.workspace.registerTextDocumentContentProvider(viewScheme, {
    provideTextDocumentContent: () => text,
  });
  try {
    const document = await vscode.workspace.openTextDocument(uri);
    const selection = document.lineAt(Math.min(line, document.lineCount - 1)).range;
    await vscode.window.showTextDocument(document, { selection, preview: true });
  } finally {
    view.dispose();
  }
}

function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const isWide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return new TextDecoder(isWide ? (first === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8').decode(bytes);
}
