import type { FileChange } from '../model/file-change';
import type { Cancellation, GitHistory } from '../ports';
import { isLayoutOnly } from './layout-only';
import { createLinesBefore } from './line-before';
import { type FileToBlame, type WrittenLine, writersOf } from './line-writers';
import { type LineToBlame, weightOfAll } from './lines-to-blame';
import type { SearchBudget } from './search-budget';

export interface WeightOfCommit {
  readonly commit: string;
  readonly weight: number;
}

/** What one search has read by now. */
export interface Tracing {
  readonly history: GitHistory;
  readonly ignore: readonly string[];
  readonly budget: SearchBudget;
  readonly signal: Cancellation | undefined;
  /** What the writers did, and the version before each; nothing where git did not say. */
  readonly rewrites: Map<string, Rewrite | undefined>;
}

interface Rewrite {
  readonly parent: string | undefined;
  readonly changes: readonly FileChange[];
}

const mostLookedThrough = 8;
/** Commits before which the lines of a fix are blamed again, the weightiest first; each blame may take seconds. */
const mostBlamedBefore = 3;
const mostReplaced = 2;
/** A commit of more files is read only in those of the fix. */
const mostReadWhole = 80;
const mostPaths = 36;
/** What stays with a commit that moved a line, or reworded it without touching what the fix changed. */
const keptByMove = 0.1;
const keptByRewording = 0.3;

/** Hands lines on whose writers only carried them to who wrote them before; nothing where all stay. */
export async function traceBack(
  tracing: Tracing,
  lines: readonly WrittenLine[],
): Promise<{ readonly lines: readonly WrittenLine[]; readonly carriers: readonly WeightOfCommit[] } | undefined> {
  await readRewrites(tracing, lines);
  const steps = weightiest(lines)
    .map((commit) => stepsBack(tracing.rewrites.get(commit), commit, lines))
    .filter((found) => found.length > 0)
    .slice(0, mostBlamedBefore)
    .flat();
  if (steps.length === 0) return undefined;
  const { history, ignore, budget, signal } = tracing;
  const passed = await Promise.all(
    steps.map(async (step) => {
      const files = step.handed.map(({ to }) => to);
      const looked = [...ignore, ...step.ignore];
      const writers = await writersOf(history, { at: step.at, files, ignore: looked, budget, signal });
      // Where git did not answer in its time, the lines stay with the one who carried them.
      return writers.length === 0 ? undefined : { writers, handed: step.handed };
    }),
  );
  const answered = passed.flatMap((one) => one ?? []);
  const gone = new Set(answered.flatMap(({ handed }) => handed.map(({ line }) => line)));
  return {
    lines: [...lines.filter((line) => !gone.has(line)), ...answered.flatMap(({ writers }) => writers)],
    carriers: answered.flatMap(({ handed }) => handed.map(({ line, kept }) => ({ commit: line.commit, weight: kept }))),
  };
}

/** Who wrote the lines that the weightiest writers replaced. */
export async function whatStoodThere(
  tracing: Tracing,
  lines: readonly WrittenLine[],
): Promise<readonly WeightOfCommit[]> {
  await readRewrites(tracing, lines);
  const { history, ignore, budget, signal, rewrites } = tracing;
  const found = await Promise.all(
    weightiest(lines)
      .slice(0, mostReplaced)
      .map(async (commit) => {
        const { parent, changes = [] } = rewrites.get(commit) ?? {};
        if (parent === undefined) return [];
        const files = changes.flatMap(({ path, oldPath, hunks }) => {
          if (oldPath === undefined) return [];
          const own = lines.filter((line) => line.commit === commit && line.path === path && line.isRemoved);
          return [{ path: oldPath, lines: hunks.flatMap((hunk) => replacedLines(hunk, own)) }];
        });
        return writersOf(history, { at: parent, files, ignore, budget, signal });
      }),
  );
  return found.flat();
}

function weightiest(lines: readonly WrittenLine[]): readonly string[] {
  const weights = new Map<string, number>();
  for (const { commit, weight } of lines) weights.set(commit, (weights.get(commit) ?? 0) + weight);
  return [...weights].sort((a, b) => b[1] - a[1]).map(([commit]) => commit);
}

/** Reads what the weightiest writers did, those not read yet through one process or two. */
async function readRewrites({ history, signal, rewrites }: Tracing, lines: readonly WrittenLine[]): Promise<void> {
  const hashes = weightiest(lines)
    .slice(0, mostLookedThrough)
    .filter((hash) => !rewrites.has(hash));
  if (hashes.length === 0) return;
  const commits = [...(await history.commits(hashes, signal)).values()];
  const files = await history.changes(commits, signal);
  const isSmall = ({ hash }: { readonly hash: string }) => (files?.get(hash)?.length ?? Infinity) <= mostReadWhole;
  const paths = [...new Set(lines.map(({ path }) => path))].slice(0, mostPaths);
  const [whole, part] = await Promise.all([
    history.patches(commits.filter(isSmall), [], signal),
    history.patches(
      commits.filter((commit) => !isSmall(commit)),
      paths,
      signal,
    ),
  ]);
  const read = new Map([...(whole ?? []), ...(part ?? [])]);
  for (const hash of hashes) {
    const changes = read.get(hash);
    const parent = commits.find((commit) => commit.hash === hash)?.parents[0];
    rewrites.set(hash, changes && { parent, changes });
  }
}

/** Lines that one commit hands on, by their places in one version. */
interface StepBack {
  readonly at: string;
  readonly ignore: readonly string[];
  readonly handed: readonly { readonly line: WrittenLine; readonly kept: number; readonly to: FileToBlame }[];
}

/** Moved and reworded lines are looked for before the commit, laid out ones in it, as git finds those by their likeness. */
function stepsBack(rewrite: Rewrite | undefined, commit: string, lines: readonly WrittenLine[]): readonly StepBack[] {
  const { parent, changes = [] } = rewrite ?? {};
  if (parent === undefined) return [];
  const lineBefore = createLinesBefore(changes);
  const layout = new Set(changes.filter(isLayoutOnly).map(({ path }) => path));
  const own = lines.filter((line) => line.commit === commit);
  const before = own.flatMap((line) => {
    const place = lineBefore({ ...line, line: line.lineThen });
    if (place === undefined) return [];
    const kept = line.weight * (place.isMoved ? keptByMove : keptByRewording);
    const then = { ...line, line: place.line, text: place.text, weight: line.weight - kept };
    return [{ line, kept, to: { path: place.path, lines: [then] } }];
  });
  const found = new Set(before.map(({ line }) => line));
  const within = own
    .filter((line) => !found.has(line) && layout.has(line.path))
    .map((line) => ({ line, kept: 0, to: { path: line.path, lines: [{ ...line, line: line.lineThen }] } }));
  return [
    { at: parent, ignore: [], handed: before },
    { at: commit, ignore: [commit], handed: within },
  ].filter(({ handed }) => handed.length > 0);
}

function replacedLines(hunk: FileChange['hunks'][number], own: readonly WrittenLine[]): readonly LineToBlame[] {
  const { newStart, oldStart, added, removed } = hunk;
  const weight = weightOfAll(own.filter(({ lineThen }) => lineThen >= newStart && lineThen < newStart + added.length));
  if (weight === 0 || removed.length === 0) return [];
  return removed.map((text, at) => ({
    line: oldStart + at,
    text,
    weight: weight / removed.length,
    isRemoved: true,
  }));
}
