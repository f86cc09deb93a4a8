import * as vscode from 'vscode';
import { maxEvidenceBytes } from '../../core/model/evidence';

/** A file that is pasted or dropped. */
export interface TransferredFile {
  readonly name: string;
  /** Where it lies, if it lies anywhere this window can reach. */
  readonly uri?: vscode.Uri;
  /** Bytes, where that is known without reading them. */
  size(): Promise<number | undefined>;
  read(): Promise<Uint8Array>;
}

/** What a transfer holds of files, whether they come from the system, the clipboard or the explorer. */
export async function transferredFiles(transfer: vscode.DataTransfer): Promise<readonly TransferredFile[]> {
  const held: TransferredFile[] = [];
  for (const [, item] of transfer) {
    const file = item.asFile();
    if (file !== undefined) held.push(await heldFile(file));
  }
  if (held.length > 0) return held;
  const list = await transfer.get('text/uri-list')?.asString();
  return (list ?? '').split(/\r?\n/).flatMap((line) => fileAt(line.trim()) ?? []);
}

/** Read at once, unless it is too large: VS Code hands its content out only while it asks for edits. */
async function heldFile(file: vscode.DataTransferFile): Promise<TransferredFile> {
  const { name, uri } = file;
  const known = uri === undefined ? undefined : await sizeOf(uri);
  const isTooLarge = known !== undefined && known > maxEvidenceBytes;
  const bytes = isTooLarge ? new Uint8Array() : await file.data();
  return {
    name,
    ...(uri !== undefined && { uri }),
    size: async () => known ?? bytes.length,
    read: async () => bytes,
  };
}

/** Addresses of the web are links, no files. */
export function fileAt(address: string): TransferredFile | undefined {
  if (address === '' || address.startsWith('#') || /^(?:https?|mailto|data|command):/i.test(address)) return undefined;
  const uri = vscode.Uri.parse(address);
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  if (name === '') return undefined;
  return { name, uri, size: () => sizeOf(uri), read: async () => vscode.workspace.fs.readFile(uri) };
}

/** Nothing for a folder, and for a file that cannot be reached. */
async function sizeOf(uri: vscode.Uri): Promise<number | undefined> {
  return vscode.workspace.fs.stat(uri).then(
    ({ type, size }) => ((type & vscode.FileType.File) === 0 ? undefined : size),
    () => undefined,
  );
}
