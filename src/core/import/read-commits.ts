import type { Commit } from '../model/commit';
import { recordKey } from './content-key';
import type { SourceItem } from './source-record';

/** A tag with the commit it names. Only annotated ones know when they were made. */
export interface Tag {
  readonly name: string;
  /** All 40 digits. */
  readonly commit: string;
  /** ms since the epoch. */
  readonly made?: number;
  readonly by?: string;
}

/** What a repository's history holds of a window. */
export interface History {
  readonly commits: readonly Commit[];
  readonly tags: readonly Tag[];
}

/** Commits, merges and annotated tags as changes; a commit's time is the committer's. */
export function* readCommits({ commits, tags }: History): Iterable<SourceItem> {
  const lightweight = new Map<string, string[]>();
  for (const { name, commit, made } of tags) {
    if (made === undefined) lightweight.set(commit, [...(lightweight.get(commit) ?? []), name]);
  }
  for (const { hash, subject, author, committed, parents } of commits) {
    const tagged = lightweight.get(hash);
    yield {
      where: `commit ${hash.slice(0, 12)}`,
      key: recordKey('git', hash.slice(0, 12)),
      stamp: { kind: 'exact', at: committed, seconds: true },
      text: `${parents.length > 1 ? 'Merged' : 'Committed'}: ${subject || 'no subject'}${tagged === undefined ? '' : ` (tagged ${tagged.join(', ')})`}`,
      kind: 'change',
      actors: [author],
      evidence: [hash.slice(0, 12)],
    };
  }
  for (const { name, commit, made, by } of tags) {
    if (made === undefined) continue;
    yield {
      where: `tag ${name}`,
      key: recordKey('git', `tag/${name}@${commit.slice(0, 12)}`),
      stamp: { kind: 'exact', at: made, seconds: true },
      text: `Tagged ${name}`,
      kind: 'change',
      ...(by !== undefined && { actors: [by] }),
      evidence: [commit.slice(0, 12)],
    };
  }
}
