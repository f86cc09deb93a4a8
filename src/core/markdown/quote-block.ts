import type { BlockCursor } from './block-cursor';
import {
  closesFence,
  fenceLength,
  headingLevel,
  interruptsParagraph,
  isThematicBreak,
  markerLength,
  skipSpaces,
  trimEnd,
  underlineLevel,
} from './block-starts';
import { htmlBlockEnd } from './html-start';
import { maxListDepth } from './line-state';
import type { Block } from './markdown-document';
import { isDelimiterOf } from './table-cells';

/** A block quote with all that is in it, and the lines that lazily continue its last paragraph. */
export function readQuote(cursor: BlockCursor, first: number): Block {
  const { line, text, column } = cursor;
  const contentStart = quotedAt(text, first, line.end).first;
  let contentEnd = trimEnd(text, contentStart, line.end);
  let open = readQuotedLine(text, first, line.end, nothing);
  while (cursor.peek() && !line.isBlank && cursor.conflictHere() === undefined) {
    const isCode = cursor.isCodeIndent();
    if (text.charCodeAt(line.first) === 62 && line.indent >= column && !isCode) {
      open = readQuotedLine(text, line.first, line.end, open);
    } else if (open.kind !== 'paragraph') break;
    else if (!isCode && interruptsParagraph(text, line.first, line.end, true)) break;
    else open = { kind: 'paragraph', depth: open.depth };
    cursor.take();
    contentEnd = trimEnd(text, line.first, line.end);
  }
  return cursor.finish('quote', contentStart, contentEnd);
}

/** What is open inside a quote behind one of its lines; only an open paragraph takes lines without a `>`. */
type OpenInside =
  | { readonly kind: 'nothing' }
  /** With the place of its last line if a delimiter row could make that a table's header. */
  | { readonly kind: 'paragraph'; readonly depth: number; readonly header?: { first: number; end: number } }
  | { readonly kind: 'fence'; readonly depth: number; readonly sign: number; readonly length: number }
  /** A table or an HTML block, which only a blank line ends. */
  | { readonly kind: 'until-blank' };

const nothing: OpenInside = { kind: 'nothing' };
const untilBlank: OpenInside = { kind: 'until-blank' };

function readQuotedLine(text: string, start: number, end: number, before: OpenInside): OpenInside {
  const { first, depth, isCode } = quotedAt(text, start, end, before.kind === 'fence' ? before.depth : Infinity);
  if (before.kind === 'fence' && depth === before.depth) {
    return closesFence(text, first, end, before) ? nothing : before;
  }
  if (first === end) return nothing;
  if (before.kind === 'until-blank') return before;
  const at = skipListMarkers(text, first, end);
  if (isCode) return before.kind === 'paragraph' ? { kind: 'paragraph', depth } : nothing;
  if (at === end || isThematicBreak(text, at, end) || headingLevel(text, at, end) > 0) return nothing;
  const length = fenceLength(text, at, end);
  if (length > 0) return { kind: 'fence', depth, sign: text.charCodeAt(at), length };
  if (text.charCodeAt(at) === 60) {
    const html = htmlBlockEnd(text, at, end);
    if (html !== undefined && (html !== 'tag' || before.kind !== 'paragraph')) return untilBlank;
  }
  if (before.kind === 'paragraph' && before.depth === depth) {
    if (underlineLevel(text, at, end) > 0) return nothing;
    if (before.header !== undefined && isDelimiterOf(text, at, end, before.header)) return untilBlank;
  }
  return at === first ? { kind: 'paragraph', depth, header: { first, end } } : { kind: 'paragraph', depth };
}

/** Where the text behind the `>` signs of a line begins, and how many there are, counted up to `most`. */
function quotedAt(text: string, start: number, end: number, most = Infinity) {
  let depth = 0;
  let first = start;
  let spaces = 0;
  while (first < end && depth < most && text.charCodeAt(first) === 62) {
    depth++;
    const after = first + 1;
    first = skipSpaces(text, after, end);
    spaces = first - after;
  }
  return { first, depth, isCode: spaces > 4 };
}

function skipListMarkers(text: string, first: number, end: number): number {
  let at = first;
  for (let depth = 0; depth < maxListDepth && !isThematicBreak(text, at, end); depth++) {
    const length = markerLength(text, at, end);
    if (length === 0) break;
    at = skipSpaces(text, at + length, end);
  }
  return at;
}
