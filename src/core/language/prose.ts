import type { Block, BlockKind } from '../markdown/markdown-document';
import type { Span } from '../model/text';
import { type Cover, coveredText, createCover, maskSpan } from './cover';
import { JOINER } from './marks';
import { maskInline } from './mask-inline';
import { splitSentences } from './sentences';
import { timeLabelEnd } from './time-label';

/**
 * The words of one block that language rules may look at.
 * `text` has the length of the block's text, so that offsets agree. What the reader sees but is no prose is covered
 * with `MASK` (code, quotations, URLs, markers, table pipes: a sentence goes on across it, a phrase does not);
 * what the reader does not see with `JOINER` (emphasis signs, link targets, comments: a word goes on across it).
 */
export interface Prose {
  readonly text: string;
  readonly block: Block;
  /** The text that the block was cut from and where it begins there: reading this is faster than reading the cut. */
  readonly source: { readonly text: string; readonly start: number };
  /** Sentences as offsets into `text`; soft line breaks do not end one, table cells and blank lines do. */
  readonly sentences: readonly Span[];
}

/**
 * The prose of a block; nothing for kinds that hold none (code, quotes, comments, front matter …). Linear in the text,
 * and worked out when it is first asked for, as most blocks hold no word that anyone looks for.
 */
export function proseOf(block: Block, source = { text: block.text, start: 0 }): Prose | undefined {
  return proseKinds.has(block.kind) ? new BlockProse(block, source) : undefined;
}

const proseKinds: ReadonlySet<BlockKind> = new Set<BlockKind>([
  'heading',
  'paragraph',
  'list-item',
  'table-header',
  'table-row',
]);

interface Covered {
  readonly text: string;
  /** The prose of each cell, or of the whole block; no sentence goes across. */
  readonly stretches: readonly Span[];
}

class BlockProse implements Prose {
  readonly block: Block;
  readonly source: Prose['source'];
  private covered: Covered | undefined;
  private parted: readonly Span[] | undefined;

  constructor(block: Block, source: Prose['source']) {
    this.block = block;
    this.source = source;
  }

  get text(): string {
    return this.read().text;
  }

  get sentences(): readonly Span[] {
    this.parted ??= sentencesOf(this.read());
    return this.parted;
  }

  private read(): Covered {
    this.covered ??= coverBlock(this.block);
    return this.covered;
  }
}

function coverBlock(block: Block): Covered {
  const cover = createCover(block.text);
  const stretches: Span[] = [];
  let covered = 0;
  for (const { start, end } of stretchesOf(block)) {
    maskSpan(cover, covered, start);
    stretches.push({ start: coverStretch(block.text, start, end, cover), end });
    covered = end;
  }
  maskSpan(cover, covered, trimmedEnd(block.text, covered));
  return { text: coveredText(cover), stretches };
}

function sentencesOf({ text, stretches }: Covered): readonly Span[] {
  const sentences: Span[] = [];
  for (const { start, end } of stretches) splitSentences(text, start, end, sentences);
  return sentences;
}

/** The words at a span as the reader sees them: without emphasis signs and line breaks. */
export function wordsAt({ text }: Prose, { start, end }: Span): string {
  return text.slice(start, end).replaceAll(JOINER, '').replace(/\s+/g, ' ');
}

function stretchesOf({ kind, cells, contentStart, contentEnd }: Block): readonly Span[] {
  const isRow = kind === 'table-header' || kind === 'table-row';
  return isRow ? (cells ?? []) : [{ start: contentStart, end: contentEnd }];
}

/** Returns where the first sentence begins: after a task's box and a time that labels the line. */
function coverStretch(text: string, start: number, end: number, cover: Cover): number {
  const afterBox = taskBoxEnd(text, start);
  const from = timeLabelEnd(text, afterBox, end);
  maskSpan(cover, start, from);
  maskInline(text, from, end, cover);
  return from;
}

function taskBoxEnd(text: string, start: number): number {
  if (text.charCodeAt(start) !== 91 || text.charCodeAt(start + 2) !== 93) return start;
  return ' xX'.includes(text.charAt(start + 1)) ? start + 3 : start;
}

/** The last line ending stays, so that lines can be told apart. */
function trimmedEnd(text: string, start: number): number {
  let end = text.length;
  while (end > start && (text.charCodeAt(end - 1) === 10 || text.charCodeAt(end - 1) === 13)) end--;
  return end;
}
