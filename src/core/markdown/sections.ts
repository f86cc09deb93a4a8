import type { Span } from '../model/text';
import type { Block, MarkdownDocument } from './markdown-document';
import { withoutTrailingComments } from './trailing-comments';

/** A heading with what stands under it, up to the next heading of the same or a higher level. */
export interface Section {
  /** The heading's content as written, without comments at its end. */
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
  const { blocks } = document;
  const sections: Section[] = [];
  const open: { readonly place: number; readonly level: number }[] = [];
  const closeFrom = (level: number, endBlock: number) => {
    for (let last = open.at(-1); last !== undefined && last.level >= level; last = open.at(-1)) {
      const section = sections[last.place];
      if (section !== undefined) sections[last.place] = endingAt(document, section, endBlock);
      open.pop();
    }
  };
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index];
    if (block?.kind !== 'heading') continue;
    const level = block.level ?? 1;
    closeFrom(level, index);
    open.push({ place: sections.length, level });
    sections.push(sectionAt(document, block, index));
  }
  closeFrom(1, blocks.length);
  return sections;
}

function sectionAt({ text, starts }: MarkdownDocument, heading: Block, index: number): Section {
  const start = starts[index] ?? 0;
  const content = { start: start + heading.contentStart, end: start + heading.contentEnd };
  const titleSpan = withoutTrailingComments(text, content);
  const end = start + heading.text.length;
  return {
    title: text.slice(titleSpan.start, titleSpan.end),
    level: heading.level ?? 1,
    block: index,
    endBlock: index + 1,
    titleSpan,
    span: { start, end },
    bodySpan: { start: end, end },
  };
}

function endingAt({ text, starts }: MarkdownDocument, section: Section, endBlock: number): Section {
  const end = starts[endBlock] ?? text.length;
  return {
    ...section,
    endBlock,
    span: { start: section.span.start, end },
    bodySpan: { start: section.bodySpan.start, end },
  };
}
