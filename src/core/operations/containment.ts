import type { PostmortemDocument } from '../kinds/incident-document';
import { type Commit, type CommitLookup, citationKey } from '../model/commit';
import type { CommitSource } from '../ports';
import { releasedCommits, releasesOf } from '../rules/not-in-release';
import type { Containment } from '../rules/rule';
import type { ReportSummary } from '../workspace/incident-summary';
import { contains } from './commit-fates';

const day = 24 * 60 * 60 * 1000;

/** A release and a cited commit of which it is asked whether the one contains the other. */
export interface ContainmentQuestion {
  readonly release: string;
  readonly key: string;
  readonly commit: Commit;
}

/** What a postmortem's causes and their changes leave to be asked of git. */
export function containmentQuestions(
  { causes }: PostmortemDocument,
  reports: readonly ReportSummary[],
  lookups: ReadonlyMap<string, CommitLookup>,
): readonly ContainmentQuestion[] {
  return causes.flatMap((cause) =>
    releasedCommits(cause).flatMap((citation) => {
      const key = citationKey(citation);
      const lookup = lookups.get(key);
      if (lookup?.state !== 'found') return [];
      return releasesOf(cause, reports).map(({ name }) => ({ release: name, key, commit: lookup.commit }));
    }),
  );
}

export function containmentId(release: string, key: string): string {
  return `${release} ${key}`;
}

/**
 * Answers by `containmentId`: `null` where the words name no release of the repository, or one whose history cannot be
 * followed. Nothing where git gives no answer now.
 */
export async function readContainment(
  source: CommitSource,
  questions: readonly ContainmentQuestion[],
): Promise<ReadonlyMap<string, boolean | null> | undefined> {
  const answers = new Map<string, boolean | null>();
  if (questions.length === 0) return answers;
  const history = await source.history();
  const since = Math.max(0, Math.min(...questions.map(({ commit }) => commit.committed)) - day);
  const parents = await history?.parents(since);
  if (history === undefined || parents === undefined) return undefined;
  /** The walk stops at `since`: a release from before it cannot hold the commit. */
  const holds = async (release: string, commit: string): Promise<boolean | null> => {
    if (parents.has(release)) return contains(release, commit, parents);
    const made = (await history.commits([release])).get(release)?.committed;
    return made !== undefined && made < since ? false : null;
  };
  for (const { release, key, commit } of questions) {
    const found = (await history.resolve(release)) ?? (await history.resolve(`v${release}`));
    answers.set(containmentId(release, key), found === undefined ? null : await holds(found, commit.hash));
  }
  return answers;
}

/** As rules ask it. */
export function containmentOf(answers: ReadonlyMap<string, boolean | null>): Containment {
  return (release, key) => answers.get(containmentId(release, key));
}
