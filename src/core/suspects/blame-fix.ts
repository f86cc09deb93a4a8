import type { Commit } from '../model/commit';
import type { FileChange } from '../model/file-change';
import type { Cancellation, GitHistory } from '../ports';
import { isBesideTheCode } from './code-lines';
import { isLayoutOnly } from './layout-only';
import { type LineToBlame, linesToBlame, rangesOf } from './lines-to-blame';
import { formerPlace } from './touched-words';

/** What the lines of a fix say of one commit. */
export interface LineEvidence {
  /** Share of the fix's weight that hangs on lines of this commit, 0 to 1. */
  readonly share: number;
  /** Lines of it that the fix removed, and those around what the fix added. */
  readonly removed: number;
  readonly near: number;
  /** Weight of lines of it that others rewrote before the fix, against the whole. */
  readonly former: number;
}

export interface FixBlame {
  readonly byCommit: ReadonlyMap<string, LineEvidence>;
  /** Lines of code that the fix removed and whose writers are known. */
  readonly removed: number;
  readonly near: number;
}

export interface BlameSearch {
  readonly parent: string;
  readonly changes: readonly FileChange[];
  /** Full hashes of commits to look through. */
  readonly ignore: readonly string[];
  readonly signal?: Cancellation | undefined;
}

/** Files and lines beyond these add time and no knowledge. */
const mostFiles = 12;
const mostLines = 300;
/** A test that changes with a fix tells of the fix, not of the fault. */
const besideWeight = 0.08;
const mostLookedThrough = 8;
/** Commits before which the lines of a fix are blamed again, the weightiest first; each blame may take seconds. */
const mostBlamedBefore = 2;
/** ms; what a blame of a long history has found by then is better than nothing. */
const longestBlame = 4_000;
/** How often one line is followed to what it was before somebody rewrote it. */
const mostRewrites = 2;
/** What stays with a commit that rewrote a line without touching what the fix changed. */
const carried = 0.3;

/**
 * The writers of the lines that a fix removed or stands beside, before the fix (Śliwerski, Zimmermann and Zeller, 2005).
 * Blame passes through commits that changed nothing but layout. What else rewrote a line may have carried the fault on
 * from a line that stood there before, so the writers of those lines count too, for less.
 */
export async function blameFix(history: GitHistory, search: BlameSearch): Promise<FixBlame> {
  const { parent, ignore, signal } = search;
  const files = await filesOf(history, search);
  let lines = await writersOf(history, { parent, files, ignore, signal, followsMoves: true });
  let rewrites = await rewritesOf(history, lines, signal);
  const layout = [...rewrites].filter(([, changes]) => changes.length > 0 && changes.every(isLayoutOnly));
  if (layout.length > 0) {
    const ignored = [...ignore, ...layout.map(([hash]) => hash)];
    lines = await writersOf(history, { parent, files, ignore: ignored, signal, followsMoves: true });
    rewrites = await rewritesOf(history, lines, signal);
  }
  const carriers: WeightOfCommit[] = [];
  for (let round = 0; round < mostRewrites; round++) {
    const passed = await passOn(history, lines, { rewrites, ignore, signal });
    if (passed.carriers.length === 0) break;
    carriers.push(...passed.carriers);
    lines = passed.lines;
    rewrites = await rewritesOf(history, lines, signal);
  }
  const former = await formerWriters(history, lines, { rewrites, ignore, signal });
  return summed(lines, { carriers, former });
}

/** The files of a fix that existed before it, code first. */
export function changedCode(changes: readonly FileChange[]): readonly FileChange[] {
  const existing = changes.filter(({ oldPath, hunks }) => oldPath !== undefined && hunks.length > 0);
  const code = existing.filter(({ path }) => !isBesideTheCode(path));
  return code.length > 0 ? code : existing;
}

/** Whether a commit comes before the fix and can be what it repairs. */
export function isBefore(commit: Commit, fix: Commit): boolean {
  return commit.hash !== fix.hash && commit.committed <= fix.committed;
}

interface FileToBlame {
  readonly path: string;
  readonly lines: readonly LineToBlame[];
}

