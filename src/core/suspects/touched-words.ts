import type { Hunk } from '../model/file-change';

/** How much of two lines has to be the same before one counts as the other's successor, 0 to 1. */
const alike = 0.5;
/** Lines of a hunk that are compared with each other; longer ones are new text rather than changed lines. */
const mostCompared = 60;

/**
 * The words and signs of a removed line that its successor does not have: what the fix took exception to. Nothing where
 * the line has no successor, or where the fix only put something in.
 */
export function touchedWords(line: string, { added }: Pick<Hunk, 'added'>): readonly string[] | undefined {
  const successor = mostAlike(line, added);
  if (successor === undefined) return undefined;
  const left = countsOf(wordsOf(added[successor] ?? ''));
  const touched = wordsOf(line).filter((word) => !takeOne(left, word));
  return touched.length === 0 ? undefined : touched;
}

/**
 * Where a line stood before a hunk that rewrote it without changing these words (an index into what was removed).
 * Nothing where the hunk brought them, or where no line before it is like this one.
 */
export function formerPlace(line: string, touched: readonly string[], { removed }: Pick<Hunk, 'removed'>) {
  const former = mostAlike(line, removed);
  if (former === undefined) return undefined;
  const [now, then] = [countsOf(wordsOf(line)), countsOf(wordsOf(removed[former] ?? ''))];
  return touched.every((word) => now.get(word) === then.get(word)) ? former : undefined;
}

function mostAlike(line: string, others: readonly string[]): number | undefined {
  if (others.length > mostCompared) return undefined;
  const likenesses = others.map((other) => likeness(line, other));
  const most = Math.max(0, ...likenesses);
  return most >= alike ? likenesses.indexOf(most) : undefined;
}

/** Share of the words that two lines have in common, each as often as it stands there (Dice). */
function likeness(a: string, b: string): number {
  const [words, others] = [wordsOf(a), wordsOf(b)];
  if (words.length + others.length === 0) return 0;
  const left = countsOf(others);
  return (2 * words.filter((word) => takeOne(left, word)).length) / (words.length + others.length);
}

/** Names, numbers and runs of signs; brackets and commas stand everywhere. */
function wordsOf(line: string): readonly string[] {
  return line.slice(0, 500).match(/[\p{L}\p{N}_$]+|[^\p{L}\p{N}_$\s(){}[\],;]+/gu) ?? [];
}

function countsOf(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function takeOne(counts: Map<string, number>, word: string): boolean {
  const count = counts.get(word) ?? 0;
  if (count > 0) counts.set(word, count - 1);
  return count > 0;
}
