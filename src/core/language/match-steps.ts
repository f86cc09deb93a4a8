import type { Step, WordSet } from './phrase';
import { type Tokens, tokenFlag } from './tokens';

const anyBreak = tokenFlag.afterComma | tokenFlag.afterStop;

/**
 * Matches steps to the right of `boundary`, the index of the first word not yet taken.
 * Returns the index of the last word of the cue, or -1. The work is bounded by the steps and their gaps.
 */
export function matchRight(tokens: Tokens, steps: readonly Step[], boundary: number): number {
  return right(tokens, steps, 0, { boundary, cue: boundary - 1, mayBreak: false });
}

/** As {@link matchRight} to the left, with steps from right to left; `boundary` is the leftmost word taken. */
export function matchLeft(tokens: Tokens, steps: readonly Step[], boundary: number): number {
  return left(tokens, steps, 0, { boundary, cue: boundary, mayBreak: false });
}

interface Place {
  /** Between the word of this index and the one before. */
  readonly boundary: number;
  /** The outermost word that belongs to the cue so far. */
  readonly cue: number;
  /** Whether a comma, colon … may stand here. */
  readonly mayBreak: boolean;
}

function right(tokens: Tokens, steps: readonly Step[], index: number, place: Place): number {
  const step = steps[index];
  if (step === undefined) return place.cue;
  const { boundary, cue } = place;
  switch (step.kind) {
    case 'word': {
      if (isJoined(tokens, place) && accepts(tokens, step.accepts, boundary)) {
        const next = { boundary: boundary + 1, cue: step.isContext ? cue : boundary, mayBreak: false };
        const result = right(tokens, steps, index + 1, next);
        if (result !== -1) return result;
      }
      return step.isOptional ? right(tokens, steps, index + 1, place) : -1;
    }
    case 'gap': {
      for (let taken = 0; taken <= step.most && boundary + taken <= tokens.count; taken++) {
        if (taken > 0 && !step.crossesClauses && breaksAt(tokens, boundary + taken - 1) !== 0) return -1;
        const next = { boundary: boundary + taken, cue, mayBreak: step.crossesClauses };
        const result = right(tokens, steps, index + 1, next);
        if (result !== -1) return result;
      }
      return -1;
    }
    case 'not':
      if (isJoined(tokens, place) && accepts(tokens, step.accepts, boundary)) return -1;
      return right(tokens, steps, index + 1, place);
    default:
      return isAt(tokens, step.kind, boundary) ? right(tokens, steps, index + 1, { ...place, mayBreak: true }) : -1;
  }
}

function left(tokens: Tokens, steps: readonly Step[], index: number, place: Place): number {
  const step = steps[index];
  if (step === undefined) return place.cue;
  const { boundary, cue } = place;
  switch (step.kind) {
    case 'word': {
      if (isJoined(tokens, place) && accepts(tokens, step.accepts, boundary - 1)) {
        const next = { boundary: boundary - 1, cue: step.isContext ? cue : boundary - 1, mayBreak: false };
        const result = left(tokens, steps, index + 1, next);
        if (result !== -1) return result;
      }
      return step.isOptional ? left(tokens, steps, index + 1, place) : -1;
    }
    case 'gap': {
      for (let taken = 0; taken <= step.most && taken <= boundary; taken++) {
        if (taken > 0 && !step.crossesClauses && breaksAt(tokens, boundary - taken + 1) !== 0) return -1;
        const next = { boundary: boundary - taken, cue, mayBreak: step.crossesClauses };
        const result = left(tokens, steps, index + 1, next);
        if (result !== -1) return result;
      }
      return -1;
    }
    case 'not':
      if (isJoined(tokens, place) && accepts(tokens, step.accepts, boundary - 1)) return -1;
      return left(tokens, steps, index + 1, place);
    default:
      return isAt(tokens, step.kind, boundary) ? left(tokens, steps, index + 1, { ...place, mayBreak: true }) : -1;
  }
}

function accepts(tokens: Tokens, { ids, flags }: WordSet, index: number): boolean {
  if (index < 0 || index >= tokens.count) return false;
  return ((tokens.flags[index] ?? 0) & flags) !== 0 || ids.has(tokens.words[index] ?? 0);
}

function isJoined(tokens: Tokens, { boundary, mayBreak }: Place): boolean {
  return mayBreak || breaksAt(tokens, boundary) === 0;
}

/** The comma or stop between the word of this index and the one before. */
function breaksAt(tokens: Tokens, boundary: number): number {
  return boundary > 0 && boundary < tokens.count ? (tokens.flags[boundary] ?? 0) & anyBreak : 0;
}

function isAt(tokens: Tokens, kind: 'comma' | 'opening' | 'colon' | 'ending', boundary: number): boolean {
  const flags = breaksAt(tokens, boundary);
  switch (kind) {
    case 'comma':
      return flags !== 0;
    case 'colon':
      return boundary === tokens.count ? tokens.endsWithColon : (flags & tokenFlag.afterStop) !== 0;
    case 'ending':
      return boundary === tokens.count || flags !== 0;
    case 'opening':
      return boundary === 0 || (flags & tokenFlag.afterStop) !== 0;
  }
}
