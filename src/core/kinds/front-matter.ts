import type { Message } from '../model/message';
import type { Span } from '../model/text';

/** One `key: value` of the front matter, found by the line scan. */
export interface FrontMatterField {
  readonly key: string;
  readonly keySpan: Span;
  /** From the colon's space to the value's end, trailing comment left out; empty span after the colon where no value stands. */
  readonly valueSpan: Span;
  /** As YAML reads it; the literal text where YAML rejects it. */
  readonly value: string | readonly string[] | undefined;
}

export interface FrontMatter {
  /** With both fences; absent where the document has none. */
  readonly span?: Span;
  readonly fields: readonly FrontMatterField[];
  readonly problems: readonly ReadProblem[];
}

/** Something that could not be read as it stands; a structure rule of the id `rule` turns it into a finding. */
export interface ReadProblem {
  readonly rule: string;
  readonly span: Span;
  readonly message: Message;
  readonly fixes?: readonly {
    readonly title: Message;
    readonly edits: readonly { readonly span: Span; readonly newText: string }[];
  }[];
}
