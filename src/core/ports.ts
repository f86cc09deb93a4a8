import type { CommitLookup } from './model/commit';
import type { TextEdit } from './model/text';

/**
 * The documents of one workspace folder. Paths are posix, relative to that folder, never starting with `/` or `..`.
 * Texts have no byte order mark; whoever writes them back keeps the one that was there.
 */
export interface DocumentStore {
  /** The current text (an open editor's before the disk's), or nothing where there is no such file. */
  read(path: string): Promise<string | undefined>;
  exists(path: string): Promise<boolean>;
  /** Names of the entries of a folder, without symbolic links; empty where there is no such folder. */
  list(path: string): Promise<readonly { readonly name: string; readonly isFolder: boolean }[]>;
}

/** The same folder with its files of any kind, for evidence. */
export interface FileStore extends DocumentStore {
  /** Length in bytes, or nothing where there is no such file. */
  size(path: string): Promise<number | undefined>;
  readBytes(path: string): Promise<Uint8Array | undefined>;
}

/**
 * What an operation wants written. A face applies it whole: the editor as one WorkspaceEdit,
 * the command line with atomic replacement, new files first.
 */
export interface Change {
  readonly creates: readonly { readonly path: string; readonly text: string }[];
  /** New files that are no documents; like `creates` they never replace one. */
  readonly files?: readonly { readonly path: string; readonly bytes: Uint8Array }[];
  /** `base` is the text that the edits were computed from; a face refuses when the file differs by then. */
  readonly edits: readonly { readonly path: string; readonly base: string; readonly edits: readonly TextEdit[] }[];
}

/** Commits of one workspace folder's repository and of its configured neighbours; never throws. */
export interface CommitSource {
  /** Answers for the given citation keys (see `citationKey`), in one batch. */
  lookUp(keys: readonly string[]): Promise<ReadonlyMap<string, CommitLookup>>;
}

/** Satisfied as it is by `vscode.LogOutputChannel`. */
export interface Logger {
  debug(message: string, ...details: unknown[]): void;
  info(message: string, ...details: unknown[]): void;
  warn(message: string, ...details: unknown[]): void;
  error(message: string, ...details: unknown[]): void;
}
