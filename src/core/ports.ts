import type { CommitLookup } from './model/commit';
import type { BlamedLine, CommitText, FileChange, LineRange } from './model/history';
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

/**
 * What an operation wants written. A face applies it whole: the editor as one WorkspaceEdit,
 * the command line with atomic replacement, new files first.
 */
export interface Change {
  readonly creates: readonly { readonly path: string; readonly text: string }[];
  /** `base` is the text that the edits were computed from; a face refuses when the file differs by then. */
  readonly edits: readonly { readonly path: string; readonly base: string; readonly edits: readonly TextEdit[] }[];
}

/** Commits of one workspace folder's repository and of its configured neighbours; never throws. */
export interface CommitSource {
  /** Answers for the given citation keys (see `citationKey`), in one batch. */
  lookUp(keys: readonly string[]): Promise<ReadonlyMap<string, CommitLookup>>;
}

/**
 * The history of one repository, for whoever looks for the commit behind a fault. Commits are full hashes; what cannot
 * be read (too large, too slow, gone) is left out of the answers. Never throws but for an aborted signal.
 */
export interface HistorySource {
  /** The commit that is checked out. */
  head(): Promise<string | undefined>;
  /** Those of the given hashes that are commits, each with its message. */
  commits(hashes: readonly string[]): Promise<readonly CommitText[]>;
  /** What a commit changed, only in the given files where some are named. */
  changes(hash: string, paths?: readonly string[]): Promise<readonly FileChange[]>;
  /** The text of a file in a revision. */
  text(revision: string, path: string): Promise<string | undefined>;
  /** Who wrote these lines, looking through white space, moves and the commits to ignore. */
  blame(
    revision: string,
    path: string,
    options: { readonly ranges: readonly LineRange[]; readonly ignore: readonly string[] },
  ): Promise<readonly BlamedLine[]>;
  /** The latest ancestors of a revision that touched the files, newest first, the revision itself among them. */
  latest(revision: string, paths: readonly string[], most: number): Promise<readonly string[]>;
  /** Ancestors of a revision that were committed in `[from, until]` (ms), newest first, with the paths they touched. */
  between(
    revision: string,
    window: { readonly from: number; readonly until: number },
    most: number,
  ): Promise<readonly { readonly hash: string; readonly paths: readonly string[] }[]>;
}

/** Satisfied as it is by `vscode.LogOutputChannel`. */
export interface Logger {
  debug(message: string, ...details: unknown[]): void;
  info(message: string, ...details: unknown[]): void;
  warn(message: string, ...details: unknown[]): void;
  error(message: string, ...details: unknown[]): void;
}
