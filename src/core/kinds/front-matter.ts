import type { Located } from '../model/incident';
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
  /** Of a list, each item with its place, quotes included. */
  readonly items?: readonly Located[];
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
    /** Loses no fact and invents none, so it may be applied without a look. */
    readonly isSafe?: true;
  }[];
}

/** The first field of that key; later ones are findings. */
export function fieldOf(frontMatter: FrontMatter, key: string): FrontMatterField | undefined {
  return frontMatter.fields.find((field) => field.key === key);
}

/** The field's text; the first item of a list; nothing where it is absent or empty. */
export function textOf(frontMatter: FrontMatter, key: string): string | undefined {
  const value = fieldOf(frontMatter, key)?.value;
  const text = typeof value === 'string' ? value : value?.[0];
  return text === undefined || text.trim() === '' ? undefined : text.trim();
}

/** The field's items; one text counts as a list of one. */
export function listOf(frontMatter: FrontMatter, key: string): readonly string[] {
  const value = fieldOf(frontMatter, key)?.value;
  if (value === undefined) return [];
  const items = typeof value === 'string' ? value.split(',') : value;
  return items.map((item) => item.trim()).filter((item) => item !== '');
}
