import type { MarkdownDocument } from './markdown-document';

/** Index of the block that holds `offset`, by binary search; the last one for the end of the text, -1 without blocks. */
export function blockAt({ starts }: MarkdownDocument, offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Zero-based line of `offset`. */
export function lineAt(document: MarkdownDocument, offset: number): number {
  const index = blockAt(document, offset);
  if (index < 0) return 0;
  let line = document.lines[index] ?? 0;
  const { text } = document;
  for (let at = document.starts[index] ?? 0; at < offset; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) line++;
  }
  return line;
}

/** Start of the line of `offset`, and its end before and after the line ending. */
export function lineOf(text: string, offset: number): { start: number; end: number; next: number } {
  let start = offset;
  while (start > 0 && !isLineEnd(text.charCodeAt(start - 1))) start--;
  let end = offset;
  while (end < text.length && !isLineEnd(text.charCodeAt(end))) end++;
  const isPair = text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10;
  return { start, end, next: Math.min(text.length, end + (isPair ? 2 : 1)) };
}

function isLineEnd(code: number): boolean {
  return code === 10 || code === 13;
}
