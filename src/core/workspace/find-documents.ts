import type { Conventions } from '../model/conventions';
import type { DocumentStore } from '../ports';
import { isBelow, isDocumentPath, isSkippedFolder, maxDepth, pathIn } from './incident-places';

export interface FindOptions {
  /** Relative to the workspace folder; absent: the configured folder. */
  readonly under?: string;
  readonly onUnreadable?: (folder: string, error: unknown) => void;
}

/**
 * Paths of the files below `under` that may be incident documents, in order of their names; links are not followed.
 * A folder that cannot be listed is told to `onUnreadable` and passed over.
 */
export async function findDocuments(
  store: DocumentStore,
  conventions: Conventions,
  { under = conventions.folder, onUnreadable }: FindOptions = {},
): Promise<readonly string[]> {
  if (under !== conventions.folder && !isBelow(under, conventions.folder)) {
    return isBelow(conventions.folder, under)
      ? findDocuments(store, conventions, { ...(onUnreadable && { onUnreadable }) })
      : [];
  }
  const found: string[] = [];
  const listed = (folder: string) =>
    store.list(folder).catch((error: unknown) => {
      onUnreadable?.(folder, error);
      return [];
    });
  const walk = async (folder: string, depth: number): Promise<void> => {
    for (const { name, isFolder } of await listed(folder)) {
      const path = pathIn(folder, name);
      if (!isFolder && isDocumentPath(path, conventions)) found.push(path);
      if (isFolder && depth < maxDepth && !isSkippedFolder(name)) await walk(path, depth + 1);
    }
  };
  await walk(under, 0);
  return found;
}
