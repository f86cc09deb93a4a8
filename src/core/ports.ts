import type { BlamedLines, ChangedFile, Commit, CommitLookup, LoggedCommit, ReleaseTag } from './model/commit';
import type { FileChange } from './model/file-change';
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
  /** The history of the folder's repository, or of the one of that name; nothing where it cannot be read now. */
  history(repository?: string): Promise<GitHistory | undefined>;
}

/** Ends a question before its answer; an `AbortSignal` is one. */
export interface Cancellation {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void, options?: { readonly once?: boolean }): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/** A stretch of history, newest first. Commits are named by all their digits, never as a document has them. */
export interface LogQuery {
  /** Where the walk starts; `HEAD` together with the default branch of the remotes where it is absent. */
  readonly from?: readonly string[];
  /** Whatever these reach is left out. */
  readonly without?: readonly string[];
  /** By committer date, ms since the epoch, both inclusive. */
  readonly since?: number;
  readonly until?: number;
  /** Files or folders, relative to the repository's root; history is simplified to the commits that touch them. */
  readonly paths?: readonly string[];
  /** Only merges into the first parent's line. */
  readonly onlyMerges?: boolean;
  readonly firstParent?: boolean;
  /** Plain text that the message holds. */
  readonly messageHolds?: string;
  readonly most: number;
}

export interface BlameQuery {
  /** The version that is asked about, by all its digits. */
  readonly commit: string;
  readonly path: string;
  /** Line numbers from 1, both inclusive; the whole file where there is none. */
  readonly ranges?: readonly { readonly first: number; readonly last: number }[];
  /** Blame passes through these commits, as for those that only changed the format. */
  readonly ignored?: readonly string[];
  /** Follows lines that were moved or copied within the files of a commit. */
  readonly followsMoves?: boolean;
  /** ms after which the lines whose writers are known by then are the answer; the others are left out of it. */
  readonly within?: number;
}

/**
 * The history of one repository, read-only. Nothing throws: `undefined` means that git gave no answer now (it is
 * missing, busy with a rebase, too slow, cancelled, or the workspace is not trusted), which says nothing of the history.
 * What is named by a commit never changes and may be kept by whoever asks; what starts at `HEAD` or at tags does change.
 */
export interface GitHistory {
  /** Absolute, as the platform writes it. */
  readonly root: string;
  /** Address of the remote `origin`, as its configuration has it. */
  remote(): Promise<string | undefined>;
  /** The commit that is checked out. */
  head(signal?: Cancellation): Promise<string | undefined>;
  /** The commit of a tag or branch, such as `v4.18.2`, or of a hash; nothing where there is none. */
  resolve(name: string, signal?: Cancellation): Promise<string | undefined>;
  /** Those that are there, through one process however many are asked for. */
  commits(hashes: readonly string[], signal?: Cancellation): Promise<ReadonlyMap<string, Commit>>;
  log(query: LogQuery, signal?: Cancellation): Promise<readonly LoggedCommit[] | undefined>;
  /** Parents of every commit that tags and `HEAD` reach and that is not older than `since`; ms since the epoch. */
  parents(since: number, signal?: Cancellation): Promise<ReadonlyMap<string, readonly string[]> | undefined>;
  tags(signal?: Cancellation): Promise<readonly ReleaseTag[] | undefined>;
  /** What each commit changed against its first parent, through one process. */
  changes(
    commits: readonly Commit[],
    signal?: Cancellation,
  ): Promise<ReadonlyMap<string, readonly ChangedFile[]> | undefined>;
  /** The changed lines of each commit against its first parent, only in `paths` where some are named; one process. */
  patches(
    commits: readonly Commit[],
    paths?: readonly string[],
    signal?: Cancellation,
  ): Promise<ReadonlyMap<string, readonly FileChange[]> | undefined>;
  /** New paths in `to` of files that `from` had elsewhere, found by likeness; by former path. */
  renames(from: string, to: string, signal?: Cancellation): Promise<ReadonlyMap<string, string>>;
  /** Texts of files as of a commit, in the order asked; nothing for what is not there, no text, or over 1 MiB. */
  texts(
    files: readonly { readonly commit: string; readonly path: string }[],
    signal?: Cancellation,
  ): Promise<readonly (string | undefined)[]>;
  /** Ids of files as of a commit: equal ids are equal bytes. */
  blobs(
    files: readonly { readonly commit: string; readonly path: string }[],
    signal?: Cancellation,
  ): Promise<readonly (string | undefined)[]>;
  /** Slow on long histories: only when the user asks, never while typing or when a file is opened. */
  blame(query: BlameQuery, signal?: Cancellation): Promise<readonly BlamedLines[] | undefined>;
}

/** Satisfied as it is by `vscode.LogOutputChannel`. */
export interface Logger {
  debug(message: string, ...details: unknown[]): void;
  info(message: string, ...details: unknown[]): void;
  warn(message: string, ...details: unknown[]): void;
  error(message: string, ...details: unknown[]): void;
}
