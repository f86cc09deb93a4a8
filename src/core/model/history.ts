import type { Commit } from './commit';

/** A commit with its whole message. */
export interface CommitText extends Commit {
  /** What stands below the subject; trailers are part of it. */
  readonly body: string;
}

/** What one commit did to one file, against its first parent, with changes of white space alone left out. */
export interface FileChange {
  /** Relative to the repository's root, posix; after the change. */
  readonly path: string;
  /** Before the change, where the file existed. */
  readonly oldPath?: string;
  readonly hunks: readonly Hunk[];
}

/** Neighbouring lines that were replaced, without context; an addition has no `removed`, a deletion no `added`. */
export interface Hunk {
  /** One-based line of the first removed line; of a pure addition the line after which it stands, 0 at the head. */
  readonly oldStart: number;
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

/** A line of a file and the commit that wrote it. */
export interface BlamedLine {
  /** One-based, in the revision that was asked about. */
  readonly line: number;
  readonly commit: string;
  /** The file's path when that commit wrote the line. */
  readonly path: string;
}

/** One-based, both ends included. */
export interface LineRange {
  readonly from: number;
  readonly until: number;
}
