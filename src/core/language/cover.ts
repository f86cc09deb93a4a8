import { JOINER, MASK } from './marks';

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly filler: string;
}

/** Collects the stretches of a text that are to be covered, in order, and builds the covered text of the same length. */
export interface Cover {
  mask(start: number, end: number): void;
  join(start: number, end: number): void;
  space(start: number, end: number): void;
  /** Remembers a place; {@link Cover.maskSince} replaces all that was covered after it. */
  mark(): number;
  maskSince(mark: number, start: number, end: number): void;
  apply(): string;
}

export function createCover(text: string): Cover {
  const pieces: Piece[] = [];
  const add = (start: number, end: number, filler: string): void => {
    if (end > start) pieces.push({ start, end, filler });
  };
  return {
    mask: (start, end) => add(start, end, MASK),
    join: (start, end) => add(start, end, JOINER),
    space: (start, end) => add(start, end, ' '),
    mark: () => pieces.length,
    maskSince(mark, start, end) {
      pieces.length = mark;
      add(start, end, MASK);
    },
    apply: () => build(text, pieces),
  };
}

function build(text: string, pieces: readonly Piece[]): string {
  if (pieces.length === 0) return text;
  const parts: string[] = [];
  let offset = 0;
  for (const { start, end, filler } of pieces) {
    if (start > offset) parts.push(text.slice(offset, start));
    parts.push(end - start === 1 ? filler : filler.repeat(end - start));
    offset = end;
  }
  parts.push(text.slice(offset));
  return parts.join('');
}
