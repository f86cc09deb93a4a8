import type { CommitText, FileChange } from '../model/history';
import type { HistorySource } from '../ports';
import { isBesideTheCode } from './code-lines';
import { isLayoutOnly } from './layout-only';
import { type LineToBlame, linesToBlame, rangesOf } from './lines-to-blame';

/** What the lines of a fix say of one commit. */
export interface LineEvidence {
  /** Share of the fix's weight that hangs on lines of this commit, 0 to 1. */
  readonly share: number;
  /** Lines of it that the fix removed, and those around what the fix added. */
  readonly removed: number;
  readonly near: number;
}

export interface FixBlame {
  readonly byCommit: ReadonlyMap<string, LineEvidence>;
  /** Lines of code that the fix removed and whose writers are known. */
  readonly removed: number;
  readonly near: number;
}

/** Files and lines beyond these add time and no knowledge. */
const mostFiles = 12;
const mostLines = 300;
/** A test that changes with a fix tells of the fix, not of the fault. */
const besideWeight = 0.08;
const roundsOfLayout = 2;

/**
 * The writers of the lines that a fix removed or stands beside, before the fix (Śliwerski, Zimmermann and Zeller, 2005),
 * looking through commits that changed nothing but layout.
 */
export async function blameFix(
  source: HistorySource,
  {
    parent,
    changes,
    ignore,
  }: { readonly parent: string; readonly changes: readonly FileChange[]; readonly ignore: readonly string[] },
): Promise<FixBlame> {
  const ignored = new Set(ignore);
  const files = await filesOf(source, parent, changes);
  let lines = await writersOf(source, parent, files, [...ignored]);
  for (let round = 0; round < roundsOfLayout; round++) {
    const layout = await layoutCommits(source, lines, ignored);
    if (layout.length === 0) break;
    for (const hash of layout) ignored.add(hash);
    lines = await writersOf(source, parent, files, [...ignored]);
  }
  return summed(lines);
}

/** The files of a fix that existed before it, code first. */
export function changedCode(changes: readonly FileChange[]): readonly FileChange[] {
  const existing = changes.filter(({ oldPath, hunks }) => oldPath !== undefined && hunks.length > 0);
  const code = existing.filter(({ path }) => !isBesideTheCode(path));
  return code.length > 0 ? code : existing;
}

interface FileToBlame {
  readonly path: string;
  readonly lines: readonly LineToBlame[];
}

async function filesOf(
  source: HistorySource,
  parent: string,
  changes: readonly FileChange[],
): Promise<readonly FileToBlame[]> {
  const existing = changes.flatMap((change) =>
    change.oldPath === undefined ? [] : [{ ...change, oldPath: change.oldPath }],
  );
  const hasCode = existing.some(({ path }) => !isBesideTheCode(path));
  const weightOf = (path: string) => (hasCode && isBesideTheCode(path) ? besideWeight : 1);
  const ordered = [...existing].sort((a, b) => weightOf(b.path) - weightOf(a.path)).slice(0, mostFiles);
  return Promise.all(
    ordered.map(async (change) => {
      const lines = linesToBlame(change, await source.text(parent, change.oldPath))
        .map((one) => ({ ...one, weight: one.weight * weightOf(change.path) }))
        .sort((a, b) => b.weight - a.weight);
      return { path: change.oldPath, lines: lines.slice(0, mostLines) };
    }),
  );
}

interface WrittenLine extends LineToBlame {
  readonly commit: string;
  /** Of the file when the commit wrote the line. */
  readonly path: string;
}

async function writersOf(
  source: HistorySource,
  parent: string,
  files: readonly FileToBlame[],
  ignore: readonly string[],
): Promise<readonly WrittenLine[]> {
  const blamed = await Promise.all(
    files.map(async ({ path, lines }) => {
      if (lines.length === 0) return [];
      const answers = await source.blame(parent, path, { ranges: rangesOf(lines), ignore });
      const byLine = new Map(answers.map((answer) => [answer.line, answer]));
      return lines.flatMap((line) => {
        const writer = byLine.get(line.line);
        return writer === undefined ? [] : [{ ...line, commit: writer.commit, path: writer.path }];
      });
    }),
  );
  return blamed.flat();
}

/** Of the commits that wrote most of the lines, those that changed only the layout of the files in question. */
async function layoutCommits(
  source: HistorySource,
  lines: readonly WrittenLine[],
  ignored: ReadonlySet<string>,
): Promise<readonly string[]> {
  const paths = new Map<string, Set<string>>();
  for (const { commit, path } of [...lines].sort((a, b) => b.weight - a.weight)) {
    const known = paths.get(commit) ?? new Set();
    paths.set(commit, known.add(path));
  }
  const candidates = [...paths].filter(([commit]) => !ignored.has(commit)).slice(0, 8);
  const answers = await Promise.all(
    candidates.map(async ([commit, files]) => {
      const changes = await source.changes(commit, [...files]);
      return changes.length > 0 && changes.every(isLayoutOnly) ? [commit] : [];
    }),
  );
  return answers.flat();
}

function summed(lines: readonly WrittenLine[]): FixBlame {
  const total = lines.reduce((sum, { weight }) => sum + weight, 0);
  const byCommit = new Map<string, { share: number; removed: number; near: number }>();
  for (const { commit, weight, isRemoved } of lines) {
    const known = byCommit.get(commit) ?? { share: 0, removed: 0, near: 0 };
    known.share += total === 0 ? 0 : weight / total;
    if (isRemoved) known.removed++;
    else known.near++;
    byCommit.set(commit, known);
  }
  const removed = lines.filter(({ isRemoved }) => isRemoved).length;
  return { byCommit, removed, near: lines.length - removed };
}

/** Whether a commit comes before the fix and can be what it repairs. */
export function isBefore(commit: CommitText, fix: CommitText): boolean {
  return commit.hash !== fix.hash && commit.committed <= fix.committed;
}
