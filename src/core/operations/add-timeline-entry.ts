import type { Conventions } from '../model/conventions';
import type { Stamp } from '../model/stamp';
import type { TextEdit } from '../model/text';

/** An entry as it was asked for, its texts without the escapes of a cell. */
export interface EntryDraft {
  readonly stamp: Stamp;
  /** The kind's name without its value. */
  readonly kind: string;
  /** Of `severity`, `status` and `role`. */
  readonly value?: string;
  readonly event: string;
  readonly systems: readonly string[];
  readonly actors: readonly string[];
  /** Addresses, commit hashes, file names or Markdown links. */
  readonly evidence: readonly string[];
}

export interface AddedEntry {
  readonly edits: readonly TextEdit[];
  readonly id: string;
  /** Id of the entry after which it stands; absent where it is the first or that entry has none. */
  readonly after?: string;
}

/** One entry at its place in time; nothing of the text but that row (and what it needs to stand) is touched. */
export function addTimelineEntry(_text: string, _draft: EntryDraft, _conventions: Conventions): AddedEntry {
  throw new Error('Not built');
}

/** Where {@link addTimelineEntry} would put a draft, for the preview while typing. */
export function entryPlace(_text: string, _stamp: Stamp, _conventions: Conventions): { id: string; after?: string } {
  throw new Error('Not built');
}
