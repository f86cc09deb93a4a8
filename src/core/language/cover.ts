import { JOINER, MASK } from './marks';

/** The stretches of a text that are to be covered, in order. */
export interface Cover {
  readonly text: string;
  /** Start, end and filler in turn, so that covering a block makes no objects. */
  readonly places: number[];
}

export function createCover(text: string): Cover {
  return { text, places: [] };
}

const fillers = [MASK, JOINER, ' '] as const;
const mask = 0;
const joiner = 1;
const space = 2;

export function maskSpan({ places }: Cover, start: number, end: number): void {
  if (end > start) places.push(start, end, mask);
}

export function joinSpan({ places }: Cover, start: number, end: number): void {
  if (end > start) places.push(start, end, joiner);
}

export function spaceSpan({ places }: Cover, start: number, end: number): void {
  if (end > start) places.push(start, end, space);
}

/** Masks one span in place of all that was covered since `places` had the length `mark`. */
export function maskSince(cover: Cover, mark: number, { start, end }: { start: number; end: number }): void {
  cover.places.length = mark;
  maskSpan(cover, start, end);
}

/** The text with everything covered, of the same length. */
export function coveredText({ text, places }: Cover): string {
  if (places.length === 0) return text;
  const parts: string[] = [];
  let offset = 0;
  for (let at = 0; at < places.length; at += 3) {
    const start = places[at] ?? 0;
    const end = places[at + 1] ?? 0;
    const filler = fillers[places[at + 2] ?? mask] ?? MASK;
    if (start > offset) parts.push(text.slice(offset, start));
    parts.push(end - start === 1 ? filler : filler.repeat(end - start));
    offset = end;
  }
  parts.push(text.slice(offset));
  return parts.join('');
}
