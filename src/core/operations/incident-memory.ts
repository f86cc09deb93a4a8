import { type AddedLines, addedLines, type CarriedLines, createMemoryCarrier } from '../memory/file-memory';
import type { Commit } from '../model/commit';
import type { FileChange } from '../model/file-change';
import type { CommitRelation } from '../model/incident';
import type { Cancellation, GitHistory } from '../ports';
import type { ActionSummary, CauseSummary, CommitReference, IncidentSummary } from '../workspace/incident-summary';

/** A cause that cites a commit, with what a reader of the code wants to know of it. */
export interface RememberedCause {
  readonly incident: IncidentSummary;
  readonly cause: CauseSummary;
  readonly relation: CommitRelation;
  /** Actions that answer the cause and are not done. */
  readonly openActions: readonly ActionSummary[];
}

/** The causes that cite each commit, by the hash as it is written; commits of one repository. */
export type CitedCommits = ReadonlyMap<string, readonly RememberedCause[]>;

/** A commit that was only suspected, or cleared, has no place in the memory. */
const remembered: ReadonlySet<CommitRelation> = new Set<CommitRelation>(['introduced', 'exposed', 'fixed', 'reverted']);

/** What the postmortems cite of the folder's own repository, or of the one of that name. */
export function citedCommits(incidents: readonly IncidentSummary[], repository?: string): CitedCommits {
  const cited = new Map<string, RememberedCause[]>();
  for (const incident of incidents) {
    for (const cause of incident.postmortem?.causes ?? []) {
      const openActions = openActionsOf(cause, incident);
      for (const commit of cause.commits) {
        if (commit.repository !== repository || !remembered.has(commit.relation)) continue;
        const known = cited.get(commit.hash) ?? [];
        cited.set(commit.hash, [...known, { incident, cause, relation: commit.relation, openActions }]);
      }
    }
  }
  return cited;
}

/** Names of the other repositories that postmortems cite commits of. */
export function citedRepositories(incidents: readonly IncidentSummary[]): readonly string[] {
  const causes = incidents.flatMap(({ postmortem }) => postmortem?.causes ?? []);
  const names = causes.flatMap(({ commits }) => commits.flatMap(({ repository }: CommitReference) => repository ?? []));
  return [...new Set(names)];
}

function openActionsOf({ id, actions }: CauseSummary, { postmortem }: IncidentSummary): readonly ActionSummary[] {
  return (postmortem?.actions ?? []).filter(
    ({ id: action, addresses, status }) =>
      (status === 'open' || status === 'in progress') &&
      (addresses.includes(id) || (action !== undefined && actions.includes(action))),
  );
}

/** Where in the tree of today the cited commits left lines. */
export interface MemoryMap {
  /** The commit that is checked out. */
  readonly head: string;
  /** By today's path, relative to the repository's root. */
  readonly files: ReadonlyMap<string, readonly AddedLines[]>;
  /** Full hash by the hash as it is written. */
  readonly hashes: ReadonlyMap<string, string>;
}

/**
 * Reads what each cited commit added, through renames since. Two processes for all commits, and one more for each that
 * touched a file which is no longer where it was. Nothing where git gives no answer.
 */
export async function readMemoryMap(
  history: GitHistory,
  written: readonly string[],
  signal?: Cancellation,
): Promise<MemoryMap | undefined> {
  const head = await history.head(signal);
  if (head === undefined) return undefined;
  const found = await history.commits(written, signal);
  const commits = [...found.values()];
  const patches = (await history.patches(commits, [], signal)) ?? (await patchesOneByOne(history, commits, signal));
  if (patches === undefined) return undefined;
  const added = commits.flatMap(({ hash }) =>
    (patches.get(hash) ?? []).flatMap((change) => addedLines(hash, change) ?? []),
  );
  const paths = await todaysPaths(history, { head, commits, added, signal });
  const files = new Map<string, AddedLines[]>();
  for (const [at, lines] of added.entries()) {
    const path = paths[at];
    if (path !== undefined) files.set(path, [...(files.get(path) ?? []), lines]);
  }
  return { head, files, hashes: new Map(written.flatMap((hash) => fullHash(hash, found))) };
}

/** One commit that changed too much to be read costs only itself. */
async function patchesOneByOne(history: GitHistory, commits: readonly Commit[], signal: Cancellation | undefined) {
  const patches = new Map<string, readonly FileChange[]>();
  for (const commit of commits) {
    const read = (await history.patches([commit], [], signal))?.get(commit.hash);
    if (read !== undefined) patches.set(commit.hash, read);
  }
  return patches.size === 0 ? undefined : patches;
}

function fullHash(written: string, found: ReadonlyMap<string, Commit>): readonly (readonly [string, string])[] {
  const full = found.has(written) ? written : [...found.keys()].find((hash) => hash.startsWith(written));
  return full === undefined ? [] : [[written, full]];
}

interface PathSearch {
  readonly head: string;
  readonly commits: readonly Commit[];
  readonly added: readonly AddedLines[];
  readonly signal: Cancellation | undefined;
}

/** Today's path of each file, in the order given; nothing for one that is gone. */
async function todaysPaths(history: GitHistory, { head, commits, added, signal }: PathSearch) {
  const blobs = await history.blobs(
    added.map(({ path }) => ({ commit: head, path })),
    signal,
  );
  const moved = new Set(added.filter((_, at) => blobs[at] === undefined).map(({ commit }) => commit));
  const renames = new Map(
    await Promise.all(
      commits
        .filter(({ hash }) => moved.has(hash))
        .map(async ({ hash }) => [hash, await history.renames(hash, head, signal)] as const),
    ),
  );
  return added.map(({ commit, path }, at) => (blobs[at] === undefined ? renames.get(commit)?.get(path) : path));
}

/** The lines of a file as it stands in the editor that stem from cited commits. */
export async function rememberedLines(
  history: GitHistory,
  added: readonly AddedLines[],
  text: string,
  signal?: Cancellation,
): Promise<readonly CarriedLines[]> {
  const texts = await history.texts(added, signal);
  const carry = createMemoryCarrier(text);
  return added.flatMap((lines, at) => {
    const then = texts[at];
    return then === undefined ? [] : carry(lines, then);
  });
}
