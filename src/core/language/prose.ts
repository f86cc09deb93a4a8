import type { Block } from '../markdown/markdown-document';

/**
 * The words of one block that language rules may look at.
 * `text` has the length of the block's text, so that offsets agree; what is no prose is masked:
 * code, link targets, HTML, comments, quotations, markers and table pipes become `MASK` (a sentence goes on across it),
 * emphasis signs inside a word become `JOINER` (the word goes on across it).
 */
export interface Prose {
  readonly text: string;
  readonly block: Block;
  /** Sentences as offsets into `text`; soft line breaks do not end one, table cells and blank lines do. */
  readonly sentences: readonly { readonly start: number; readonly end: number }[];
}

/** Stands for masked code, links, quotations and markers. */
export const MASK = '\uE000';
/** Stands for emphasis signs inside or around a word. */
export const JOINER = '\uE001';
