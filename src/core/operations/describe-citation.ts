import type { CommitCitation, PullRequestCitation } from '../model/cause';
import { type Commit, type CommitFate, type CommitLookup, citationKey, shortCitation } from '../model/commit';
import type { CommitRelation } from '../model/incident';
import { type Message, message } from '../model/message';
import { formatClock, formatDay, formatDuration } from '../model/time-text';
import { commitAddress } from '../model/web-reference';

/** What a click on a citation's lens does; `none` makes it plain text. */
export type CitationAction =
  | { readonly kind: 'show-changes'; readonly key: string }
  /** The full hashes to choose from; the chosen one is written with 12 digits. */
  | { readonly kind: 'pick-commit'; readonly candidates: readonly string[] }
  | { readonly kind: 'manage-trust' }
  | { readonly kind: 'copy-unshallow'; readonly text: string }
  | { readonly kind: 'open-url'; readonly url: string }
  | { readonly kind: 'none' };

/**
 * The words of one citation. Without a lookup it says what the text itself knows. `impactStart` and `now` are instants;
 * without `now` the day of a commit is shown without its year.
 */
export function describeCitation(
  citation: CommitCitation,
  lookup: CommitLookup | undefined,
  impactStart?: number,
  now?: number,
): Message {
  const values = { relation: citation.relation, commit: shortCitation(citation) };
  if (addressOf(citation, lookup) !== undefined) return message('{relation} {commit}, open in browser', values);
  switch (lookup?.state) {
    case undefined:
    case 'busy':
      return message('{relation} {commit}', values);
    case 'found':
      return describeFound(values, lookup.commit, impactStart, now);
    case 'unknown':
      return lookup.shallow
        ? message('{commit} is not in this shallow clone', { commit: values.commit })
        : message('{commit} is not in this repository', { commit: values.commit });
    case 'ambiguous':
      return message('{commit} matches {count} commits', {
        commit: citationKey(citation),
        count: lookup.candidates.length,
      });
    case 'other-repository':
      return message('{relation} {commit}, repository {repository} is not in this workspace', {
        ...values,
        repository: lookup.repository,
      });
    case 'no-git':
      return message('{commit}: git was not found', { commit: values.commit });
    case 'restricted':
      return message('{commit}: commits are not read in restricted mode', { commit: values.commit });
    case 'no-repository':
      return message('{commit}: this folder is not a git repository', { commit: values.commit });
  }
}

export function citationAction(citation: CommitCitation, lookup: CommitLookup | undefined): CitationAction {
  const url = addressOf(citation, lookup);
  if (url !== undefined) return { kind: 'open-url', url };
  switch (lookup?.state) {
    case undefined:
    case 'busy':
    case 'found':
      return { kind: 'show-changes', key: citationKey(citation) };
    case 'ambiguous':
      return { kind: 'pick-commit', candidates: lookup.candidates };
    case 'restricted':
      return { kind: 'manage-trust' };
    case 'unknown':
      return lookup.shallow ? { kind: 'copy-unshallow', text: 'git fetch --unshallow' } : { kind: 'none' };
    default:
      return { kind: 'none' };
  }
}

/** A request is known by its address alone. */
export function describePullRequest({ relation, number }: PullRequestCitation): Message {
  return message('{relation} pull request {number}, open in browser', { relation, number });
}

/** As it stands behind the words of the commit that was reverted. */
export function describeRevert({ hash, committed }: Commit, now?: number): Message {
  const time = timeOf(committed, now);
  return message('reverted by {commit} {time}', { commit: hash.slice(0, 7), time });
}

export function describeFirstTag(fate: CommitFate | undefined): Message {
  if (fate === undefined) return message('first tag not known');
  return fate.firstTag === undefined
    ? message('in no tag')
    : message('first in {tag}', { tag: oneLine(fate.firstTag) });
}

/** The one of a cause's commits whose lines and release are shown: what brought the fault, before what is only near it. */
export function mainCitation(commits: readonly CommitCitation[]): CommitCitation | undefined {
  const order: readonly CommitRelation[] = ['introduced', 'exposed', 'suspect', 'fixed', 'reverted'];
  for (const relation of order) {
    const found = commits.find((one) => one.relation === relation);
    if (found !== undefined) return found;
  }
  return commits[0];
}

/** The page to open of a commit that cannot be shown here, where its address is known. */
function addressOf({ url, hash }: CommitCitation, lookup: CommitLookup | undefined): string | undefined {
  switch (lookup?.state) {
    case undefined:
    case 'busy':
    case 'found':
    case 'ambiguous':
      return undefined;
    case 'other-repository':
      return url ?? commitAddress(lookup.url, hash);
    default:
      return url;
  }
}

function describeFound(
  values: { readonly relation: string; readonly commit: string },
  { subject, committed }: Commit,
  impactStart: number | undefined,
  now: number | undefined,
): Message {
  const shown = { ...values, subject: oneLine(subject) };
  if (impactStart === undefined) {
    const time = timeOf(committed, now);
    return message('{relation} {commit} {subject}, {time}', { ...shown, time });
  }
  const duration = formatDuration(impactStart - committed);
  return committed > impactStart
    ? message('{relation} {commit} {subject}, {duration} after impact started', { ...shown, duration })
    : message('{relation} {commit} {subject}, {duration} before impact', { ...shown, duration });
}

function timeOf(at: number, now: number | undefined): string {
  return `${formatDay(at, now ?? at)} ${formatClock(at)}`;
}

/** A subject comes from the repository: no control or direction characters, and no longer than a line of text. */
export function oneLine(subject: string): string {
  const clean = subject.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ').trim();
  return clean.length > 100 ? `${clean.slice(0, 99).trimEnd()}…` : clean;
}
