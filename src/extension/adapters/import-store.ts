import * as vscode from 'vscode';
import { OperationError } from '../../core/errors';
import { message } from '../../core/model/message';
import type { DocumentStore } from '../../core/ports';
import { createDocumentStore } from './document-store';

/** Larger files are refused before they fill the memory. */
const maxBytes = 32 * 1024 * 1024;

/** Files of any place, of a size that can be read. */
export function createImportStore(root: vscode.Uri): DocumentStore {
  const store = createDocumentStore(root);
  return {
    ...store,
    read: async (path) => {
      if (((await store.size(path)) ?? 0) > maxBytes) {
        throw new OperationError('unreadable', message('{path} is larger than 32 MiB; it is not read.', { path }));
      }
      return store.read(path);
    },
    // VS Code has no word of its own for listing a file.
    list: async (path) => ((await store.size(path)) === undefined ? store.list(path) : []),
  };
}

/** Names of people stand in the folder above a channel's, so that is the root. */
export function pathInStore(uri: vscode.Uri): { readonly root: vscode.Uri; readonly path: string } {
  const [file = '', folder = ''] = uri.path.split('/').filter(Boolean).reverse();
  const isDay = /^\d{4}-\d{2}-\d{2}\.json$/.test(file) && folder !== '';
  const path = isDay ? `${folder}/${file}` : file;
  return { root: vscode.Uri.joinPath(uri, ...path.split('/').map(() => '..')), path };
}
