import type { Span } from '../model/text';

/** Something that may stand at a place. */
export interface Completion {
  readonly label: string;
  /** What is written in place of `span`. */
  readonly insert: string;
  readonly span: Span;
  readonly kind: 'key' | 'value';
  /** One sentence. */
  readonly documentation?: string;
}

/** What is said about a place, as Markdown. */
export interface PlaceHover {
  readonly span: Span;
  readonly text: string;
}
