import { dayOfIncidentId } from '../kinds';
import type { Conventions } from '../model/conventions';

/** How deep below the configured folder documents are looked for; teams group by year or by system. */
export const maxDepth = 4;

const skippedFolders: ReadonlySet<string> = new Set(['templates', 'evidence', 'node_modules']);

/** Whether a path is that of a document below the configured folder: Markdown, no template, no evidence. */
export function isDocumentPath(path: string, conventions: Conventions): boolean {
  if (!/\.(?:md|markdown)$/i.test(path) || !isBelow(path, conventions.folder)) return false;
  if (Object.values(conventions.templates).includes(path)) return false;
  const folders = relativeTo(conventions.folder, path).split('/').slice(0, -1);
  return folders.length <= maxDepth && folders.every((name) => !isSkippedFolder(name));
}

export function isSkippedFolder(name: string): boolean {
  return name.startsWith('.') || skippedFolders.has(name.toLowerCase());
}

/** Id of the incident that a document belongs to: its folder's name, or its own stem where it lies in no folder of its own. */
export function incidentIdOf(path: string, { folder }: Conventions): string {
  const parts = relativeTo(folder, path).split('/');
  return parts.at(-2) ?? (parts.at(-1) ?? path).replace(/\.[^.]+$/, '');
}

/** The UTC day by which times without a date in this document go; nothing where the incident's id has none. */
export function dayOf(path: string, conventions: Conventions): number | undefined {
  return dayOfIncidentId(incidentIdOf(path, conventions));
}

/** The folder of a file, `''` where it lies in the workspace folder itself. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** Relative address of a document as seen from another. */
export function linkTo(from: string, to: string): string {
  const base = folderOf(from)
    .split('/')
    .filter((part) => part !== '');
  const target = to.split('/');
  let shared = 0;
  while (shared < base.length && shared < target.length - 1 && base[shared] === target[shared]) shared++;
  const steps = [...base.slice(shared).map(() => '..'), ...target.slice(shared)];
  return steps
    .map((step) => encodeURIComponent(step).replace(/[()]/g, (sign) => (sign === '(' ? '%28' : '%29')))
    .join('/');
}

/** The path of something in a folder; `''` and `.` are the workspace folder itself. */
export function pathIn(folder: string, name: string): string {
  return folder === '' || folder === '.' ? name : `${folder}/${name}`;
}

/** Whether `path` lies in the folder, however deep; everything lies in `''` and `.`. */
export function isBelow(path: string, folder: string): boolean {
  return folder === '' || folder === '.' || path.startsWith(`${folder}/`);
}

function relativeTo(folder: string, path: string): string {
  return folder === '' || folder === '.' ? path : path.slice(folder.length + 1);
}
