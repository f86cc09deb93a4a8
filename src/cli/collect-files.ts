import { stat } from 'node:fs/promises';
import path from 'node:path';
import { OperationError } from '../core/errors';
import type { DocumentKindId } from '../core/model/incident';
import { conventionsFile } from '../core/operations/open-folder';
import { findDocuments } from '../core/workspace/find-documents';
import { isMissing } from '../node/confine';
import { findRoot } from '../node/find-root';
import { type Folder, openFolder, openRoot, posix } from './folder';

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
  const folders = new Map<string, Promise<Folder>>();
  const opened = (root: string) => {
    const folder = folders.get(root) ?? openRoot(root);
    folders.set(root, folder);
    return folder;
  };
  const add = (full: string, folder: Folder, isNamed: boolean) => {
    const known = found.get(full);
    const shown = posix(path.relative(cwd, full)) || posix(full);
    found.set(full, { full, shown, folder, isNamed: isNamed || (known?.isNamed ?? false) });
  };
  if (paths.length === 0) {
    const folder = await openFolder(cwd);
    for (const full of await documentsIn(folder, folder.root, unreadable)) add(full, folder, false);
  }
  for (const given of paths) {
    const full = path.resolve(cwd, given);
    try {
      const stats = await stat(full);
      const start = stats.isDirectory() ? full : path.dirname(full);
      const root = await findRoot(start);
      const folder = root === undefined ? await unmarkedFolder(start) : await opened(root);
      if (!stats.isDirectory()) add(full, folder, true);
      else {
        const searched = as === undefined ? folder : everythingIn(folder);
        for (const document of await documentsIn(searched, full, unreadable)) add(document, folder, as !== undefined);
      }
    } catch (error) {
      unreadable.push(whyNot(given, error));
    }
  }
  const files = [...found.values()].sort((a, b) => (a.shown < b.shown ? -1 : 1));
  return { files, unreadable };
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

/** A folder that nobody marked: whatever says that it is a document of ours is one, with the default conventions. */
async function unmarkedFolder(root: string): Promise<Folder> {
  return everythingIn(await openRoot(root));
}

function everythingIn(folder: Folder): Folder {
  return { ...folder, conventions: { ...folder.conventions, folder: '' } };
}

function whyNot(given: string, error: unknown): string {
  if (error instanceof OperationError) return error.message;
  return isMissing(error) ? `${given} is not there.` : `${given} cannot be read.`;
}
