import * as vscode from 'vscode';
import type { EvidenceFile } from '../../core/operations/add-evidence';
import type { AttachMessage, PastedFile } from '../../protocol/attached-file';
import { fileAt, type TransferredFile } from '../adapters/transferred-files';
import { checkEvidence } from '../commands/check-evidence';
import type { Services } from '../services';

/** Hands over each file that may be kept, those that were refused at first once that is answered. */
export async function attachFiles(
  services: Services,
  message: AttachMessage,
  attach: (file: EvidenceFile) => void,
): Promise<void> {
  for (const file of await filesOf(message)) {
    const evidence = await checkEvidence(services, file, async (cleared) => attach(cleared));
    if (evidence !== undefined) attach(evidence);
  }
}

async function filesOf(message: AttachMessage): Promise<readonly TransferredFile[]> {
  switch (message.type) {
    case 'attach':
      return message.files.map(pastedFile);
    case 'attach-addresses':
      return message.addresses.flatMap((address) => {
        const file = fileAt(address);
        // The page names files; only what the window shows anyway is read for it.
        const isInWorkspace = file?.uri !== undefined && vscode.workspace.getWorkspaceFolder(file.uri) !== undefined;
        return file === undefined || !isInWorkspace ? [] : [file];
      });
    case 'choose-files':
      return chosenFiles();
  }
}

async function chosenFiles(): Promise<readonly TransferredFile[]> {
  const chosen = await vscode.window.showOpenDialog({
    canSelectMany: true,
    title: vscode.l10n.t('Choose evidence'),
    openLabel: vscode.l10n.t('Add'),
  });
  return (chosen ?? []).flatMap((uri) => fileAt(uri.toString()) ?? []);
}

function pastedFile({ name, size, base64 }: PastedFile): TransferredFile {
  return { name, size: async () => size, read: async () => Buffer.from(base64, 'base64') };
}
