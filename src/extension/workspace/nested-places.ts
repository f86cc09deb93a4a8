import * as vscode from 'vscode';
import { conventionsFile } from '../../core/operations/open-folder';
import type { FolderPlace } from './incident-folder';

/** More folders than any service repository has; what lies beyond is opened as a workspace folder of its own. */
const mostFolders = 200;

/** Folders one level down that keep incidents; the event that starts the extension looks as far. */
export async function nestedPlaces(within: vscode.Uri): Promise<readonly FolderPlace[]> {
  const entries = await vscode.workspace.fs.readDirectory(within);
  const folders = entries.filter(
    ([name, type]) => type === vscode.FileType.Directory && !/^\.|^node_modules$/.test(name),
  );
  const places = folders.slice(0, mostFolders).map(async ([name]) => {
    const uri = vscode.Uri.joinPath(within, name);
    const isMarked = await vscode.workspace.fs.stat(vscode.Uri.joinPath(uri, conventionsFile)).then(
      () => true,
      () => false,
    );
    return isMarked ? [{ uri, name, within }] : [];
  });
  return (await Promise.all(places)).flat();
}
