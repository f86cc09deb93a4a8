import type { History, Tag } from '../../core/import/read-commits';
import type { ReleaseTag } from '../../core/model/commit';
import type { Cancellation } from '../../core/ports';
import type { CommitSourceOptions } from './commit-source';
import { createHistory } from './history';
import { OpenRepositories } from './open-repositories';
import { Repository } from './repository';

export type HistoryAnswer =
  | { readonly state: 'read'; readonly history: History }
  | { readonly state: 'restricted' | 'no-git' | 'no-repository' | 'busy' | 'cancelled' }
  | { readonly state: 'too-many'; readonly most: number };

const mostCommits = 5_000;

/** What leads to the current commit of a folder's repository within a window (ms, both inclusive), oldest first. */
export async function readHistory(
  { isTrusted, ...options }: Omit<CommitSourceOptions, 'repositories'>,
  { from, until }: { readonly from: number; readonly until: number },
  signal?: Cancellation,
): Promise<HistoryAnswer> {
  if (!isTrusted()) return { state: 'restricted' };
  const repositories = new OpenRepositories({ ...options, repositories: () => ({}) });
  try {
    const opened = await repositories.get(undefined);
    if (!(opened instanceof Repository)) return { state: opened.state === 'no-git' ? 'no-git' : 'no-repository' };
    if (await opened.isBusy()) return { state: 'busy' };
    const history = createHistory(opened, isTrusted);
    const isEmpty = (await history.head(signal)) === undefined;
    // Whole seconds, as git has them.
    const since = Math.ceil(from / 1000) * 1000;
    const commits = isEmpty ? [] : await history.log({ from: ['HEAD'], since, until, most: mostCommits + 1 }, signal);
    const tags = await history.tags(signal);
    if (signal?.aborted === true) return { state: 'cancelled' };
    if (commits === undefined || tags === undefined) return { state: 'busy' };
    if (commits.length > mostCommits) return { state: 'too-many', most: mostCommits };
    const isWithin = ({ made }: Tag) => made === undefined || (made >= from && made <= until);
    return { state: 'read', history: { commits: [...commits].reverse(), tags: tags.map(tagOf).filter(isWithin) } };
  } finally {
    repositories.dispose();
  }
}

/** A mere name does not say when it was given. */
function tagOf({ name, commit, at, tagger }: ReleaseTag): Tag {
  return tagger === undefined ? { name, commit } : { name, commit, made: at, by: tagger };
}
