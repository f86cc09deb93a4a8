import { JOINER, MASK } from '../language/marks';
import type { Prose } from '../language/prose';

/**
 * Whether a place lies within code, a quotation, a link's target or a comment; asked in order.
 * What is covered from its own start on is no such thing: prose covers left-overs such as `<fill in>` as well.
 */
export function withinCover({ text, block }: Prose): (offset: number) => boolean {
  const { text: written, contentStart, cells = [] } = block;
  const starts = new Set([contentStart, ...cells.map((cell) => cell.start)]);
  let at = 0;
  let coverStart = 0;
  return (offset) => {
    for (; at <= offset; at++) {
      const sign = text[at];
      const isCovered = (sign === MASK || sign === JOINER) && !emphasis.has(written.charAt(at));
      if (!isCovered) coverStart = at + 1;
      else if (starts.has(at)) coverStart = at;
    }
    return coverStart < offset;
  };
}

const emphasis: ReadonlySet<string> = new Set(['*', '_', '~']);
