import { readdir, readFile, stat } from 'node:fs/promises';
import type { FileStore } from '../core/ports';
import { confine, isMissing } from './confine';
import { readTextFile } from './text-file';

/** The documents and files of one folder on disk; nothing outside it is read, a link that leads out of it included. */
export function createFileDocumentStore(root: string): FileStore {
  return {
    read: (path) => orMissing(undefined, async () => (await readTextFile(await confine(root, path), path)).text),
    exists: (path) => orMissing(false, async () => (await stat(await confine(root, path))) !== undefined),
    list: (path) =>
      orMissing([], async () => {
        const entries = await readdir(await confine(root, path), { withFileTypes: true });
        return entries
          .filter((entry) => entry.isFile() || entry.isDirectory())
          .map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }))
          .sort((a, b) => (a.name < b.name ? -1 : 1));
      }),
    size: (path) =>
      orMissing(undefined, async () => {
        const found = await stat(await confine(root, path));
        return found.isFile() ? found.size : undefined;
      }),
    readBytes: (path) => orMissing(undefined, async () => readFile(await confine(root, path))),
  };
}

async function orMissing<T, M>(missing: M, read: () => Promise<T>): Promise<T | M> {
  try {
    return await read();
  } catch (error) {
    if (isMissing(error)) return missing;
    throw error;
  }
}
