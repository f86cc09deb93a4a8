export interface Lens {
  /** Offset into the text; the lens stands over this line. */
  readonly at: number;
  readonly title: string;
  /** What it says of a commit may be put better once its hash is whole or git has answered. */
  readonly isProvisional?: boolean;
  /** Without one the lens is plain text. */
  readonly command?: { readonly id: string; readonly arguments: readonly unknown[] };
}