async function filesOf(history: GitHistory, { parent, changes, signal }: BlameSearch): Promise<readonly FileToBlame[]> {
  const code = new Set(changedCode(changes));
  const ordered = [...code, ...changes.filter((change) => !code.has(change))].slice(0, mostFiles);
  const existing = ordered.flatMap((change) =>
    change.oldPath === undefined ? [] : [{ change, path: change.oldPath, weight: code.has(change) ? 1 : besideWeight }],
  );
  const texts = await history.texts(
    existing.map(({ path }) => ({ commit: parent, path })),
    signal,
  );
  return existing.map(({ change, path, weight }, at) => ({
    path,
    lines: linesToBlame(change, texts[at])
      .map((one) => ({ ...one, weight: one.weight * weight }))
      .sort((a, b) => b.weight - a.weight)
      .slice(0, mostLines),
  }));
}

/** A line with who wrote it, and where it stood in that commit's version of the file. */
interface WrittenLine extends LineToBlame {
  readonly commit: string;
  readonly path: string;
  readonly lineThen: number;
}

interface Blaming {
  readonly parent: string;
  readonly files: readonly FileToBlame[];
  readonly ignore: readonly string[];
  readonly signal: Cancellation | undefined;
  /** Whether lines are looked for in other files too, which takes twice the time. */
  readonly followsMoves?: boolean;
}

async function writersOf(
  history: GitHistory,
  { parent, files, ignore, signal, followsMoves = false }: Blaming,
): Promise<readonly WrittenLine[]> {
  const blamed = await Promise.all(
    files.map(async ({ path, lines }): Promise<readonly WrittenLine[]> => {
      if (lines.length === 0) return [];
      const bounds = { followsMoves, within: longestBlame };
      const query = { commit: parent, path, ranges: rangesOf(lines), ignored: ignore, ...bounds };
      const answers = (await history.blame(query, signal)) ?? [];
      return lines.flatMap((line) => {
        const writer = answers.find(({ nowLine, count }) => nowLine <= line.line && line.line < nowLine + count);
        if (writer === undefined) return [];
        const lineThen = writer.line + line.line - writer.nowLine;
        return [{ ...line, commit: writer.commit, path: writer.path, lineThen }];
      });
    }),
  );
  return blamed.flat();
}

/** What the commits that wrote most of the lines did to the files in question, the weightiest first. */
async function rewritesOf(
  history: GitHistory,
  lines: readonly WrittenLine[],
  signal: Cancellation | undefined,
): Promise<ReadonlyMap<string, readonly FileChange[]>> {
  const ordered = [...lines].sort((a, b) => b.weight - a.weight);
  const hashes = [...new Set(ordered.map(({ commit }) => commit))].slice(0, mostLookedThrough);
  const paths = [...new Set(lines.map(({ path }) => path))].slice(0, 3 * mostFiles);
  const commits = [...(await history.commits(hashes, signal)).values()];
  const patches = await history.patches(commits, paths, signal);
  return new Map(
    hashes.flatMap((hash) => {
      const changes = patches?.get(hash);
      return changes === undefined ? [] : [[hash, changes] as const];
    }),
  );
}

interface WeightOfCommit {
  readonly commit: string;
  readonly weight: number;
}

type Rewriting = { readonly rewrites: ReadonlyMap<string, readonly FileChange[]> } & Pick<Blaming, 'ignore' | 'signal'>;

