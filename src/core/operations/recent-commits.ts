import type { Commit, LoggedCommit } from '../model/commit';
import { type Message, message } from '../model/message';
import { formatAgo, formatDuration } from '../model/time-text';
import type { Cancellation, GitHistory } from '../ports';

const day = 24 * 60 * 60 * 1000;
const daysBefore = 30;
const daysAfter = 30;
const mostBefore = 100;
const mostAfter = 50;

/**
 * Commits that a cause may mean, the likeliest first: those before impact from the latest on, then those after it from
 * the first on, as fixes come soon. Without an impact the latest ones. `paths` keeps to commits that touch these files.
 */
export async function recentCommits(
  history: Pick<GitHistory, 'log'>,
  { impactStart, paths }: { readonly impactStart?: number; readonly paths?: readonly string[] },
  signal?: Cancellation,
): Promise<readonly LoggedCommit[] | undefined> {
  const touching = paths === undefined ? {} : { paths };
  const latest = () => history.log({ most: mostBefore, ...touching }, signal);
  if (impactStart === undefined) return latest();
  const [before, after] = await Promise.all([
    history.log({ since: impactStart - daysBefore * day, until: impactStart, most: mostBefore, ...touching }, signal),
    history.log(
      { since: impactStart + 1000, until: impactStart + daysAfter * day, most: mostAfter, ...touching },
      signal,
    ),
  ]);
  if (before === undefined && after === undefined) return undefined;
  const found = [...(before ?? []), ...(after ?? []).toReversed()];
  return found.length === 0 ? latest() : found;
}

/** `alice, 3 h before impact`; without an impact its age. */
export function describeAge(
  { author, committed }: Commit,
  { impactStart, now }: { readonly impactStart?: number | undefined; readonly now: number },
): Message {
  if (impactStart === undefined) {
    return message('{author}, {age}', { author, age: formatAgo(committed, now) });
  }
  const duration = formatDuration(impactStart - committed);
  return committed > impactStart
    ? message('{author}, {duration} after impact started', { author, duration })
    : message('{author}, {duration} before impact', { author, duration });
}
