import type { FileChange, Hunk } from '../model/file-change';
import { formerPlace } from './touched-words';

/** A line as a commit left it. */
export interface LineAfter {
  readonly path: string;
  /** One-based, in the commit's version of the file. */
  readonly line: number;
  /** What a fix took exception to in it later; nothing where that is not known. */
  readonly touched?: readonly string[];
}

export interface LineBefore {
  readonly path: string;
  /** One-based, in the version before the commit. */
  readonly line: number;
  readonly text: string;
  /** Whether the line only went to another place, or was reworded around what the fix changed. */
  readonly isMoved: boolean;
}

/** Letters and digits of neighbouring lines that a commit took away and put elsewhere before it counts as a move. */
const leastMoved = 20;
const leastMovedToOtherFile = 40;
/** Places of the same line that are looked at. */
const mostPlaces = 30;

/** Finds where the lines of one commit stood before it. A line that the commit copied, and left where it was, is its own. */
export function createLinesBefore(changes: readonly FileChange[]): (line: LineAfter) => LineBefore | undefined {
  let index: ReadonlyMap<string, readonly Removed[]> | undefined;
  return ({ path, line, touched }) => {
    const file = changes.find((one) => one.path === path);
    const hunk = file?.hunks.find(({ newStart, added }) => line >= newStart && line < newStart + added.length);
    if (file === undefined || hunk === undefined) return undefined;
    index ??= removedLines(changes);
    const at = line - hunk.newStart;
    const moved = longestMove(index.get(bare(hunk.added[at] ?? '')) ?? [], { file, hunk, at });
    if (moved !== undefined) return placed(moved, true);
    const text = hunk.added[at] ?? '';
    const former = touched === undefined ? undefined : formerPlace(text, touched, hunk);
    return former === undefined ? undefined : placed({ file, hunk, at: former }, false);
  };
}

/** A line by its hunk: an index into what that took away, or put in. */
interface Removed {
  readonly file: FileChange;
  readonly hunk: Hunk;
  readonly at: number;
}

function placed({ file, hunk, at }: Removed, isMoved: boolean): LineBefore | undefined {
  if (file.oldPath === undefined) return undefined;
  return { path: file.oldPath, line: hunk.oldStart + at, text: hunk.removed[at] ?? '', isMoved };
}

function removedLines(changes: readonly FileChange[]): ReadonlyMap<string, readonly Removed[]> {
  const index = new Map<string, Removed[]>();
  for (const file of changes) {
    for (const hunk of file.hunks) {
      for (const [at, text] of hunk.removed.entries()) {
        const key = bare(text);
        const known = index.get(key) ?? [];
        if (known.length < mostPlaces) known.push({ file, hunk, at });
        index.set(key, known);
      }
    }
  }
  return index;
}

function longestMove(places: readonly Removed[], added: Removed): Removed | undefined {
  let longest: Removed | undefined;
  let most = 0;
  for (const place of places) {
    const length = movedLetters(place, added);
    if (length <= most || length < (place.file === added.file ? leastMoved : leastMovedToOtherFile)) continue;
    [longest, most] = [place, length];
  }
  return longest;
}

/** Letters and digits of the lines around that went the same way. */
function movedLetters({ hunk: { removed }, at: then }: Removed, { hunk: { added }, at: now }: Removed): number {
  let letters = 0;
  for (const step of [-1, 1]) {
    for (let by = step < 0 ? 0 : 1; by < mostCompared; by++) {
      const text = bare(removed[then + by * step] ?? '\0');
      if (text !== bare(added[now + by * step] ?? '')) break;
      letters += text.replace(/[^\p{L}\p{N}]/gu, '').length;
    }
  }
  return letters;
}

/** Lines to either side; more of them prove no more. */
const mostCompared = 20;

function bare(text: string): string {
  return text.replace(/\s+/g, '');
}
