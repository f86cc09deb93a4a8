import type { BlamedLines } from '../model/commit';
import type { Cancellation, GitHistory } from '../ports';
import { type LineToBlame, rangesOf, weightOfAll } from './lines-to-blame';
import type { SearchBudget } from './search-budget';

export interface FileToBlame {
  readonly path: string;
  readonly lines: readonly LineToBlame[];
}

/** A line with who wrote it, and where it stood in that commit's version of the file. */
export interface WrittenLine extends LineToBlame {
  readonly commit: string;
  readonly path: string;
  readonly lineThen: number;
}

export interface WritersQuery {
  /** The version that is asked about. */
  readonly at: string;
  readonly files: readonly FileToBlame[];
  /** Full hashes of commits to look through. */
  readonly ignore: readonly string[];
  readonly budget: SearchBudget;
  readonly signal: Cancellation | undefined;
}

/** ms for one file; what a blame of a long history has found by then is better than nothing. */
const longestBlame = 4_000;
/** ms for those after the first, which weigh less. */
const longestLater = 1_500;

/** Who wrote the lines, one blame a file; lines that git does not reach in its time are left out. */
export async function writersOf(
  history: GitHistory,
  { at, files, ignore, budget, signal }: WritersQuery,
): Promise<readonly WrittenLine[]> {
  const blamed = await Promise.all(
    joined(files).map(async ({ path, lines }, index): Promise<readonly WrittenLine[]> => {
      const query = { commit: at, path, ranges: rangesOf(lines), ignored: ignore };
      const answers = await budget.ask(
        index === 0 ? longestBlame : longestLater,
        (within) => history.blame({ ...query, within }, signal),
        (blamed) => lines.every((line) => writerOf(line, blamed) !== undefined),
      );
      return lines.flatMap((line) => {
        const writer = writerOf(line, answers);
        if (writer === undefined) return [];
        const lineThen = writer.line + line.line - writer.nowLine;
        return [{ ...line, commit: writer.commit, path: writer.path, lineThen }];
      });
    }),
  );
  return blamed.flat();
}

function writerOf({ line }: LineToBlame, blamed: readonly BlamedLines[] | undefined): BlamedLines | undefined {
  return blamed?.find(({ nowLine, count }) => nowLine <= line && line < nowLine + count);
}

/** The lines of one file together, the weightiest file first. */
function joined(files: readonly FileToBlame[]): readonly FileToBlame[] {
  const paths = [...new Set(files.map(({ path }) => path))];
  return paths
    .map((path) => ({ path, lines: files.flatMap((file) => (file.path === path ? file.lines : [])) }))
    .filter(({ lines }) => lines.length > 0)
    .toSorted((a, b) => weightOfAll(b.lines) - weightOfAll(a.lines));
}
