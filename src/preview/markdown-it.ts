/** The part of markdown-it that is used here; VS Code's preview brings the library. */
export interface MarkdownIt {
  readonly core: { readonly ruler: { push(name: string, rule: (state: ParseState) => void): void } };
  readonly renderer: { readonly rules: Record<string, RenderRule | undefined> };
}

export interface ParseState {
  /** The whole text, its line endings as `\n`. */
  readonly src: string;
  tokens: Token[];
  readonly Token: new (type: string, tag: string, nesting: -1 | 0 | 1) => Token;
}

export interface Token {
  type: string;
  readonly tag: string;
  readonly nesting: number;
  readonly level: number;
  /** Lines from 0, the end exclusive. */
  readonly map: readonly [number, number] | null;
  content: string;
  children: Token[] | null;
  meta: unknown;
}

/** As a rule is handed its token: among the others, with options and environment of the whole. */
export type RenderRule = (
  tokens: readonly Token[],
  index: number,
  options: unknown,
  environment: unknown,
  renderer: { readonly rules: Record<string, RenderRule | undefined> },
) => string;
