import { formatStamp } from '../model/read-stamp';
import type { Stamp } from '../model/stamp';

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
  /** Names the record of another tool that it was imported from. */
  readonly sourceId?: string;
}

/** Texts by column, not yet escaped. */
export type EntryValues = Readonly<
  Record<'time' | 'kind' | 'system' | 'actor' | 'event' | 'evidence' | 'id' | 'source id', string>
>;

/** What an entry says in each column. */
export function entryValues(
  { stamp, kind, value, event, systems, actors, evidence, sourceId = '' }: EntryDraft,
  id: string,
): EntryValues {
  return {
    time: formatStamp(stamp),
    kind: value === undefined || value === '' ? kind : `${kind} ${value}`,
    system: systems.join(', '),
    actor: actors.join(', '),
    event,
    evidence: evidence.map(asEvidence).join(', '),
    id,
    'source id': sourceId,
  };
}

/** A bare hash becomes code, so that it reads as one; all else stands as it was given. */
function asEvidence(item: string): string {
  return /^(?:[\w.-]+@)?[0-9a-f]{7,40}$/i.test(item) ? `\`${item}\`` : item;
}
