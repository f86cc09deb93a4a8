import type { BlockCursor } from './block-cursor';
import { closesFence, isSpace, skipSpaces, trimEnd } from './block-starts';
import { type HtmlBlockEnd, htmlCloses } from './html-start';
import { isItemEmpty, listDepth, mode, withConflict, withDepth, withMode } from './line-state';
import type { Block } from './markdown-document';
import { splitCells } from './table-cells';

/** Readers of the blocks that hold no other ones; the cursor has taken the first line and looks at it. */

export function readBlank(cursor: BlockCursor): Block {
  const { line, state } = cursor;
  while (cursor.peek() && line.isBlank) cursor.take();
  const depth = listDepth(state) - (isItemEmpty(state) ? 1 : 0);
  cursor.enter(withMode(withDepth(state, depth), mode.flow));
  return cursor.finish('blank', cursor.start, cursor.start);
}

/** The front matter, from a `---` in the document's first line to the next `---` or `...`, if both are there. */
export function readFrontMatter(cursor: BlockCursor): Block | undefined {
  const { line, text } = cursor;
  if (line.indent > 0 || !isFrontMatterFence(text, line.first, line.end, 45)) return undefined;
  const contentStart = line.next;
  while (cursor.peek()) {
    cursor.take();
    if (line.indent > 0) continue;
    if (isFrontMatterFence(text, line.first, line.end, 45) || isFrontMatterFence(text, line.first, line.end, 46)) {
      return cursor.finish('front-matter', contentStart, line.start);
    }
  }
  cursor.end = cursor.start;
  cursor.begin();
  return undefined;
}

function isFrontMatterFence(text: string, start: number, end: number, sign: number): boolean {
  for (let at = start; at < start + 3; at++) if (text.charCodeAt(at) !== sign) return false;
  return start + 3 <= end && skipSpaces(text, start + 3, end) === end;
}

export function readConflictMarker(cursor: BlockCursor, isLast: boolean): Block {
  const { line, text } = cursor;
  cursor.state = withConflict(cursor.state, !isLast);
  const content = skipSpaces(text, line.first + 7, line.end);
  return cursor.finish('conflict-marker', content, trimEnd(text, content, line.end));
}

export function readHeading(cursor: BlockCursor, first: number, level: number): Block {
  const { line, text } = cursor;
  const start = skipSpaces(text, first + level, line.end);
  let end = trimEnd(text, start, line.end);
  let hashes = end;
  while (hashes > start && text.charCodeAt(hashes - 1) === 35) hashes--;
  if (hashes === start || isSpace(text.charCodeAt(hashes - 1))) end = trimEnd(text, start, hashes);
  const block = cursor.finish('heading', start, end);
  block.level = level;
  return block;
}

export function readTableLine(cursor: BlockCursor, kind: 'table-header' | 'table-delimiter' | 'table-row'): Block {
  const { line, text, start } = cursor;
  cursor.state = withMode(cursor.state, kind === 'table-header' ? mode.delimiter : mode.rows);
  const block = cursor.finish(kind, line.first, trimEnd(text, line.first, line.end));
  block.cells = splitCells(text, line.first, line.end, start);
  return block;
}

export function readIndentedCode(cursor: BlockCursor, first: number): Block {
  const { line, column } = cursor;
  let { end } = line;
  while (cursor.peek() && !line.isBlank && line.indent - column >= 4) {
    cursor.take();
    end = line.end;
  }
  return cursor.finish('code', first, end);
}

export function readFence(cursor: BlockCursor, first: number, length: number): Block {
  const { line, text, column } = cursor;
  const fence = { sign: text.charCodeAt(first), length };
  const infoStart = skipSpaces(text, first + length, line.end);
  const info = text.slice(infoStart, trimEnd(text, infoStart, line.end));
  const contentStart = line.next;
  let contentEnd = contentStart;
  while (cursor.peek() && (line.isBlank || line.indent >= column)) {
    cursor.take();
    if (line.indent - column < 4 && closesFence(text, line.first, line.end, fence)) break;
    contentEnd = line.end;
  }
  const block = cursor.finish('code', contentStart, contentEnd);
  if (info !== '') block.info = info;
  return block;
}

/** An HTML block; as `comment` where nothing but one comment stands in its lines. */
export function readHtml(cursor: BlockCursor, first: number, close: HtmlBlockEnd): Block {
  const { line, text, column } = cursor;
  const closesAtBlank = close === 'blank' || close === 'tag';
  let closedAt = closesAtBlank ? -1 : htmlCloses(text, first + 2, line.end, close);
  let end = trimEnd(text, first, line.end);
  while (closedAt < 0 && cursor.peek()) {
    if (line.isBlank ? closesAtBlank : line.indent < column) break;
    cursor.take();
    if (!line.isBlank) end = trimEnd(text, line.first, line.end);
    if (!closesAtBlank) closedAt = htmlCloses(text, line.first, line.end, close);
  }
  if (close !== '-->' || (closedAt >= 0 && closedAt < end)) return cursor.finish('html', first, end);
  const contentStart = skipSpaces(text, first + 4, end);
  return cursor.finish('comment', contentStart, trimEnd(text, contentStart, closedAt < 0 ? end : closedAt - 3));
}
