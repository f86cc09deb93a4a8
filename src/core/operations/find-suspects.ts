import type { ReportDocument } from '../kinds/incident-document';
import { milestonesOf } from '../kinds/milestones';
import type { Cause } from '../model/cause';
import type { Conventions } from '../model/conventions';
import { message } from '../model/message';
import { instantOf } from '../model/stamp';
import type { Cancellation, GitHistory } from '../ports';
import { createSearchBudget } from '../suspects/search-budget';
import type { Suspect } from '../suspects/suspect';
import { suspectsOfFix } from '../suspects/suspects-of-fix';
import { suspectsOfWindow } from '../suspects/suspects-of-window';

/** What a search for suspects starts from. */
export interface SuspectSearch {
  readonly report?: ReportDocument;
  /** Its fixing commits are looked into, its other commits are not proposed again. */
  readonly cause?: Cause;
  readonly conventions: Conventions;
  /** Length of the window before impact started, in days. */
  readonly days?: number;
  /** Tells the time in ms. */
  readonly now: () => number;
  readonly signal?: Cancellation;
}

export interface FoundSuspects {
  /** Candidates, never findings; the likeliest first. */
  readonly suspects: readonly Suspect[];
  /** The window that was looked at (ms); nothing where it is not known when impact started. */
  readonly window?: { readonly from: number; readonly until: number };
  /** Hashes of the cited fixes that were looked into. */
  readonly fixes: readonly string[];
  /** Whether git did not name the writers of all lines in time, so that others may be missing; see {@link partialSearch}. */
  readonly isPartial: boolean;
}

export const defaultLeadUpDays = 3;
/** ms that one search may take. */
export const longestSearch = 20_000;
/** What is said of a partial search. */
export const partialSearch = message(
  'Git did not reach all lines of the fixes within {seconds} s; candidates may be missing.',
  {
    seconds: longestSearch / 1000,
  },
);
const dayLength = 24 * 60 * 60 * 1000;
const mostSuspects = 20;

/** Candidates for a cause, from the commits that fixed it and from what came in before impact started. */
export async function findSuspects(history: GitHistory, search: SuspectSearch): Promise<FoundSuspects> {
  const { cause, report, days = defaultLeadUpDays, signal } = search;
  const budget = createSearchBudget(longestSearch, search.now);
  const head = await history.head(signal);
  const cited = cause?.commits.filter(({ repository }) => repository === undefined) ?? [];
  const fixes = await messagesOf(
    history,
    cited.filter(({ relation }) => relation === 'fixed').map(({ hash }) => hash),
    signal,
  );
  const ignore = head === undefined ? [] : await ignoredRevisions(history, head, signal);
  const started = report && milestonesOf(report).get('impact started');
  const length = days * dayLength;
  const groups = await Promise.all([
    ...fixes.map((fix) => suspectsOfFix(history, { fix, ignore, budget, ...(signal && { signal }) })),
    ...(head === undefined || report === undefined || started === undefined
      ? []
      : [
          suspectsOfWindow(
            history,
            {
              head,
              impactStarted: started.at,
              length,
              documents: search.conventions.folder,
              systems: systemsOf(report, search.conventions),
              deploys: deploysOf(report, { from: started.at - length, until: started.at }),
            },
            signal,
          ),
        ]),
  ]);
  const known = cited.map(({ hash }) => hash);
  const suspects = joined(groups.flat()).filter(({ commit }) => !known.some((hash) => commit.hash.startsWith(hash)));
  return {
    suspects: suspects.slice(0, mostSuspects),
    ...(started && { window: { from: started.at - length, until: started.at } }),
    fixes: fixes.map(({ hash }) => hash),
    isPartial: budget.hasLeftOut,
  };
}

/** A commit that several searches found has the reasons of all, and more weight than either gave it. */
function joined(suspects: readonly Suspect[]): readonly Suspect[] {
  const byHash = new Map<string, Suspect>();
  for (const one of suspects) {
    const known = byHash.get(one.commit.hash);
    byHash.set(
      one.commit.hash,
      known === undefined
        ? one
        : { ...one, ...known, score: known.score + one.score, reasons: [...known.reasons, ...one.reasons] },
    );
  }
  return [...byHash.values()].sort((a, b) => b.score - a.score || b.commit.committed - a.commit.committed);
}

/** The commits with their whole messages. */
async function messagesOf(history: GitHistory, hashes: readonly string[], signal: Cancellation | undefined) {
  const commits = await history.commits(hashes, signal);
  const logs = await Promise.all([...commits.keys()].map((hash) => history.log({ from: [hash], most: 1 }, signal)));
  return logs.flatMap((log) => log ?? []);
}

/** Commits that the team has asked blame to look through, as git's own option reads them. */
async function ignoredRevisions(history: GitHistory, head: string, signal: Cancellation | undefined) {
  const [text] = await history.texts([{ commit: head, path: '.git-blame-ignore-revs' }], signal);
  const hashes = text?.match(/^[0-9a-f]{40}\b/gm)?.slice(0, 500) ?? [];
  return [...(await history.commits(hashes, signal)).keys()];
}

/** The systems that the report names, with the globs that the team gave them. */
function systemsOf({ systems, entries }: ReportDocument, conventions: Conventions) {
  const named = new Set([...systems, ...entries.flatMap((entry) => entry.systems)]);
  return conventions.systems.filter(({ name }) => named.has(name));
}

function deploysOf({ entries }: ReportDocument, { from, until }: { readonly from: number; readonly until: number }) {
  return entries.flatMap((entry) => {
    const at = entry.stamp && instantOf(entry.stamp);
    if (entry.kindName !== 'change' || at === undefined || at < from || at > until) return [];
    return [{ at, entry: entry.id?.text ?? entry.time.text }];
  });
}
