import { stat } from 'node:fs/promises';
import path from 'node:path';
import { conventionsFile } from '../core/operations/open-folder';

/** The nearest folder, from `start` upwards, that holds `.incidents.yml`. */
export async function findRoot(start: string): Promise<string | undefined> {
  let folder = path.resolve(start);
  for (;;) {
    if (await isFile(path.join(folder, conventionsFile))) return folder;
    const parent = path.dirname(folder);
    if (parent === folder) return undefined;
    folder = parent;
  }
}

async function isFile(full: string): Promise<boolean> {
  try {
    return (await stat(full)).isFile();
  } catch {
    return false;
  }
}
