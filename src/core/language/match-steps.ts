import type { Step } from './phrase';
import { type Tokens, tokenFlag } from './tokens';
import type { WordSet } from './word-set';

const anyBreak = tokenFlag.afterComma | tokenFlag.afterStop;

/**
 * Matches steps to the right of `boundary`, the index of the first word not yet taken.
 * Returns the index of the last word of the cue, or -1. The work is bounded by the steps and their gaps.
 */
export function matchRight(tokens: Tokens, steps: readonly Step[], boundary: number): number {
  const first = steps[0];
  if (first === undefined) return boundary - 1;
  if (isRefused(tokens, first, boundary, boundary)) return -1;
  return match(tokens, steps, 0, { boundary, cue: boundary - 1, mayBreak: false, direction: 1 });
}

/** As {@link matchRight} to the left, with steps from right to left; `boundary` is the leftmost word taken. */
export function matchLeft(tokens: Tokens, steps: readonly Step[], boundary: number): number {
  const first = steps[0];
  if (first === undefined) return boundary;
  if (isRefused(tokens, first, boundary, boundary - 1)) return -1;
  return match(tokens, steps, 0, { boundary, cue: boundary, mayBreak: false, direction: -1 });
}

/** Whether the very first word is wrong, which most are; asked before anything is allocated. */
function isRefused(tokens: Tokens, step: Step, boundary: number, index: number): boolean {
  if (step.kind !== 'word' || step.isOptional) return false;
  return breaksAt(tokens, boundary) !== 0 || !accepts(tokens, step.accepts, index);
}

interface Place {
  /** Between the word of this index and the one before. */
  readonly boundary: number;
  /** The outermost word that belongs to the cue so far. */
  readonly cue: number;
  /** Whether a comma, colon … may stand here. */
  readonly mayBreak: boolean;
  readonly direction: 1 | -1;
}

function match(tokens: Tokens, steps: readonly Step[], index: number, place: Place): number {
  const step = steps[index];
  if (step === undefined) return place.cue;
  switch (step.kind) {
    case 'word':
      return matchWord(tokens, steps, index, place);
    case 'gap':
      return matchGap(tokens, steps, index, place);
    case 'not':
      return isNext(tokens, step.accepts, place) ? -1 : match(tokens, steps, index + 1, place);
    default:
      if (!isAt(tokens, step.kind, place.boundary)) return -1;
      return match(tokens, steps, index + 1, { ...place, mayBreak: true });
  }
}

function matchWord(tokens: Tokens, steps: readonly Step[], index: number, place: Place): number {
  const step = steps[index];
  if (step?.kind !== 'word') return -1;
  if (isNext(tokens, step.accepts, place)) {
    const { boundary, cue, direction } = place;
    const taken = wordBeside(place);
    const next = { boundary: boundary + direction, cue: step.isContext ? cue : taken, mayBreak: false, direction };
    const result = match(tokens, steps, index + 1, next);
    if (result !== -1) return result;
  }
  return step.isOptional ? match(tokens, steps, index + 1, place) : -1;
}

function matchGap(tokens: Tokens, steps: readonly Step[], index: number, place: Place): number {
  const step = steps[index];
  if (step?.kind !== 'gap') return -1;
  const { cue, direction } = place;
  const room = direction === 1 ? tokens.count - place.boundary : place.boundary;
  for (let taken = 0; taken <= Math.min(step.most, room); taken++) {
    const boundary = place.boundary + direction * taken;
    if (taken > 0 && !step.crossesClauses && breaksAt(tokens, boundary - direction) !== 0) return -1;
    const next = { boundary, cue, mayBreak: step.crossesClauses, direction };
    const result = match(tokens, steps, index + 1, next);
    if (result !== -1) return result;
  }
  return -1;
}

/** Whether the word beside the boundary is one of these, with no comma or stop between. */
function isNext(tokens: Tokens, words: WordSet, place: Place): boolean {
  if (!place.mayBreak && breaksAt(tokens, place.boundary) !== 0) return false;
  return accepts(tokens, words, wordBeside(place));
}

function wordBeside({ boundary, direction }: Place): number {
  return direction === 1 ? boundary : boundary - 1;
}

function accepts(tokens: Tokens, words: WordSet, index: number): boolean {
  if (index < 0 || index >= tokens.count) return false;
  return ((tokens.flags[index] ?? 0) & words.flags) !== 0 || words.has(tokens.words[index] ?? 0);
}

/** The comma or stop between the word of this index and the one before. */
function breaksAt(tokens: Tokens, boundary: number): number {
  return boundary > 0 && boundary < tokens.count ? (tokens.flags[boundary] ?? 0) & anyBreak : 0;
}

function isAt(tokens: Tokens, kind: Exclude<Step['kind'], 'word' | 'gap' | 'not'>, boundary: number): boolean {
  const flags = breaksAt(tokens, boundary);
  switch (kind) {
    case 'comma':
      return flags !== 0;
    case 'colon':
      return boundary === tokens.count ? tokens.endsWithColon : (flags & tokenFlag.afterStop) !== 0;
    case 'ending':
      return boundary === tokens.count || flags !== 0;
    case 'going on':
      return boundary < tokens.count && flags === 0;
    case 'opening':
      return boundary === 0 || (flags & tokenFlag.afterStop) !== 0;
  }
}
