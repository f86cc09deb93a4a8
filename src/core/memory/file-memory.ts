import type { FileChange } from '../model/file-change';
import { createLineCarrier } from './carry-lines';

/** Lines that one commit added to a file, as they stood in that commit. */
export interface AddedLines {
  /** All digits. */
  readonly commit: string;
  /** Path in that commit, which may be a former name. */
  readonly path: string;
  /** One-based, both included. */
  readonly ranges: readonly { readonly first: number; readonly last: number }[];
}

/** Neighbouring lines of today's file (zero-based, both included) that stem from a commit. */
export interface CarriedLines {
  readonly commit: string;
  readonly first: number;
  readonly last: number;
}

/** The lines that a change added; nothing where it only removed. */
export function addedLines(commit: string, { path, hunks }: FileChange): AddedLines | undefined {
  const ranges = hunks
    .filter(({ added }) => added.some((line) => saysSomething(line)))
    .map(({ newStart, added }) => ({ first: newStart, last: newStart + added.length - 1 }));
  return ranges.length === 0 ? undefined : { commit, path, ranges };
}

/**
 * Carries added lines to the text of today, given the text that they were added in; those that were changed or deleted
 * since are gone.
 */
export function createMemoryCarrier(now: string): (lines: AddedLines, then: string) => readonly CarriedLines[] {
  const after = linesOf(now);
  const carry = createLineCarrier(after);
  return (lines, then) => placesOf(lines, carry(linesOf(then)), after);
}

function placesOf({ commit, ranges }: AddedLines, carried: Int32Array, after: readonly string[]) {
  const found: { commit: string; first: number; last: number }[] = [];
  for (const { first, last } of ranges) {
    for (let line = first; line <= last; line++) {
      const place = carried[line - 1] ?? -1;
      if (place < 0 || !saysSomething(after[place] ?? '')) continue;
      const open = found.at(-1);
      if (open !== undefined && place === open.last + 1) open.last = place;
      else found.push({ commit, first: place, last: place });
    }
  }
  return found;
}

/** A brace or a blank line stems from nobody. */
function saysSomething(line: string): boolean {
  return /[\p{L}\p{N}]/u.test(line);
}

function linesOf(text: string): readonly string[] {
  return text.split(/\r\n|\r|\n/);
}
