import type { FileChange, Hunk } from '../model/file-change';
import { identifiersIn, significanceOf } from './code-lines';
import { touchedWords } from './touched-words';

/** A line of the parent's file whose writer may have written the fault. */
export interface LineToBlame {
  /** One-based, in the file before the fix. */
  readonly line: number;
  /** Share of the fix that hangs on this line; the lines of one hunk share the hunk's weight. */
  readonly weight: number;
  /** Whether the fix took the line away, or it stands near what the fix added. */
  readonly isRemoved: boolean;
  readonly text: string;
  /** The words of a removed line that its successor in the fix does not have. */
  readonly touched?: readonly string[];
}

/**
 * The lines that a fix speaks of: those it removed, and, where it only added, those around: near ones and those that
 * use the names of the added lines, since a check that was missing concerns what is named in it.
 */
export function linesToBlame(change: FileChange, textBefore: string | undefined): readonly LineToBlame[] {
  const lines = textBefore?.split('\n') ?? [];
  let places: ReturnType<typeof namePlaces> | undefined;
  const before: Before = {
    lines,
    places() {
      places ??= namePlaces(lines);
      return places;
    },
  };
  return change.hunks.flatMap((hunk) => linesOfHunk(hunk, before));
}

/** The file as the fix found it. */
interface Before {
  readonly lines: readonly string[];
  /** Read on demand, once for all hunks. */
  places(): ReadonlyMap<string, readonly number[]>;
}

/** Ranges (one-based, both ends included) that cover the lines, so that one blame answers for all. */
export function rangesOf(
  lines: readonly Pick<LineToBlame, 'line'>[],
): readonly { readonly first: number; readonly last: number }[] {
  const ranges: { first: number; last: number }[] = [];
  for (const line of [...new Set(lines.map((one) => one.line))].sort((a, b) => a - b)) {
    const open = ranges.at(-1);
    if (open !== undefined && line <= open.last + 1) open.last = line;
    else ranges.push({ first: line, last: line });
  }
  return ranges;
}

/** Lines that are looked at on either side of an addition. */
const reach = 25;
/** A name on at most this many lines of a file is rare in it; what such a line weighs against the nearest one. */
const fewLines = 3;
const rareNameWeight = 0.5;
/** Lines of a file that are searched for names. */
const mostSearched = 30_000;
/** What the surroundings of an addition weigh against a removed hunk, and those of a removal beside it. */
const additionWeight = 0.8;
const besideRemovalWeight = 0.2;

function linesOfHunk(hunk: Hunk, before: Before): readonly LineToBlame[] {
  const removed = hunk.removed.map((text, index) => {
    const touched = touchedWords(text, hunk);
    const place = { line: hunk.oldStart + index, text, weight: significanceOf(text), isRemoved: true };
    return touched === undefined ? place : { ...place, touched };
  });
  const total = weightOfAll(removed);
  if (total < 0.5) return nearLines(hunk, before, additionWeight);
  // A large hunk says more than a small one, but not in proportion: most of its lines only had to follow.
  const scale = Math.min(3, Math.sqrt(total)) / total;
  return [
    ...removed.filter(({ weight }) => weight > 0).map((one) => ({ ...one, weight: one.weight * scale })),
    ...nearLines(hunk, before, besideRemovalWeight),
  ];
}

function nearLines({ oldStart, removed, added }: Hunk, before: Before, share: number): readonly LineToBlame[] {
  const [first, last] = removed.length === 0 ? [oldStart, oldStart + 1] : [oldStart - 1, oldStart + removed.length];
  const { lines } = before;
  const names = identifiersIn(added.join('\n'));
  const near: { line: number; weight: number }[] = [];
  for (const [start, step] of [
    [first, -1],
    [last, 1],
  ] as const) {
    let distance = 0;
    for (let line = start; line >= 1 && line <= lines.length && distance < reach; line += step) {
      const text = lines[line - 1] ?? '';
      const significance = significanceOf(text);
      // A line that begins in the first column opens or closes a function in most languages.
      const isEdge = significance > 0 && /^[^\s#{}]/.test(text) && !/:\s*$/.test(text);
      if (significance > 0.1) near.push({ line, weight: significance * closeness(distance, shared(text, names)) });
      if (significance > 0) distance++;
      if (isEdge || (step > 0 && /^\}/.test(text))) break;
    }
  }
  for (const line of linesWithRareNames(before, names)) {
    const isNear = near.some((one) => one.line === line) || (line >= oldStart && line < oldStart + removed.length);
    if (!isNear) near.push({ line, weight: rareNameWeight * significanceOf(lines[line - 1] ?? '') });
  }
  const total = weightOfAll(near);
  return total === 0
    ? []
    : near.map(({ line, weight }) => ({
        line,
        text: lines[line - 1] ?? '',
        weight: (weight / total) * share,
        isRemoved: false,
      }));
}

/** One-based lines that use a name which few lines of the file use: what an addition sets up is used elsewhere. */
function linesWithRareNames({ places }: Before, names: ReadonlySet<string>): ReadonlySet<number> {
  const rare = [...names].map((name) => places().get(name) ?? []).filter((found) => found.length <= fewLines);
  return new Set(rare.flat());
}

/** The lines of each name, one more than few at the most. */
function namePlaces(lines: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  if (lines.length > mostSearched) return places;
  for (const [at, text] of lines.entries()) {
    for (const name of identifiersIn(text)) {
      const known = places.get(name) ?? [];
      places.set(name, known);
      if (known.length <= fewLines) known.push(at + 1);
    }
  }
  return places;
}

function closeness(distance: number, names: number): number {
  return 1 / (1 + distance) ** 1.2 + Math.min(names, 3) * (0.25 / (1 + distance / 8));
}

function shared(text: string, names: ReadonlySet<string>): number {
  let count = 0;
  for (const name of identifiersIn(text)) if (names.has(name)) count++;
  return count;
}

/** What lines or commits weigh together. */
export function weightOfAll(lines: readonly { readonly weight: number }[]): number {
  return lines.reduce((total, { weight }) => total + weight, 0);
}
