import path from 'node:path';
import { OperationError } from '../core/errors';
import type { Conventions } from '../core/model/conventions';
import { message } from '../core/model/message';
import { conventionsFile, loadConventions } from '../core/operations/open-folder';
import type { DocumentStore } from '../core/ports';
import { createFileDocumentStore } from '../node/file-document-store';
import { findRoot, findRootsAround } from '../node/find-root';

/** A folder that keeps incidents, opened. */
export interface Folder {
  /** Absolute. */
  readonly root: string;
  readonly store: DocumentStore;
  readonly conventions: Conventions;
}

/** The folder with `.incidents.yml` that `start` lies in, else the only one below it or beside it in the repository. */
export async function openFolder(start: string): Promise<Folder> {
  const root = await findRoot(start);
  if (root !== undefined) return openRoot(root);
  const [only, ...others] = await findRootsAround(start);
  if (only !== undefined && others.length === 0) return openRoot(only);
  if (only === undefined) throw notEnabled();
  const folders = [only, ...others].map((folder) => path.basename(folder)).join(', ');
  throw new OperationError(
    'usage',
    message('Several folders here keep incidents: {folders}. In one of them this is clear.', { folders }),
  );
}

export function notEnabled(): OperationError {
  return new OperationError(
    'not-enabled',
    message('No {file} here or in a folder above. "incident-docs new" makes one.', { file: conventionsFile }),
  );
}

export async function openRoot(root: string): Promise<Folder> {
  const store = createFileDocumentStore(root);
  const { conventions } = await loadConventions(store);
  return { root, store, conventions };
}

/** A path of the folder as one reads it from `cwd`, with slashes on every system. */
export function displayPath(cwd: string, { root }: Folder, relative: string): string {
  return posix(path.relative(cwd, path.join(root, relative))) || '.';
}

/** A file's path as one reads it from `folder`, with slashes; nothing where it lies elsewhere. */
export function pathWithin(folder: string, full: string): string | undefined {
  const relative = path.relative(folder, full);
  const isOutside = relative === '..' || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative);
  return isOutside ? undefined : posix(relative);
}

export function posix(native: string): string {
  return path.sep === '/' ? native : native.split(path.sep).join('/');
}

/** Id of the incident that was named; a folder or file, as a shell completes it, stands for the one in it. */
export function incidentOf(given: string): string {
  const parts = given
    .replaceAll('\\', '/')
    .split('/')
    .filter((part) => part !== '');
  const last = parts.at(-1) ?? given;
  return /\.(?:md|markdown)$/i.test(last) && parts.length > 1 ? (parts.at(-2) ?? given) : last;
}

/** Zone in which a bare `14:05` is meant: the team's, else the machine's. */
export function zoneOf({ conventions }: Folder, env: Readonly<Record<string, string | undefined>>): string {
  return conventions.timeZone ?? (env.TZ || Intl.DateTimeFormat().resolvedOptions().timeZone);
}
