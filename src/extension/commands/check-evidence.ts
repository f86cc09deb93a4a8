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
import { showText } from './show-text';

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
    await showText(file.name, decoded(file.bytes), line);
  }
}

function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const isWide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return new TextDecoder(isWide ? (first === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8').decode(bytes);
}
