import { readdir, stat } from 'node:fs/promises';
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

/** The folders right below `folder` that hold `.incidents.yml`, as in a repository of several services. */
export async function findRootsBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const names = entries.filter((entry) => entry.isDirectory() && !isSkipped(entry.name)).map(({ name }) => name);
  const roots: string[] = [];
  for (const name of names.sort()) {
    const full = path.join(folder, name);
    if (await isFile(path.join(full, conventionsFile))) roots.push(full);
  }
  return roots;
}

/**
 * The folders that `start` is beside: those right below it, else right below the nearest folder above it that has any,
 * up to the root of the repository. Outside a repository only those right below it.
 */
export async function findRootsAround(start: string): Promise<readonly string[]> {
  const folders = [path.resolve(start)];
  for (
    let folder = folders[0] ?? start;
    !(await isThere(path.join(folder, '.git')));
    folder = folders.at(-1) ?? folder
  ) {
    const parent = path.dirname(folder);
    if (parent === folder) return findRootsBelow(start);
    folders.push(parent);
  }
  for (const folder of folders) {
    const roots = await findRootsBelow(folder);
    if (roots.length > 0) return roots;
  }
  return [];
}

function isSkipped(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}

/** A worktree has a file of that name, a clone a folder. */
async function isThere(full: string): Promise<boolean> {
  return stat(full).then(
    () => true,
    () => false,
  );
}

async function isFile(full: string): Promise<boolean> {
  try {
    return (await stat(full)).isFile();
  } catch {
    return false;
  }
}
