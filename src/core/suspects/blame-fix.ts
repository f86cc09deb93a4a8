import type { Commit } from '../model/commit';
import type { FileChange } from '../model/file-change';
import type { Cancellation, GitHistory } from '../ports';
import { isBesideTheCode } from './code-lines';
import { type FileToBlame, type WrittenLine, writersOf } from './line-writers';
import { linesToBlame, weightOfAll } from './lines-to-blame';
import type { SearchBudget } from './search-budget';
import { type Tracing, traceBack, type WeightOfCommit, whatStoodThere } from './trace-back';

/** What the lines of a fix say of one commit. */
export interface LineEvidence {
  /** Share of the fix's weight that hangs on lines of this commit, 0 to 1. */
  readonly share: number;
  /** Lines of it that the fix removed, and those around what the fix added. */
  readonly removed: number;
  readonly near: number;
  /** Weight of lines of it that others rewrote before the fix, against the whole. */
  readonly former: number;
  /** File of this commit that most of the weight of its lines is in, as it was called then. */
  readonly path?: string;
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
  readonly budget: SearchBudget;
  readonly signal?: Cancellation | undefined;
}

/** Files and lines beyond these add time and no knowledge. */
const mostFiles = 12;
const mostLines = 300;
/** A test that changes with a fix tells of the fix, not of the fault. */
const besideWeight = 0.08;
/** How often one line is followed to what it was before somebody moved or rewrote it. */
const mostRounds = 3;

/**
 * The writers of the lines that a fix removed or stands beside, before the fix (Śliwerski, Zimmermann and Zeller, 2005).
 * Commits that only moved a line, laid it out or reworded it around what the fix changed may have carried the fault on,
 * so the line goes on to whoever wrote it before; what stood there before it was written counts too, for less.
 */
export async function blameFix(history: GitHistory, search: BlameSearch): Promise<FixBlame> {
  const { parent, ignore, budget, signal } = search;
  const files = await filesOf(history, search);
  let lines = await writersOf(history, { at: parent, files, ignore, budget, signal });
  const tracing: Tracing = { history, ignore, budget, signal, rewrites: new Map() };
  const carriers: WeightOfCommit[] = [];
  for (let round = 0; round < mostRounds; round++) {
    const passed = await traceBack(tracing, lines);
    if (passed === undefined) break;
    carriers.push(...passed.carriers);
    lines = passed.lines;
  }
  return summed(lines, { carriers, former: await whatStoodThere(tracing, lines) });
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

function summed(
  lines: readonly WrittenLine[],
  { carriers, former }: Readonly<Record<'carriers' | 'former', readonly WeightOfCommit[]>>,
): FixBlame {
  const total = weightOfAll([...lines, ...carriers]) || 1;
  const byCommit = new Map<string, Sum>();
  const evidenceOf = (commit: string) => {
    const known = byCommit.get(commit) ?? { share: 0, removed: 0, near: 0, former: 0, weights: new Map() };
    byCommit.set(commit, known);
    return known;
  };
  for (const { commit, path, weight, isRemoved } of lines) {
    const evidence = evidenceOf(commit);
    evidence.weights.set(path, (evidence.weights.get(path) ?? 0) + weight);
    evidence.share += weight / total;
    if (isRemoved) evidence.removed++;
    else evidence.near++;
  }
  for (const { commit, weight } of carriers) evidenceOf(commit).share += weight / total;
  for (const { commit, weight } of former) evidenceOf(commit).former += weight / total;
  const removed = lines.filter(({ isRemoved }) => isRemoved).length;
  return { byCommit: new Map([...byCommit].map(withPath)), removed, near: lines.length - removed };
}

interface Sum {
  share: number;
  removed: number;
  near: number;
  former: number;
  /** By path. */
  readonly weights: Map<string, number>;
}

function withPath([commit, { weights, ...evidence }]: readonly [string, Sum]): readonly [string, LineEvidence] {
  const [heaviest] = [...weights].sort(([, a], [, b]) => b - a);
  return [commit, heaviest === undefined ? evidence : { ...evidence, path: heaviest[0] }];
}
