/** Phrases beside a cue that take it back: `before` ends where the cue begins, `after` begins where it ends. */
export interface Guard {
  readonly before?: readonly string[];
  readonly after?: readonly string[];
}
