/** What the repository knows about a cited commit. Times are ms since the epoch. */
export interface Commit {
  /** All 40 digits. */
  readonly hash: string;
  readonly subject: string;
  readonly author: string;
  readonly authored: number;
  readonly committed: number;
  readonly parents: readonly string[];
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

/** How a citation is shown: `a1b2c3d`, or `payments@a1b2c3d`. */
export function shortCitation(citation: { readonly hash: string; readonly repository?: string }): string {
  return citationKey({ ...citation, hash: citation.hash.slice(0, 7) });
}
