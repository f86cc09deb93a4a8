import * as vscode from 'vscode';
import { OperationError } from '../../core/errors';
import { message } from '../../core/model/message';
import type { FileStore } from '../../core/ports';

const decoder = new TextDecoder('utf-8');

/** The documents of a workspace folder, as an editor shows them, else as they lie on disk; and its files of any kind. */
export function createDocumentStore(root: vscode.Uri): FileStore {
  return {
    read: async (path) => {
      const uri = uriIn(root, path);
      const edited = editedDocument(uri);
      if (edited !== undefined) return edited.getText();
      const bytes = await orNothing(path, () => vscode.workspace.fs.readFile(uri));
      return bytes === undefined ? undefined : decoder.decode(bytes);
    },
    exists: async (path) => {
      const uri = uriIn(root, path);
      return (await orNothing(path, () => vscode.workspace.fs.stat(uri))) !== undefined;
    },
    size: async (path) => {
      const found = await orNothing(path, () => vscode.workspace.fs.stat(uriIn(root, path)));
      return found === undefined || (found.type & vscode.FileType.File) === 0 ? undefined : found.size;
    },
    readBytes: (path) => orNothing(path, () => vscode.workspace.fs.readFile(uriIn(root, path))),
    list: async (path) => {
      const uri = uriIn(root, path);
      const entries = (await orNothing(path, () => vscode.workspace.fs.readDirectory(uri))) ?? [];
      return entries
        .filter(([, type]) => (type & vscode.FileType.SymbolicLink) === 0)
        .map(([name, type]) => ({ name, isFolder: (type & vscode.FileType.Directory) !== 0 }));
    },
  };
}

/** The place of a path relative to a workspace folder; refuses one that leads out of it. */
export function uriIn(root: vscode.Uri, path: string): vscode.Uri {
  const parts = path.split('/');
  if (path.startsWith('/') || path.includes('\\') || parts.includes('..')) {
    throw new OperationError('usage', message('"{path}" is outside this folder.', { path }));
  }
  return vscode.Uri.joinPath(root, ...parts);
}

/**
 * The document whose text counts before what lies on disk. One without unsaved text and without a tab does not: VS Code
 * holds it for minutes after its last editor was closed, even when the file is gone.
 */
export function editedDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  const document = openDocument(uri);
  return document !== undefined && (document.isDirty || hasTab(document.uri)) ? document : undefined;
}

function hasTab(uri: vscode.Uri): boolean {
  const wanted = uri.toString();
  return vscode.window.tabGroups.all.some(({ tabs }) =>
    tabs.some(({ input }) => uriOfTab(input)?.toString() === wanted),
  );
}

function uriOfTab(input: unknown): vscode.Uri | undefined {
  if (input instanceof vscode.TabInputText) return input.uri;
  return input instanceof vscode.TabInputTextDiff ? input.modified : undefined;
}

/** The document that an editor or another extension holds open. */
export function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  const wanted = uri.toString();
  return vscode.workspace.textDocuments.find((document) => !document.isClosed && document.uri.toString() === wanted);
}

async function orNothing<T>(path: string, ask: () => Thenable<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    const code = error instanceof vscode.FileSystemError ? error.code : '';
    if (code === 'FileNotFound' || code === 'FileNotADirectory' || code === 'FileIsADirectory') return undefined;
    throw new OperationError('unreadable', message('{path} cannot be read.', { path }));
  }
}
