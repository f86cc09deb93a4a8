import type { Commit, LoggedCommit } from '../model/commit';
import type { FileChange } from '../model/file-change';
import { type Message, message } from '../model/message';
import type { Cancellation, GitHistory } from '../ports';
import { blameFix, changedCode, type FixBlame, isBefore } from './blame-fix';
import { identifiersIn, significanceOf } from './code-lines';
import type { SearchBudget } from './search-budget';
import type { Suspect } from './suspect';
import { createWordLikeness } from './word-likeness';

export interface FixSearch {
  /** The commit that repaired the fault; its message is read for hashes and words. */
  readonly fix: LoggedCommit;
  /** Commits to look through, such as those of `.git-blame-ignore-revs`; full hashes. */
  readonly ignore?: readonly string[];
  /** Suspects wanted at the most. */
  readonly most?: number;
  readonly budget: SearchBudget;
  readonly signal?: Cancellation;
}

/**
 * The commits that may have brought the fault that a fix repaired, the likeliest first. What speaks for a commit: that it
 * wrote lines which the fix removed or stands beside, that the fix's message names it, that it brought names which the
 * fix touches, that its subject is about the same, and that it is recent (Rosa et al., 2021, found the most recent of
 * the blamed commits to be the better guess than the one with most lines).
 */
export async function suspectsOfFix(history: GitHistory, search: FixSearch): Promise<readonly Suspect[]> {
  const { fix, ignore = [], most = 10, budget, signal } = search;
  const parent = fix.parents[0];
  if (parent === undefined) return [];
  const changes = (await history.patches([fix], [], signal))?.get(fix.hash) ?? [];
  const blame = await blameFix(history, { parent, changes, ignore, budget, signal });
  const code = changedCode(changes);
  const paths = code.flatMap(({ oldPath }) => oldPath ?? []).slice(0, mostPaths);
  const [latest, named, blamed] = await Promise.all([
    paths.length === 0 ? [] : history.log({ from: [parent], paths, most: mostLatest }, signal),
    history.commits(hashesIn(fix.message), signal),
    history.commits([...blame.byCommit.keys()], signal),
  ]);
  const known = new Map([...blamed, ...named, ...(latest ?? []).map((commit) => [commit.hash, commit] as const)]);
  for (const hash of ignore) known.delete(hash);
  const pool = [...known.values()].filter((commit) => isBefore(commit, fix));
  const first = rank(pool, { fix, blame, named: new Set(named.keys()) });
  const looked = first.slice(0, mostLookedInto);
  const own = await history.patches(
    looked.map(({ commit }) => commit),
    paths,
    signal,
  );
  return [...withNames(looked, code, own ?? new Map()), ...first.slice(mostLookedInto)]
    .map((one) => suspectOf(one, blame, paths))
    .sort((a, b) => b.score - a.score || b.commit.committed - a.commit.committed)
    .slice(0, most);
}

const mostPaths = 20;
/** Commits that touched the files last are looked at although no line is theirs any more. */
const mostLatest = 20;
const mostLookedInto = 16;

/** What speaks for a commit, each 0 to 1. */
interface Candidate {
  readonly commit: Commit;
  readonly lines: number;
  readonly removed: number;
  readonly near: number;
  readonly former: number;
  readonly isNamed: boolean;
  readonly likeness: number;
  readonly sharedWords: readonly string[];
  readonly recency: number;
  readonly names: readonly string[];
  readonly nameShare: number;
  readonly isRoutine: boolean;
}

function rank(
  pool: readonly Commit[],
  { fix, blame, named }: { readonly fix: LoggedCommit; readonly blame: FixBlame; readonly named: ReadonlySet<string> },
): readonly Candidate[] {
  const likeness = createWordLikeness(
    `${fix.subject}\n${proseOf(fix.message)}`,
    pool.map(({ subject }) => subject),
  );
  return pool
    .map((commit) => {
      const lines = blame.byCommit.get(commit.hash);
      return {
        commit,
        lines: lines?.share ?? 0,
        removed: lines?.removed ?? 0,
        near: lines?.near ?? 0,
        former: lines?.former ?? 0,
        isNamed: named.has(commit.hash),
        likeness: likeness.of(commit.subject),
        sharedWords: likeness.shared(commit.subject),
        recency: recencyOf(fix.committed - commit.committed),
        names: [],
        nameShare: 0,
        isRoutine: routine.test(commit.subject) || commit.parents.length > 1,
      };
    })
    .sort((a, b) => scoreOf(b) - scoreOf(a));
}

/** The weights were set on histories whose fixes name what they fix (`npm run eval:suspects`). */
function scoreOf(candidate: Candidate): number {
  const { lines, removed, near, former, isNamed, likeness, recency, nameShare, isRoutine } = candidate;
  const hasLines = removed + near > 0 ? 0.1 : 0;
  const byLines = Math.sqrt(lines) * 0.8 + former * 0.2 + hasLines;
  const sum = byLines + likeness * 0.35 + recency * 0.3 + nameShare * 0.4 + (isNamed ? 1.3 : 0);
  return isRoutine ? sum * 0.6 : sum;
}

