import type { BlockCursor, FreshBlock } from './block-cursor';
import {
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
import { listDepth, maxListDepth, mode, withEmptyItem, withLevel, withMode } from './line-state';
import type { Block } from './markdown-document';
import { readQuote } from './quote-block';
import { isDelimiterOf } from './table-cells';

/** A paragraph with its lazy continuation lines; a heading where it is underlined, a table's header where one follows. */
export function readParagraph(cursor: BlockCursor, first: number, kind: 'paragraph' | 'list-item'): FreshBlock {
  const { line, text, column } = cursor;
  let contentEnd = trimEnd(text, first, line.end);
  let before = contentEnd;
  let last = { start: line.start, first, end: line.end, mayHead: true };
  while (cursor.peek() && !line.isBlank && cursor.conflictHere() === undefined) {
    const inside = line.indent >= column;
    const mayBegin = !cursor.isCodeIndent();
    if (mayBegin) {
      const underline = inside ? underlineLevel(text, line.first, line.end) : 0;
      if (underline > 0) {
        cursor.take();
        const block = cursor.finish(kind === 'paragraph' ? 'heading' : kind, first, contentEnd);
        if (kind === 'paragraph') block.level = underline;
        return block;
      }
      if (interruptsParagraph(text, line.first, line.end, !inside)) break;
      if (inside && last.mayHead && isDelimiterOf(text, line.first, line.end, last)) {
        if (last.start !== cursor.start) return endBeforeHeader(cursor, last.start).finish(kind, first, before);
        if (kind === 'paragraph') {
          line.scan(cursor.start);
          return readTableLine(cursor, 'table-header');
        }
      }
    }
    cursor.take();
    last = { start: line.start, first: line.first, end: line.end, mayHead: mayBegin };
    before = contentEnd;
    contentEnd = trimEnd(text, line.first, line.end);
  }
  return cursor.finish(kind, first, contentEnd);
}

function endBeforeHeader(cursor: BlockCursor, start: number): BlockCursor {
  cursor.end = start;
  cursor.lineCount--;
  cursor.state = withMode(cursor.state, mode.header);
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
    const isLast = isEmpty || isCode || depth === maxListDepth || markerLength(text, first, line.end) === 0;
    if (isLast || isThematicBreak(text, first, line.end)) return { first, isEmpty, isCode };
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
