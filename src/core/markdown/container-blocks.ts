import type { BlockCursor, FreshBlock } from './block-cursor';
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
import { readFence, readHtml, readIndentedCode, readTableLine } from './leaf-blocks';
import { listDepth, maxListDepth, withEmptyItem, withLevel } from './line-state';
import type { Block } from './markdown-document';
import { countCells, delimiterColumns } from './table-cells';

/** A paragraph with its lazy continuation lines; a heading where it is underlined, a table's header where one follows. */
export function readParagraph(cursor: BlockCursor, first: number, kind: 'paragraph' | 'list-item'): FreshBlock {
  const { line, text, column } = cursor;
  let contentEnd = trimEnd(text, first, line.end);
  let before = contentEnd;
  let last = { start: line.start, first, end: line.end, inside: true };
  while (cursor.peek() && !line.isBlank && cursor.conflictHere() === undefined) {
    const inside = line.indent >= column;
    if (!cursor.isCodeIndent()) {
      const underline = inside ? underlineLevel(text, line.first, line.end) : 0;
      if (underline > 0) {
        cursor.take();
        const block = cursor.finish(kind === 'paragraph' ? 'heading' : kind, first, contentEnd);
        if (kind === 'paragraph') block.level = underline;
        return block;
      }
      if (interruptsParagraph(text, line.first, line.end, !inside)) break;
      if (inside && last.inside && isDelimiterOf(cursor, last)) {
        if (last.start !== cursor.start) return endBefore(cursor, last.start).finish(kind, first, before);
        if (kind === 'paragraph') {
          line.scan(cursor.start);
          return readTableLine(cursor, 'table-header');
        }
      }
    }
    cursor.take();
    last = { start: line.start, first: line.first, end: line.end, inside };
    before = contentEnd;
    contentEnd = trimEnd(text, line.first, line.end);
  }
  return cursor.finish(kind, first, contentEnd);
}

function isDelimiterOf({ text, line }: BlockCursor, header: { first: number; end: number }): boolean {
  const code = text.charCodeAt(line.first);
  if (code !== 124 && code !== 45 && code !== 58) return false;
  const columns = delimiterColumns(text, line.first, line.end);
  return columns > 0 && columns === countCells(text, header.first, header.end);
}

function endBefore(cursor: BlockCursor, start: number): BlockCursor {
  cursor.end = start;
  cursor.lineCount--;
  return cursor;
}

/**
 * A list item's first line with what continues it. Where that line opens code, a quote, a comment or HTML,
 * the block is of that kind and its text holds the marker.
 */
export function readItem(cursor: BlockCursor, markerAt: number): Block {
  const { line, text } = cursor;
  const { first, isEmpty, isCode } = openItems(cursor, markerAt);
  const level = listDepth(cursor.state) - 1;
  if (isEmpty) {
    cursor.state = withEmptyItem(cursor.state);
    return atLevel(cursor.finish('list-item', first, first), level);
  }
  const code = text.charCodeAt(first);
  if (isCode) return readIndentedCode(cursor, first);
  if (code === 62) return readQuote(cursor, first);
  const fence = fenceLength(text, first, line.end);
  if (fence > 0) return readFence(cursor, first, fence);
  const html = code === 60 ? htmlBlockEnd(text, first, line.end) : undefined;
  if (html !== undefined) return readHtml(cursor, first, html);
  if (headingLevel(text, first, line.end) > 0 || isThematicBreak(text, first, line.end)) {
    return atLevel(cursor.finish('list-item', first, trimEnd(text, first, line.end)), level);
  }
  return atLevel(readParagraph(cursor, first, 'list-item'), level);
}

function atLevel(block: FreshBlock, level: number): Block {
  block.level = level;
  return block;
}

