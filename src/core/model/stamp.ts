/**
 * When something occurred, as precisely as it is known. Instants are ms since the epoch.
 * `unsure` marks a stamp whose date or offset was not written and was taken from the row above or as UTC, `noOffset` one
 * of them that lacks the offset.
 */
export type Stamp =
  | {
      readonly kind: 'exact';
      readonly at: number;
      readonly seconds: boolean;
      readonly unsure?: boolean;
      readonly noOffset?: boolean;
    }
  | {
      readonly kind: 'about';
      readonly at: number;
      readonly seconds: boolean;
      readonly unsure?: boolean;
      readonly noOffset?: boolean;
    }
  | {
      readonly kind: 'range';
      readonly from: number;
      readonly until: number;
      readonly seconds: boolean;
      readonly unsure?: boolean;
      readonly noOffset?: boolean;
    }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'after'; readonly entry: string }
  | { readonly kind: 'before'; readonly entry: string };

/** The instant by which the entry is sorted; nothing for unknown and bounded stamps. */
export function instantOf(stamp: Stamp): number | undefined {
  switch (stamp.kind) {
    case 'exact':
    case 'about':
      return stamp.at;
    case 'range':
      return stamp.from;
    default:
      return undefined;
  }
}
