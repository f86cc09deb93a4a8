import { stat } from 'node:fs/promises';
import path from 'node:path';
import { OperationError } from '../core/errors';
import type { DocumentKindId } from '../core/model/incident';
import { conventionsFile } from '../core/operations/open-folder';
import { findDocuments } from '../core/workspace/find-documents';
import { isMissing } from '../node/confine';
import { findRoot, findRootsBelow } from '../node/find-root';
import { type Folder, notEnabled, openRoot, pathWithin, posix } from './folder';

/** A file to check, with the folder whose conventions hold for it. */
export interface FileToLint {
  /** Absolute. */
  readonly full: string;
  /** As it is shown: relative to where the command runs, with slashes. */
  readonly shown: string;
  readonly folder: Folder;
  /** Whether the user named this very file. */
  readonly isNamed: boolean;
}

export interface CollectedFiles {
  readonly files: readonly FileToLint[];
  /** A sentence for each path that leads nowhere. */
  readonly unreadable: readonly string[];
}

/** The files that paths stand for, each once, in order of what is shown; all documents of the folder without a path. */
export async function collectFiles(
  paths: readonly string[],
  { cwd, as }: { readonly cwd: string; readonly as?: DocumentKindId },
): Promise<CollectedFiles> {
  const found = new Map<string, FileToLint>();
  const unreadable: string[] = [];
  const openOnce = rememberFolders();
  const add = (full: string, folder: Folder, isNamed: boolean) => {
    const shown = posix(path.relative(cwd, full)) || posix(full);
    found.set(full, { full, shown, folder, isNamed: isNamed || (found.get(full)?.isNamed ?? false) });
  };
  const addAllIn = async (under: string) => {
    for (const folder of await foldersOf(under, openOnce)) {
      const searched = as === undefined ? folder : everythingIn(folder);
      const start = pathWithin(folder.root, under) === undefined ? folder.root : under;
      for (const full of await documentsIn(searched, start, unreadable)) add(full, folder, as !== undefined);
    }
  };
  if (paths.length === 0) {
    if ((await findRoot(cwd)) === undefined && (await findRootsBelow(cwd)).length === 0) throw notEnabled();
    await addAllIn((await findRoot(cwd)) ?? cwd);
  }
  for (const given of paths) {
    const full = path.resolve(cwd, given);
    try {
      if ((await stat(full)).isDirectory()) await addAllIn(full);
      else add(full, await folderOfFile(full, openOnce), true);
    } catch (error) {
      unreadable.push(whyNot(given, error));
    }
  }
  const files = [...found.values()].sort((a, b) => (a.shown < b.shown ? -1 : 1));
  return { files, unreadable };
}

type OpenOnce = (root: string) => Promise<Folder>;

function rememberFolders(): OpenOnce {
  const folders = new Map<string, Promise<Folder>>();
  return (root) => {
    const folder = folders.get(root) ?? openRoot(root);
    folders.set(root, folder);
    return folder;
  };
}

/** The folder whose conventions hold for a file, be it there or not. */
export function folderAround(full: string): Promise<Folder> {
  return folderOfFile(full, openRoot);
}

async function folderOfFile(full: string, openOnce: OpenOnce): Promise<Folder> {
  const root = await findRoot(path.dirname(full));
  return root === undefined ? everythingIn(await openOnce(path.dirname(full))) : openOnce(root);
}

/**
 * The marked folder around `under`, else those right below it. Where nobody marked one, whatever says that it is a
 * document of ours is one, with the default conventions.
 */
async function foldersOf(under: string, openOnce: OpenOnce): Promise<readonly Folder[]> {
  const root = await findRoot(under);
  if (root !== undefined) return [await openOnce(root)];
  const below = await findRootsBelow(under);
  return below.length > 0 ? Promise.all(below.map(openOnce)) : [everythingIn(await openOnce(under))];
}

/** Documents below `under` (absolute), and the conventions of a folder that is checked whole. */
async function documentsIn(folder: Folder, under: string, unreadable: string[]): Promise<readonly string[]> {
  const relative = posix(path.relative(folder.root, under));
  const paths = await findDocuments(folder.store, folder.conventions, {
    under: relative,
    onUnreadable: (name) => unreadable.push(`${name || '.'} cannot be read.`),
  });
  const conventions = relative === '' && (await folder.store.exists(conventionsFile)) ? [conventionsFile] : [];
  return [...conventions, ...paths].map((file) => path.join(folder.root, file));
}

function everythingIn(folder: Folder): Folder {
  return { ...folder, conventions: { ...folder.conventions, folder: '' } };
}

function whyNot(given: string, error: unknown): string {
  if (error instanceof OperationError) return error.message;
  return isMissing(error) ? `${given} is not there.` : `${given} cannot be read.`;
}
