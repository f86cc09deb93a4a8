import type { BlockCursor } from './block-cursor';
import { fenceLength, headingLevel, interruptsParagraph, isThematicBreak, markerLength, trimEnd } from './block-starts';
import { readItem, readParagraph } from './container-blocks';
import { htmlBlockEnd } from './html-start';
import {
  readBlank,
  readConflictMarker,
  readFence,
  readFrontMatter,
  readHeading,
  readHtml,
  readIndentedCode,
  readTableLine,
} from './leaf-blocks';
import { listDepth, matchedDepth, mode, modeOf, withDepth, withMode } from './line-state';
import type { Block } from './markdown-document';
import { readQuote } from './quote-block';

/**
 * Reads the block that begins where the cursor stands and leaves the cursor behind it.
 * The result depends on the cursor's state, on the text from there and on at most two lines behind the block
 * (on more only for the closing fence of front matter): that is what keeps an update local.
 */
export function readBlock(cursor: BlockCursor): Block {
  const { line } = cursor;
  cursor.begin();
  if (modeOf(cursor.state) === mode.start) {
    cursor.state = withMode(cursor.state, mode.flow);
    const frontMatter = readFrontMatter(cursor);
    if (frontMatter !== undefined) return frontMatter;
  }
  if (line.isBlank) return readBlank(cursor);
  const reached = modeOf(cursor.state);
  const marker = cursor.conflictHere();
  if (marker !== undefined) return readConflictMarker(cursor, marker === 'close');
  const depth = matchedDepth(cursor.state, line.indent);
  const leavesItem = depth < listDepth(cursor.state);
  cursor.enter(withMode(withDepth(cursor.state, depth), mode.flow));
  const isCode = cursor.isCodeIndent();
  if (reached === mode.header) return readTableLine(cursor, 'table-header');
  if (reached === mode.delimiter) return readTableLine(cursor, 'table-delimiter');
  if (reached === mode.rows && !leavesItem && !isCode && isRow(cursor)) {
    return readTableLine(cursor, 'table-row');
  }
  return isCode ? readIndentedCode(cursor, line.first) : readFlow(cursor);
}

function isRow({ text, line }: BlockCursor): boolean {
  if (interruptsParagraph(text, line.first, line.end, true)) return false;
  return text.charCodeAt(line.first) !== 60 || htmlBlockEnd(text, line.first, line.end) === undefined;
}

function readFlow(cursor: BlockCursor): Block {
  const { text, line } = cursor;
  const { first, end } = line;
  const code = text.charCodeAt(first);
  switch (code) {
    case 35: {
      const level = headingLevel(text, first, end);
      if (level > 0) return readHeading(cursor, first, level);
      break;
    }
    case 96:
    case 126: {
      const length = fenceLength(text, first, end);
      if (length > 0) return readFence(cursor, first, length);
      break;
    }
    case 62:
      return readQuote(cursor, first);
    case 60: {
      const close = htmlBlockEnd(text, first, end);
      if (close !== undefined) return readHtml(cursor, first, close);
      break;
    }
    default:
      if (isThematicBreak(text, first, end)) return cursor.finish('thematic-break', first, trimEnd(text, first, end));
      if (markerLength(text, first, end) > 0) return readItem(cursor, first);
  }
  return readParagraph(cursor, first, 'paragraph');
}