/** Hands lines on whose writers only carried the words that the fix changed, to those who wrote them before. */
async function passOn(
  history: GitHistory,
  lines: readonly WrittenLine[],
  { rewrites, ignore, signal }: Rewriting,
): Promise<{ readonly lines: readonly WrittenLine[]; readonly carriers: readonly WeightOfCommit[] }> {
  const commits = await history.commits([...rewrites.keys()], signal);
  const kept = new Set(lines);
  const carriers: WeightOfCommit[] = [];
  const passed = await Promise.all(
    [...rewrites].slice(0, mostBlamedBefore).map(async ([hash, changes]) => {
      const parent = commits.get(hash)?.parents[0];
      if (parent === undefined) return [];
      const files: FileToBlame[] = [];
      for (const line of lines) {
        const place = line.commit === hash ? placeBefore(line, changes) : undefined;
        if (place === undefined) continue;
        kept.delete(line);
        carriers.push({ commit: hash, weight: line.weight * carried });
        const moved = { ...line, line: place.line, weight: line.weight * (1 - carried) };
        files.push({ path: place.path, lines: [moved] });
      }
      return writersOf(history, { parent, files: byPath(files), ignore, signal });
    }),
  );
  return { lines: [...kept, ...passed.flat()], carriers };
}

function placeBefore({ path, lineThen, change }: WrittenLine, changes: readonly FileChange[]) {
  if (change === undefined) return undefined;
  const file = changes.find((one) => one.path === path);
  const hunk = file?.hunks.find(({ newStart, added }) => lineThen >= newStart && lineThen < newStart + added.length);
  if (file?.oldPath === undefined || hunk === undefined) return undefined;
  const place = formerPlace(change.text, change.touched, hunk);
  return place === undefined ? undefined : { path: file.oldPath, line: hunk.oldStart + place };
}

function byPath(files: readonly FileToBlame[]): readonly FileToBlame[] {
  const paths = [...new Set(files.map(({ path }) => path))];
  return paths.map((path) => ({
    path,
    lines: files.filter((file) => file.path === path).flatMap((file) => file.lines),
  }));
}

/** Who wrote the lines that the writers replaced. */
async function formerWriters(
  history: GitHistory,
  lines: readonly WrittenLine[],
  { rewrites, ignore, signal }: Rewriting,
): Promise<readonly WeightOfCommit[]> {
  const commits = await history.commits([...rewrites.keys()], signal);
  const found = await Promise.all(
    [...rewrites].slice(0, mostBlamedBefore).map(async ([hash, changes]) => {
      const parent = commits.get(hash)?.parents[0];
      if (parent === undefined) return [];
      const files = changes.flatMap(({ path, oldPath, hunks }) => {
        if (oldPath === undefined) return [];
        const own = lines.filter((line) => line.commit === hash && line.path === path && line.isRemoved);
        return [{ path: oldPath, lines: hunks.flatMap((hunk) => replacedLines(hunk, own)) }];
      });
      return writersOf(history, { parent, files, ignore, signal });
    }),
  );
  return found.flat();
}

function replacedLines(hunk: FileChange['hunks'][number], own: readonly WrittenLine[]): readonly LineToBlame[] {
  const { newStart, oldStart, added, removed } = hunk;
  const weight = own
    .filter(({ lineThen }) => lineThen >= newStart && lineThen < newStart + added.length)
    .reduce((sum, line) => sum + line.weight, 0);
  if (weight === 0 || removed.length === 0) return [];
  return removed.map((_, at) => ({ line: oldStart + at, weight: weight / removed.length, isRemoved: true }));
}

function summed(
  lines: readonly WrittenLine[],
  { carriers, former }: Readonly<Record<'carriers' | 'former', readonly WeightOfCommit[]>>,
): FixBlame {
  const total = [...lines, ...carriers].reduce((sum, { weight }) => sum + weight, 0) || 1;
  const byCommit = new Map<string, { share: number; removed: number; near: number; former: number }>();
  const evidenceOf = (commit: string) => {
    const known = byCommit.get(commit) ?? { share: 0, removed: 0, near: 0, former: 0 };
    byCommit.set(commit, known);
    return known;
  };
  for (const { commit, weight, isRemoved } of lines) {
    const evidence = evidenceOf(commit);
    evidence.share += weight / total;
    if (isRemoved) evidence.removed++;
    else evidence.near++;
  }
  for (const { commit, weight } of carriers) evidenceOf(commit).share += weight / total;
  for (const { commit, weight } of former) evidenceOf(commit).former += weight / total;
  const removed = lines.filter(({ isRemoved }) => isRemoved).length;
  return { byCommit, removed, near: lines.length - removed };
}
