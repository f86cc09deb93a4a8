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
  /** One-based line of the first added line. */
  readonly newStart: number;
  readonly removed: readonly string[];
  readonly added: readonly string[];
}
