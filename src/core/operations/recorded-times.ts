import { readDocument } from '../kinds';
import { readMarkdown } from '../markdown/read-markdown';
import type { LoggedCommit } from '../model/commit';
import { defaultConventions } from '../model/conventions';
import { type Message, message } from '../model/message';
import { instantOf, type Stamp } from '../model/stamp';
import { formatClock, formatDuration, formatUtc, utcDate } from '../model/time-text';
import type { Cancellation, GitHistory } from '../ports';

/** The commit that first held an entry. */
export interface Recorded {
  /** ms; the committer's time. */
  readonly at: number;
  /** Name of the author. */
  readonly by: string;
}

/** What an entry is known by over the versions of its report. */
export interface RecordedEntry {
  readonly id?: string;
  /** The whole row or item. */
  readonly text?: string;
}

/** When the entries of one report were committed. */
export interface RecordedTimes {
  of(entry: RecordedEntry): Recorded | undefined;
}

/** From here on an entry counts as recorded late. */
const lateFrom = 15 * 60_000;
/** A report has tens of versions; of more, the newest ones are looked at. */
const mostVersions = 500;
const mostRenames = 5;

/**
 * Reads the versions of a report, the path relative to the repository's root. No answer says nothing: git was not
 * there, busy, or the file was never committed. Texts and parsed versions are kept by `cache`, as commits never change.
 */
export async function recordedTimes(
  history: GitHistory,
  path: string,
  cache: VersionCache,
  signal?: Cancellation,
): Promise<RecordedTimes | undefined> {
  const read = await versionsOf(history, path, signal);
  if (read === undefined || read.versions.length === 0) return undefined;
  const { versions, isCut } = read;
  const unread = versions.filter(({ commit, path: own }) => !cache.has(keyOf(commit, own)));
  const texts = await history.texts(
    unread.map(({ commit, path: own }) => ({ commit, path: own })),
    signal,
  );
  // A version without a text is one in which the file was gone, unless git gave no answer.
  const isUnsure = texts.includes(undefined) && (await history.head(signal)) === undefined;
  if (isUnsure || signal?.aborted === true) return undefined;
  for (const [index, { commit, path: own }] of unread.entries()) {
    const text = texts[index];
    if (text !== undefined) cache.set(keyOf(commit, own), entryKeysOf(text));
  }
  const oldest = versions.at(-1);
  // What the oldest of a cut history holds was recorded at some time before.
  const unknown = new Set(isCut && oldest !== undefined ? cache.get(keyOf(oldest.commit, oldest.path)) : []);
  const first = new Map<string, Recorded>();
  // From the oldest on, so that the first to hold an entry stays.
  for (const { commit, path: own, recorded } of versions.toReversed()) {
    for (const key of cache.get(keyOf(commit, own)) ?? []) {
      if (!first.has(key) && !unknown.has(key)) first.set(key, recorded);
    }
  }
  return { of: (entry) => earliest(keysOf(entry).flatMap((key) => first.get(key) ?? [])) };
}

/** Keys of the entries in each version that was read. */
export type VersionCache = Map<string, readonly string[]>;

/** `Recorded 15:20 UTC by bo, 44 min after`, of an entry recorded late; nothing for any other. */
export function describeRecorded(stamp: Stamp | undefined, recorded: Recorded | undefined): Message | undefined {
  const late = recordedLate(stamp, recorded);
  if (late === undefined || recorded === undefined) return undefined;
  const { at, by } = recorded;
  const isSameDay = utcDate(at - late) === utcDate(at);
  const time = isSameDay ? `${formatClock(at).slice(0, -1)} UTC` : formatUtc(at);
  const duration = formatDuration(wholeMinutes(late));
  return message('Recorded {time} by {name}, {duration} after', { time, name: by, duration });
}

/** How long after an entry's time it was committed, in ms, where that is late. */
export function recordedLate(stamp: Stamp | undefined, recorded: Recorded | undefined): number | undefined {
  if (stamp === undefined || recorded === undefined) return undefined;
  const occurred = stamp.kind === 'range' ? stamp.until : instantOf(stamp);
  if (occurred === undefined || recorded.at - occurred < lateFrom) return undefined;
  return recorded.at - occurred;
}

interface Version {
  readonly commit: string;
  readonly path: string;
  readonly recorded: Recorded;
}

/** Newest first; through renames of the report, as an incident's folder may get another name. */
async function versionsOf(
  history: GitHistory,
  path: string,
  signal: Cancellation | undefined,
): Promise<{ readonly versions: readonly Version[]; readonly isCut: boolean } | undefined> {
  const versions: Version[] = [];
  let current = path;
  let from = 'HEAD';
  let isCut = false;
  for (let renames = 0; renames <= mostRenames && versions.length < mostVersions; renames++) {
    const commits = await history.log({ from: [from], paths: [current], most: mostVersions }, signal);
    if (commits === undefined) return undefined;
    for (const { hash, author, committed } of commits) {
      versions.push({ commit: hash, path: current, recorded: { at: committed, by: author } });
    }
    const oldest = commits.at(-1);
    isCut = versions.length >= mostVersions || (await isAtCut(history, oldest, signal));
    const changes = oldest === undefined ? undefined : await history.changes([oldest], signal);
    const before = changes?.get(oldest?.hash ?? '')?.find((file) => file.path === current)?.oldPath;
    const parent = oldest?.parents[0];
    if (before === undefined || parent === undefined) break;
    current = before;
    from = parent;
  }
  return { versions, isCut };
}

/** In a shallow clone the log ends at a commit that has parents by its own words. */
async function isAtCut(
  history: GitHistory,
  oldest: Pick<LoggedCommit, 'hash' | 'parents'> | undefined,
  signal: Cancellation | undefined,
): Promise<boolean> {
  if (oldest === undefined || oldest.parents.length > 0) return false;
  const own = (await history.commits([oldest.hash], signal)).get(oldest.hash);
  return own === undefined || own.parents.length > 0;
}

/** The keys of each entry in a version; a team's own kinds make no difference to them. */
function entryKeysOf(text: string): readonly string[] {
  const document = readDocument(readMarkdown(text), defaultConventions, 'incident-report');
  if (document?.kind !== 'incident-report') return [];
  return document.entries.flatMap(({ id, span }) =>
    keysOf({ ...(id !== undefined && { id: id.text }), text: text.slice(span.start, span.end) }),
  );
}

/** By its id, and as it is written, so that one which was renumbered is found too. */
function keysOf({ id, text }: RecordedEntry): readonly string[] {
  const named = id === undefined ? [] : [`# ${id.toUpperCase()}`];
  return text === undefined ? named : [...named, `= ${text.replace(/\s+/g, ' ').trim()}`];
}

function keyOf(commit: string, path: string): string {
  return `${commit}:${path}`;
}

function earliest(found: readonly Recorded[]): Recorded | undefined {
  return found.reduce<Recorded | undefined>(
    (first, one) => (first === undefined || one.at < first.at ? one : first),
    undefined,
  );
}

function wholeMinutes(ms: number): number {
  return Math.floor(ms / 60_000) * 60_000;
}
