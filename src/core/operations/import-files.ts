import { OperationError } from '../errors';
import { type Message, message } from '../model/message';
import type { DocumentStore } from '../ports';

/** Files of a source. One that cannot be read says why in place of its text, as the others are read all the same. */
export interface ImportFiles extends Pick<DocumentStore, 'list'> {
  read(path: string): Promise<string | { readonly problem: Message }>;
}

export function importFilesOf(store: DocumentStore): ImportFiles {
  return {
    list: (path) => store.list(path),
    read: async (path) => {
      try {
        return (await store.read(path)) ?? { problem: message('{path} is not there.', { path }) };
      } catch (error) {
        if (error instanceof OperationError) return { problem: error.say };
        throw error;
      }
    },
  };
}
