import { applyEdits } from '../../src/core/model/text';
import type { Change, DocumentStore } from '../../src/core/ports';

/** A whole document store in memory that can be written to and counts what is read. */
export interface InMemoryStore extends DocumentStore {
  readonly files: ReadonlyMap<string, string>;
  readonly reads: readonly string[];
  write(path: string, text: string): void;
  remove(path: string): void;
  apply(change: Change): void;
}

export function createInMemoryStore(initial: Readonly<Record<string, string>> = {}): InMemoryStore {
  const files = new Map(Object.entries(initial));
  const reads: string[] = [];
  const isFolder = (path: string) => [...files.keys()].some((file) => file.startsWith(`${path}/`));
  return {
    files,
    reads,
    write: (path, text) => void files.set(path, text),
    remove: (path) => void files.delete(path),
    read: async (path) => {
      reads.push(path);
      return files.get(path);
    },
    exists: async (path) => files.has(path) || isFolder(path),
    list: async (path) => {
      const prefix = path === '' || path === '.' ? '' : `${path}/`;
      const entries = new Map<string, boolean>();
      for (const file of files.keys()) {
        if (!file.startsWith(prefix)) continue;
        const [name = '', ...rest] = file.slice(prefix.length).split('/');
        entries.set(name, rest.length > 0);
      }
      return [...entries]
        .map(([name, folder]) => ({ name, isFolder: folder }))
        .sort((a, b) => (a.name < b.name ? -1 : 1));
    },
    apply: ({ creates, edits }) => {
      for (const { path, text } of creates) {
        if (files.has(path)) throw new Error(`${path} exists`);
        files.set(path, text);
      }
      for (const { path, base, edits: changes } of edits) {
        if (files.get(path) !== base) throw new Error(`${path} differs from the base of its edits`);
        files.set(path, applyEdits(base, changes));
      }
    },
  };
}