const day = 24 * 60 * 60 * 1000;

/** 1 for a commit right before the fix, a half after three months, a quarter after four years. */
function recencyOf(age: number): number {
  return 1 / (1 + Math.log2(1 + Math.max(0, age) / day / 90));
}

/** Commits that seldom change what the code does. */
const routine =
  /\b(?:typos?|spelling|white ?space|indent(?:ation)?|reformat|formatting|prettier|clang-format|gofmt|checkpatch|copyright|licen[cs]e|spdx|comments?|rename[ds]?|initial (?:commit|import)|documentation|kernel-doc|cosmetic)\b|^(?:docs?|style|chore)(?:\(|:)/i;

/**
 * What each candidate's own lines in these files have in common with the fix's, by name. A name that few of the
 * candidates brought tells them apart; one that stands in all of them tells nothing.
 */
function withNames(
  candidates: readonly Candidate[],
  fix: readonly FileChange[],
  own: ReadonlyMap<string, readonly FileChange[]>,
): readonly Candidate[] {
  const wanted = [...identifiersIn(linesOf(fix, ['removed', 'added']))];
  const lines = candidates.map(({ commit }) => {
    const changes = own.get(commit.hash) ?? [];
    return {
      brought: identifiersIn(linesOf(changes, ['added'])),
      before: identifiersIn(linesOf(changes, ['removed'])),
    };
  });
  const rarity = new Map(
    wanted.map((name) => {
      const having = lines.filter(({ brought }) => brought.has(name)).length;
      return [name, having === 0 ? 0 : Math.log((1 + candidates.length) / having)];
    }),
  );
  const weigh = (names: readonly string[]) => names.reduce((sum, name) => sum + (rarity.get(name) ?? 0), 0);
  const whole = weigh(wanted) || 1;
  return candidates.map((candidate, at) => {
    const shared = wanted.filter((name) => lines[at]?.brought.has(name));
    const names = shared
      .filter((name) => !lines[at]?.before.has(name))
      .sort((a, b) => (rarity.get(b) ?? 0) - (rarity.get(a) ?? 0));
    const rare = (weigh(shared) + weigh(names)) / (2 * whole);
    const plain = (shared.length + names.length) / (2 * Math.max(1, wanted.length));
    return { ...candidate, names, nameShare: (rare + plain) / 2 };
  });
}

/** Code alone: the words of comments are no names. */
function linesOf(changes: readonly FileChange[], sides: readonly ('removed' | 'added')[]): string {
  const lines = changes.flatMap(({ hunks }) => hunks.flatMap((hunk) => sides.flatMap((side) => hunk[side])));
  return lines
    .filter((line) => significanceOf(line) > 0.2)
    .map((line) => line.replace(/\s(?:\/\/|#)\s.*$/, ''))
    .join('\n');
}

/** Hashes that a message names; words such as "defaced" are hexadecimal too, so one without a digit is none. */
function hashesIn(text: string): readonly string[] {
  const words = text.match(/\b[0-9a-f]{7,40}\b/g) ?? [];
  return [...new Set(words)].filter((word) => /\d/.test(word)).slice(0, 20);
}

/** The message without its trailers. */
function proseOf(text: string): string {
  return text.replace(/^[A-Z][A-Za-z-]+(?:-by| to|):.*$/gm, '');
}

function suspectOf(candidate: Candidate, blame: FixBlame, paths: readonly string[]): Suspect {
  const { commit } = candidate;
  const path = blame.byCommit.get(commit.hash)?.path;
  const suspect = { commit, score: scoreOf(candidate), reasons: reasonsOf(candidate, blame, paths) };
  return path === undefined ? suspect : { ...suspect, path };
}

function reasonsOf(candidate: Candidate, blame: FixBlame, paths: readonly string[]): readonly Message[] {
  const { isNamed, removed, near, former, names, sharedWords, likeness } = candidate;
  const reasons: Message[] = [];
  if (isNamed) reasons.push(message('named in the message of the fix'));
  if (removed > 0) {
    reasons.push(
      message('wrote {count} of {total} lines that the fix removed', { count: removed, total: blame.removed }),
    );
  }
  if (removed === 0 && near > 0) {
    reasons.push(
      message('wrote {count} of {total} lines around what the fix added', { count: near, total: blame.near }),
    );
  }
  if (removed + near === 0 && former > 0) reasons.push(message('wrote what stood there before the lines of the fix'));
  if (names.length > 0)
    reasons.push(message('brought {names}, which the fix touches', { names: names.slice(0, 3).join(', ') }));
  if (likeness > 0.15 && sharedWords.length > 0) {
    reasons.push(message('its subject shares {words} with the fix', { words: sharedWords.slice(0, 3).join(', ') }));
  }
  if (reasons.length === 0) reasons.push(message('touched {file} before the fix', { file: paths[0] ?? '' }));
  return reasons;
}
