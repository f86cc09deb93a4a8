/**
 * What the block reader makes of a text. Blocks are flat, in order, and cover the text without gap or overlap.
 * A block never holds absolute offsets, so that it can be shared between versions of a document:
 * an edit keeps every block it did not touch (the same object), and caches may hang on its identity.
 */
export interface MarkdownDocument {
  readonly text: string;
  readonly blocks: readonly Block[];
  /** Absolute offset at which the block of the same index begins. */
  readonly starts: readonly number[];
  /** Zero-based line at which the block of the same index begins. */
  readonly lines: readonly number[];
  /** What the reader carried into the block of the same index (see `line-state.ts`). */
  readonly states: readonly number[];
  /** Shared by the versions of a document. */
  readonly memory: BlockMemory;
}

/**
 * What was worked out last for the blocks of a document, for whoever asks again after an edit (see `block-cache.ts`).
 * It belongs to the document, as weak maps keep young documents alive for long.
 */
export class BlockMemory {
  readonly #known = new Map<object, unknown>();

  get(key: object): unknown {
    return this.#known.get(key);
  }

  set(key: object, value: unknown): void {
    // Keys come and go with the team's conventions; what is forgotten is made again.
    if (this.#known.size >= mostKeys && !this.#known.has(key)) this.#known.clear();
    this.#known.set(key, value);
  }
}

const mostKeys = 50;

export type BlockKind =
  | 'blank' // a run of blank lines
  | 'front-matter' // with both fences
  | 'heading'
  | 'paragraph' // also a further paragraph of a list item, and link definitions
  | 'list-item' // its first line and the lines of the same paragraph; nested items are blocks of their own
  | 'table-header'
  | 'table-delimiter'
  | 'table-row'
  | 'code' // fenced (with fences), or a run of indented lines
  | 'quote' // with all that is in it
  | 'comment' // an HTML comment that stands on lines of its own
  | 'html'
  | 'thematic-break'
  | 'conflict-marker'; // a line of <<<<<<<, |||||||, ======= or >>>>>>> of a merge

export interface Block {
  readonly kind: BlockKind;
  /** The exact text of the block, including its last line ending. */
  readonly text: string;
  /** Number of lines the block covers. */
  readonly lineCount: number;
  /** Level 1 to 6 of a heading; nesting depth from 0 of a list item. */
  readonly level?: number;
  /** Where the content stands in `text`: without markers (`#`, `- `, `1.`), closing hashes and line endings at its end. */
  readonly contentStart: number;
  readonly contentEnd: number;
  /** Cells of a table row or header, in order. */
  readonly cells?: readonly Cell[];
  /** What a fence names as language. */
  readonly info?: string;
}

/** A cell's trimmed content as offsets into the block's text; an empty cell has `start === end`. */
export interface Cell {
  readonly start: number;
  readonly end: number;
}

/** Replaces UTF-16 `start`..`end` of the former text by `newText`; as VS Code reports a change. */
export interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}
