import type { FileChange } from '../model/file-change';

/**
 * Whether a change left every word where it was: lines that were wrapped, joined, moved or indented, quotes and trailing
 * commas that a formatter exchanged. A file that was added or renamed without a change has nothing that speaks against it.
 */
export function isLayoutOnly({ oldPath, hunks }: FileChange): boolean {
  if (oldPath === undefined || hunks.length === 0) return false;
  const removed = hunks.flatMap((hunk) => hunk.removed).join('\n');
  const added = hunks.flatMap((hunk) => hunk.added).join('\n');
  return (
    hunks.every((hunk) => written(hunk.removed.join('\n')) === written(hunk.added.join('\n'))) || isMove(removed, added)
  );
}

/** The same lines at another place; a comparison of sorted lines finds that. */
function isMove(removed: string, added: string): boolean {
  return sortedLines(removed) === sortedLines(added);
}

function sortedLines(text: string): string {
  return text
    .split('\n')
    .map(written)
    .filter((line) => line !== '')
    .sort()
    .join('\n');
}

function written(text: string): string {
  return text
    .replace(/\s+/g, '')
    .replace(/['"`]/g, "'")
    .replace(/,(?=[)\]}])|;(?=$)/g, '');
}
