import type { DocumentStore } from '../core/ports';

/** The documents of one folder on disk; nothing outside it is read, symbolic links are not followed out of it. */
export function createFileDocumentStore(_root: string): DocumentStore {
  throw new Error('Not built');
}
