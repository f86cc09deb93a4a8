import { htmlBlockEnd } from './html-start';

/**
 * Recognisers of what a line may begin with. Each takes the text, the offset of the line's first character that is
 * no white space, and the line's end (without its line ending); offsets it returns are absolute.
 */

/** Number of `#` of an ATX heading, or 0. */
export function headingLevel(text: string, first: number, end: number): number {
  let at = first;
  while (at < end && at - first < 7 && text.charCodeAt(at) === 35) at++;
  const level = at - first;
  if (level === 0 || level > 6) return 0;
  return at === end || isSpace(text.charCodeAt(at)) ? level : 0;
}

/** Length of a code fence's opening run of backticks or tildes, or 0. */
export function fenceLength(text: string, first: number, end: number): number {
  const sign = text.charCodeAt(first);
  if (sign !== 96 && sign !== 126) return 0;
  const after = skipRun(text, first, end, sign);
  if (after - first < 3) return 0;
  if (sign === 96) for (let at = after; at < end; at++) if (text.charCodeAt(at) === 96) return 0;
  return after - first;
}

/** Whether the line closes a fence of `length` signs of code `sign`. */
export function closesFence(
  text: string,
  first: number,
  end: number,
  fence: { sign: number; length: number },
): boolean {
  if (text.charCodeAt(first) !== fence.sign) return false;
  const after = skipRun(text, first, end, fence.sign);
  return after - first >= fence.length && skipSpaces(text, after, end) === end;
}

export function isThematicBreak(text: string, first: number, end: number): boolean {
  const sign = text.charCodeAt(first);
  if (sign !== 42 && sign !== 45 && sign !== 95) return false;
  let count = 0;
  for (let at = first; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === sign) count++;
    else if (!isSpace(code)) return false;
  }
  return count >= 3;
}

/** Level 1 or 2 of a setext underline, or 0. */
export function underlineLevel(text: string, first: number, end: number): number {
  const sign = text.charCodeAt(first);
  if (sign !== 61 && sign !== 45) return 0;
  const after = skipRun(text, first, end, sign);
  if (skipSpaces(text, after, end) !== end) return 0;
  return sign === 61 ? 1 : 2;
}

/** Length of a list marker (`-`, `12.`), or 0; a space, a tab or the line's end must follow it. */
export function markerLength(text: string, first: number, end: number): number {
  const code = text.charCodeAt(first);
  let after = first + 1;
  if (code >= 48 && code <= 57) {
    while (after < end && after - first < 10 && isDigit(text.charCodeAt(after))) after++;
    if (after - first > 9 || after === end) return 0;
    const sign = text.charCodeAt(after);
    if (sign !== 46 && sign !== 41) return 0;
    after++;
  } else if (code !== 45 && code !== 43 && code !== 42) return 0;
  return after === end || isSpace(text.charCodeAt(after)) ? after - first : 0;
}

/** Whether a list item may begin here in the middle of a paragraph: not an empty one, and of numbers only `1`. */
export function markerInterrupts(text: string, first: number, end: number): boolean {
  const length = markerLength(text, first, end);
  if (length === 0 || skipSpaces(text, first + length, end) === end) return false;
  const code = text.charCodeAt(first);
  return !isDigit(code) || (code === 49 && length === 2);
}

export type ConflictMarker = 'open' | 'base' | 'middle' | 'close';

/** The marker of a merge conflict at the start of a line: seven signs, then a space or the line's end. */
export function conflictMarker(text: string, start: number, end: number): ConflictMarker | undefined {
  const sign = text.charCodeAt(start);
  if (sign !== 60 && sign !== 61 && sign !== 62 && sign !== 124) return undefined;
  if (skipRun(text, start, end, sign) - start !== 7) return undefined;
  const after = start + 7;
  if (sign === 61) return skipSpaces(text, after, end) === end ? 'middle' : undefined;
  if (after !== end && text.charCodeAt(after) !== 32) return undefined;
  if (sign === 60) return 'open';
  return sign === 62 ? 'close' : 'base';
}

/**
 * Whether the line cannot go on with the paragraph above it. `outside`: it stands left of that paragraph's list item,
 * where any list marker begins an item.
 */
export function interruptsParagraph(text: string, first: number, end: number, outside: boolean): boolean {
  switch (text.charCodeAt(first)) {
    case 35:
      return headingLevel(text, first, end) > 0;
    case 96:
    case 126:
      return fenceLength(text, first, end) > 0;
    case 62:
      return true;
    case 60: {
      const close = htmlBlockEnd(text, first, end);
      return close !== undefined && close !== 'tag';
    }
    case 95:
      return isThematicBreak(text, first, end);
    case 42:
    case 43:
    case 45:
      return isThematicBreak(text, first, end) || beginsItem(text, first, end, outside);
    default:
      return isDigit(text.charCodeAt(first)) && beginsItem(text, first, end, outside);
  }
}

function beginsItem(text: string, first: number, end: number, outside: boolean): boolean {
  return outside ? markerLength(text, first, end) > 0 : markerInterrupts(text, first, end);
}

export function isSpace(code: number): boolean {
  return code === 32 || code === 9;
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

export function skipSpaces(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isSpace(text.charCodeAt(at))) at++;
  return at;
}

/** Offset after the last character in `from`..`end` that is no white space. */
export function trimEnd(text: string, from: number, end: number): number {
  let at = end;
  while (at > from) {
    const code = text.charCodeAt(at - 1);
    if (!isSpace(code) && code !== 10 && code !== 13) break;
    at--;
  }
  return at;
}

function skipRun(text: string, from: number, end: number, sign: number): number {
  let at = from;
  while (at < end && text.charCodeAt(at) === sign) at++;
  return at;
}
