import type { BlamedLine } from '../../core/model/history';

/** Reads `blame --porcelain`: a header for each line, the facts of a commit with its first line alone. */
export function parseBlame(output: string): readonly BlamedLine[] {
  const paths = new Map<string, string>();
  const lines: { line: number; commit: string; path: string }[] = [];
  let current: { line: number; commit: string; path: string } | undefined;
  for (const text of output.split('\n')) {
    if (text.startsWith('\t')) {
      if (current !== undefined) lines.push(current);
      continue;
    }
    const header = /^([0-9a-f]{40}) \d+ (\d+)/.exec(text);
    if (header?.[1] !== undefined) {
      current = { commit: header[1], line: Number(header[2]), path: paths.get(header[1]) ?? '' };
    } else if (current !== undefined && text.startsWith('filename ')) {
      current.path = text.slice('filename '.length);
      paths.set(current.commit, current.path);
    }
  }
  return lines;
}
