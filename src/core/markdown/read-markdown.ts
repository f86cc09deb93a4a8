import { BlockCursor } from './block-cursor';
import { type Block, BlockMemory, type MarkdownDocument } from './markdown-document';
import { readBlock } from './read-block';

/** Reads a text into its blocks; linear in the text whatever stands there, and never throws. */
export function readMarkdown(text: string): MarkdownDocument {
  const blocks: Block[] = [];
  const starts: number[] = [];
  const lines: number[] = [];
  const states: number[] = [];
  const cursor = new BlockCursor(text);
  let line = 0;
  while (!cursor.isAtEnd) {
    starts.push(cursor.end);
    lines.push(line);
    states.push(cursor.state);
    const block = readBlock(cursor);
    blocks.push(block);
    line += block.lineCount;
  }
  return { text, blocks, starts, lines, states, memory: new BlockMemory() };
}
