import { applyEdits } from '../../src/core/model/text';
import type { Change, FileStore } from '../../src/core/ports';

/** A whole document store in memory that can be written to and counts what is read. */
export interface InMemoryStore extends FileStore {
  readonly files: ReadonlyMap<string, string>;
  /** What was read, texts and bytes alike. */
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
    size: async (path) => {
      const text = files.get(path);
      return text === undefined ? undefined : Buffer.byteLength(text, 'latin1');
    },
    readBytes: async (path) => {
      reads.push(path);
      const text = files.get(path);
      return text === undefined ? undefined : Buffer.from(text, 'latin1');
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
    apply: ({ creates, files: others = [], edits }) => {
      const bytes = others.map(({ path, bytes }) => ({ path, text: Buffer.from(bytes).toString('latin1') }));
      for (const { path, text } of [...bytes, ...creates]) {
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
