/** What the repository knows about a cited commit. Times are ms since the epoch. */
export interface Commit {
  /** All digits: 40, or 64 in a repository of SHA-256. */
  readonly hash: string;
  readonly subject: string;
  readonly author: string;
  readonly authored: number;
  readonly committed: number;
  readonly parents: readonly string[];
}

/** A commit with its whole message, as a log has it. */
export interface LoggedCommit extends Commit {
  readonly message: string;
}

/** What a commit did to one file, against its first parent. */
export interface ChangedFile {
  /** Relative to the repository's root, posix. */
  readonly path: string;
  /** Where the file was before, if it was moved. */
  readonly oldPath?: string;
  readonly status: 'added' | 'deleted' | 'modified' | 'renamed';
  /** Lines; absent for what is no text. */
  readonly added?: number;
  readonly removed?: number;
}

/** What never changes of a commit, as far as it was read. */
export interface KnownCommit {
  readonly commit: Commit;
  readonly files?: readonly ChangedFile[];
}

/** A tag with the commit that it leads to. */
export interface ReleaseTag {
  /** Without `refs/tags/`. */
  readonly name: string;
  readonly commit: string;
  /** When the tag was made, or its commit where it is a mere name; ms since the epoch. */
  readonly at: number;
  /** Who made it; a mere name has nobody. */
  readonly tagger?: string;
}

/** What became of a commit; it may change with every fetch. */
export interface CommitFate {
  /** The oldest tag that contains it; absent where none does. */
  readonly firstTag?: string;
  /** The commit that took it back, unless that one was taken back in turn. */
  readonly revertedBy?: Commit;
}

/** What is said of a commit beyond its title; each part only once it is known. */
export interface CommitDetails {
  readonly files?: readonly ChangedFile[];
  readonly fate?: CommitFate;
  /** Its page on the web. */
  readonly url?: string;
}

/** Lines of a file that one commit wrote, numbered from 1. */
export interface BlamedLines {
  readonly commit: string;
  /** Path in that commit, relative to the repository's root. */
  readonly path: string;
  /** First line in that commit's version of the file. */
  readonly line: number;
  /** First line in the version that was asked about. */
  readonly nowLine: number;
  readonly count: number;
}

/** The answer to one citation; everything but `found` says why there is no commit. */
export type CommitLookup =
  | { readonly state: 'found'; readonly commit: Commit }
  | { readonly state: 'unknown'; readonly shallow: boolean }
  | { readonly state: 'ambiguous'; readonly candidates: readonly string[] }
  | { readonly state: 'other-repository'; readonly repository: string; readonly url?: string }
  | { readonly state: 'busy' | 'no-git' | 'no-repository' | 'restricted' };

/** Key of a citation in a map of lookups: `hash` or `repository@hash`. */
export function citationKey(citation: { readonly hash: string; readonly repository?: string }): string {
  return citation.repository === undefined ? citation.hash : `${citation.repository}@${citation.hash}`;
}

export function splitKey(key: string): { readonly hash: string; readonly repository?: string } {
  const at = key.lastIndexOf('@');
  return at < 0 ? { hash: key } : { hash: key.slice(at + 1), repository: key.slice(0, at) };
}

/** How a citation is shown: `a1b2c3d`, or `payments@a1b2c3d`. */
export function shortCitation(citation: { readonly hash: string; readonly repository?: string }): string {
  return citationKey({ ...citation, hash: citation.hash.slice(0, 7) });
}
