import { type ConflictMarker, conflictMarker } from './block-starts';
import { LineScanner } from './line-scanner';
import {
  contentColumn,
  isConflictOpen,
  type LineState,
  matchedDepth,
  maxListDepth,
  startState,
  withDepth,
} from './line-state';
import type { Block, BlockKind } from './markdown-document';

/** A block that its reader may still complete. */
export type FreshBlock = { -readonly [Key in keyof Block]: Block[Key] };

/** Where the reader stands: the block it is on, how many lines of it are taken, the line it looks at, and the state. */
export class BlockCursor {
  readonly text: string;
  readonly line: LineScanner;
  /** At a block's end: the state in which the next one begins. */
  state: LineState;
  /** Of the block being read; `end` is where the next block begins once this one is finished. */
  start: number;
  end: number;
  lineCount = 0;
  /** Column at which the content of the innermost open list item stands. */
  column = 0;

  constructor(text: string, offset = 0, state: LineState = startState) {
    this.text = text;
    this.line = new LineScanner(text);
    this.state = state;
    this.start = offset;
    this.end = offset;
  }

  get isAtEnd(): boolean {
    return this.end >= this.text.length;
  }

  /** Begins a block with the line at the end of the one before. */
  begin(): void {
    this.start = this.end;
    this.lineCount = 0;
    this.line.scan(this.start);
    this.take();
  }

  /** Looks at the line after the block so far; false at the end of the text. */
  peek(): boolean {
    if (this.end >= this.text.length) return false;
    this.line.scan(this.end);
    return true;
  }

  /** Adds the line looked at to the block. */
  take(): void {
    this.end = this.line.next;
    this.lineCount++;
  }

  enter(state: LineState): void {
    this.state = state;
    this.column = contentColumn(state);
  }

  /** The conflict marker that the line looked at is; `=======` and `|||||||` count only inside a conflict. */
  conflictHere(): ConflictMarker | undefined {
    const { line } = this;
    if (line.indent > 0) return undefined;
    const marker = conflictMarker(this.text, line.first, line.end);
    return (marker === 'middle' || marker === 'base') && !isConflictOpen(this.state) ? undefined : marker;
  }

  /** Whether the line is indented so far beyond the list items it stays in that no block but indented code begins on it. */
  isCodeIndent(): boolean {
    const { indent } = this.line;
    if (indent < 4) return false;
    const depth = matchedDepth(this.state, indent);
    return depth < maxListDepth && indent - contentColumn(withDepth(this.state, depth)) >= 4;
  }

  /** The block from its start to the last line taken; content offsets are absolute. */
  finish(kind: BlockKind, contentStart: number, contentEnd: number): FreshBlock {
    const { start } = this;
    return {
      kind,
      text: this.text.slice(start, this.end),
      lineCount: this.lineCount,
      contentStart: contentStart - start,
      contentEnd: Math.max(contentStart, contentEnd) - start,
    };
  }
}