/** Opens the list levels of the markers at `markerAt` (`- 1. text`) and finds where the content begins. */
function openItems(cursor: BlockCursor, markerAt: number): { first: number; isEmpty: boolean; isCode: boolean } {
  const { line, text } = cursor;
  let depth = listDepth(cursor.state);
  let column = line.indent;
  let at = markerAt;
  for (;;) {
    const length = markerLength(text, at, line.end);
    const { first, width } = measureSpace(text, at + length, line.end, column + length);
    const isEmpty = first === line.end;
    const isCode = !isEmpty && width > 4;
    const contentAt = column + length + (isEmpty || isCode ? 1 : width);
    if (depth < maxListDepth) {
      cursor.enter(withLevel(cursor.state, depth, contentAt - cursor.column));
      depth++;
    }
    if (isEmpty || isCode || markerLength(text, first, line.end) === 0 || isThematicBreak(text, first, line.end)) {
      return { first, isEmpty, isCode };
    }
    at = first;
    column = contentAt;
  }
}

function measureSpace(text: string, from: number, end: number, column: number): { first: number; width: number } {
  const first = skipSpaces(text, from, end);
  let reached = column;
  for (let at = from; at < first; at++) reached += text.charCodeAt(at) === 9 ? 4 - (reached & 3) : 1;
  return { first, width: reached - column };
}

/** A block quote with all that is in it, and the lines that lazily continue its last paragraph. */
export function readQuote(cursor: BlockCursor, first: number): Block {
  const { line, text, column } = cursor;
  const contentStart = skipQuoteMarkers(text, first, line.end);
  let contentEnd = trimEnd(text, contentStart, line.end);
  let inside = readQuotedLine(text, first, line.end, freshQuote);
  while (cursor.peek() && !line.isBlank && cursor.conflictHere() === undefined) {
    const quoted = text.charCodeAt(line.first) === 62 && line.indent >= column && !cursor.isCodeIndent();
    if (quoted) inside = readQuotedLine(text, line.first, line.end, inside);
    else if (!inside.isParagraph) break;
    else if (!cursor.isCodeIndent() && interruptsParagraph(text, line.first, line.end, true)) break;
    cursor.take();
    contentEnd = trimEnd(text, line.first, line.end);
  }
  return cursor.finish('quote', contentStart, contentEnd);
}

/** What is open inside a quote after one of its lines; only an open paragraph takes lazy lines. */
interface QuoteState {
  readonly isParagraph: boolean;
  readonly fence?: { readonly sign: number; readonly length: number };
  /** A table or an HTML block, which only a blank line ends. */
  readonly untilBlank?: boolean;
}

const freshQuote: QuoteState = { isParagraph: false };
const quotedParagraph: QuoteState = { isParagraph: true };
const quotedUntilBlank: QuoteState = { isParagraph: false, untilBlank: true };

function readQuotedLine(text: string, first: number, end: number, before: QuoteState): QuoteState {
  const content = skipQuoteMarkers(text, first, end);
  let at = content;
  if (before.fence !== undefined) return closesFence(text, at, end, before.fence) ? freshQuote : before;
  if (at === end) return freshQuote;
  if (before.untilBlank) return before;
  while (!isThematicBreak(text, at, end)) {
    const length = markerLength(text, at, end);
    if (length === 0) break;
    at = skipSpaces(text, at + length, end);
  }
  if (at === end || isThematicBreak(text, at, end) || headingLevel(text, at, end) > 0) return freshQuote;
  const fence = fenceLength(text, at, end);
  if (fence > 0) return { isParagraph: false, fence: { sign: text.charCodeAt(at), length: fence } };
  if (text.charCodeAt(at) === 60 && htmlBlockEnd(text, at, end) !== undefined) return quotedUntilBlank;
  if (before.isParagraph) {
    if (underlineLevel(text, at, end) > 0) return freshQuote;
    return delimiterColumns(text, at, end) > 0 ? quotedUntilBlank : before;
  }
  return quotedParagraph;
}

function skipQuoteMarkers(text: string, first: number, end: number): number {
  let at = first;
  while (at < end && text.charCodeAt(at) === 62) at = skipSpaces(text, at + 1, end);
  return at;
}
