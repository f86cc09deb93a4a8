import type { Commit } from '../model/commit';
import { type Message, message } from '../model/message';
import { matchesGlob } from '../model/path-glob';
import { formatDuration } from '../model/time-text';
import type { Cancellation, GitHistory } from '../ports';
import type { Suspect } from './suspect';

/** What is known of the time before the fault showed. Instants are ms since the epoch. */
export interface LeadUp {
  /** Whatever was merged by now, a full hash. */
  readonly head: string;
  readonly impactStarted: number;
  /** The window's length in ms. */
  readonly length: number;
  /** Systems that showed the fault, with the globs of their files. */
  readonly systems: readonly { readonly name: string; readonly paths: readonly string[] }[];
  /** Deploys in the window: when, and by which entry. */
  readonly deploys: readonly { readonly at: number; readonly entry: string }[];
  /** Folder of the incidents' own documents; commits that touch nothing else are no suspects. */
  readonly documents: string;
}

/** The commits that came in before impact started, those that touch the systems and went out with a deploy first. */
export async function suspectsOfWindow(
  history: GitHistory,
  leadUp: LeadUp,
  signal?: Cancellation,
): Promise<readonly Suspect[]> {
  const { head, impactStarted, length } = leadUp;
  const window = { since: impactStarted - length, until: impactStarted };
  const commits = (await history.log({ from: [head], ...window, most: mostCommits }, signal)) ?? [];
  const changes = await history.changes(commits, signal);
  const pathsOf = ({ hash }: Commit) => changes?.get(hash)?.map(({ path }) => path) ?? [];
  const isDocument = (path: string) => path.startsWith(`${leadUp.documents}/`);
  return commits
    .filter((commit) => commit.parents.length > 1 || !pathsOf(commit).every(isDocument))
    .map((commit) => weigh(commit, pathsOf(commit), leadUp))
    .sort((a, b) => b.score - a.score || b.commit.committed - a.commit.committed);
}

const mostCommits = 200;

function weigh(commit: Commit, paths: readonly string[], leadUp: LeadUp): Suspect {
  const before = leadUp.impactStarted - commit.committed;
  const reasons: Message[] = [];
  let score = 0.3 / (1 + before / (6 * 60 * 60 * 1000));
  const deploy = deployOf(commit, leadUp);
  if (deploy !== undefined) {
    score += 0.35;
    const duration = formatDuration(leadUp.impactStarted - deploy.at);
    reasons.push(
      message('came in before the deploy of {entry}, {duration} before impact', { duration, entry: deploy.entry }),
    );
  }
  const [touched] = leadUp.systems.flatMap(({ name, paths: globs }) => {
    const path = paths.find((one) => globs.some((glob) => matchesGlob(glob, one)));
    return path === undefined ? [] : [{ name, path }];
  });
  if (touched !== undefined) {
    score += 0.35;
    reasons.push(message('touches {system}', { system: touched.name }));
  } else if (leadUp.systems.some((system) => system.paths.length > 0)) score *= 0.5;
  const isMerge = commit.parents.length > 1;
  const duration = formatDuration(before);
  reasons.push(
    isMerge
      ? message('merged {duration} before impact', { duration })
      : message('committed {duration} before impact', { duration }),
  );
  return { commit, score, reasons, ...(touched && { path: touched.path }) };
}

/** The first deploy that the commit can have been part of. */
function deployOf({ committed }: Commit, { deploys }: LeadUp) {
  return deploys.filter(({ at }) => at >= committed).sort((a, b) => a.at - b.at)[0];
}
