export interface Lens {
  /** Offset into the text; the lens stands over this line. */
  readonly at: number;
  readonly title: string;
  /** Without one the lens is plain text. */
  readonly command?: { readonly id: string; readonly arguments: readonly unknown[] };
}
