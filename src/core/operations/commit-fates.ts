import type { Commit, CommitFate, LoggedCommit, ReleaseTag } from '../model/commit';
import type { Cancellation, GitHistory } from '../ports';

const day = 24 * 60 * 60 * 1000;
const mostReverts = 1000;

/**
 * What became of commits: the first tag that contains each, and whether it was taken back. Three commands for all of
 * them together; only history since the oldest of them is walked. Nothing where git gives no answer.
 */
export async function readFates(
  history: Pick<GitHistory, 'parents' | 'tags' | 'log'>,
  commits: readonly Commit[],
  signal?: Cancellation,
): Promise<ReadonlyMap<string, CommitFate> | undefined> {
  if (commits.length === 0) return new Map();
  // Clocks differ between machines.
  const since = Math.max(0, Math.min(...commits.map(({ committed }) => committed)) - day);
  const [parents, tags, reverts] = await Promise.all([
    history.parents(since, signal),
    history.tags(signal),
    history.log({ since, messageHolds: revertWords, most: mostReverts }, signal),
  ]);
  if (parents === undefined || tags === undefined || reverts === undefined) return undefined;
  const firstTags = firstTagsOf(commits, tags, parents);
  return new Map(
    commits.map(({ hash }) => {
      const firstTag = firstTags.get(hash);
      const revertedBy = revertOf(hash, reverts);
      return [hash, { ...(firstTag !== undefined && { firstTag }), ...(revertedBy && { revertedBy }) }];
    }),
  );
}

/** Whether `release` contains `commit`, as far as the walk since the commit can tell. */
export function contains(release: string, commit: string, parents: ReadonlyMap<string, readonly string[]>): boolean {
  return walk(release, parents, new Set(), (hash) => hash === commit);
}

/** Tags from the oldest on each take what no older one reached, so every commit is visited once. */
function firstTagsOf(
  commits: readonly Commit[],
  tags: readonly ReleaseTag[],
  parents: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, string> {
  const wanted = new Set(commits.map(({ hash }) => hash));
  const found = new Map<string, string>();
  const visited = new Set<string>();
  for (const tag of tags.toSorted((a, b) => a.at - b.at || compareNames(a.name, b.name))) {
    const isDone = walk(tag.commit, parents, visited, (hash) => {
      if (wanted.has(hash)) found.set(hash, tag.name);
      return found.size === wanted.size;
    });
    if (isDone) break;
  }
  return found;
}

/** Visits what `from` reaches, each commit once, until `isEnough`. */
function walk(
  from: string,
  parents: ReadonlyMap<string, readonly string[]>,
  visited: Set<string>,
  isEnough: (hash: string) => boolean,
): boolean {
  const open = [from];
  for (let hash = open.pop(); hash !== undefined; hash = open.pop()) {
    if (visited.has(hash)) continue;
    visited.add(hash);
    if (isEnough(hash)) return true;
    open.push(...(parents.get(hash) ?? []));
  }
  return false;
}

/** `v1.9` before `v1.10`. */
function compareNames(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}

const revertWords = 'This reverts commit ';
const revertPattern = /This reverts commit ([0-9a-f]{64}|[0-9a-f]{7,40})(?![0-9a-f])/g;

/** The latest commit that says it takes `hash` back; one that was taken back itself does not count. */
function revertOf(hash: string, reverts: readonly LoggedCommit[], depth = 0): Commit | undefined {
  // A revert of a revert of a revert is history; longer chains are nobody's.
  if (depth > 8) return undefined;
  const found = reverts.find(
    (one) =>
      one.hash !== hash &&
      revertedBy(one).some((named) => hash.startsWith(named)) &&
      revertOf(one.hash, reverts, depth + 1) === undefined,
  );
  if (found === undefined) return undefined;
  const { message: _, ...commit } = found;
  return commit;
}

function revertedBy({ message }: LoggedCommit): readonly string[] {
  return [...message.matchAll(revertPattern)].map(([, named = '']) => named);
}
