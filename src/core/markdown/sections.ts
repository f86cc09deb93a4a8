import type { Span } from '../model/text';
import type { MarkdownDocument } from './markdown-document';

/** A heading with what stands under it, up to the next heading of the same or a higher level. */
export interface Section {
  /** The heading's content as written. */
  readonly title: string;
  readonly level: number;
  /** Index of the heading's block. */
  readonly block: number;
  /** Index after the last block, nested sections included. */
  readonly endBlock: number;
  readonly titleSpan: Span;
  /** Heading and body. */
  readonly span: Span;
  /** From the line after the heading to the section's end. */
  readonly bodySpan: Span;
}

/** Every section of the document in order, nested ones after the one that holds them. */
export function sectionsOf(document: MarkdownDocument): readonly Section[] {
  const sections: Section[] = [];
  const { blocks, starts, text } = document;
  for (const [index, block] of blocks.entries()) {
    if (block.kind !== 'heading') continue;
    const level = block.level ?? 1;
    let endBlock = index + 1;
    while (endBlock < blocks.length) {
      const next = blocks[endBlock];
      if (next?.kind === 'heading' && (next.level ?? 1) <= level) break;
      endBlock++;
    }
    const start = starts[index] ?? 0;
    const end = starts[endBlock] ?? text.length;
    const titleSpan = { start: start + block.contentStart, end: start + block.contentEnd };
    sections.push({
      title: text.slice(titleSpan.start, titleSpan.end),
      level,
      block: index,
      endBlock,
      titleSpan,
      span: { start, end },
      bodySpan: { start: start + block.text.length, end },
    });
  }
  return sections;
}
