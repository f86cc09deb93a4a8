import type { Stamp } from '../model/stamp';
import { type EntryDraft, type EntryValues, entryValues } from './entry-draft';

/** What of an entry is to be written anew, by column. */
export type EntryChanges = Partial<EntryValues>;

/** Only what says something else than before; how it was written does not count. */
export function changesBetween(before: EntryDraft, after: EntryDraft): EntryChanges {
  const values = entryValues(after, '');
  const changes: { -readonly [K in keyof EntryChanges]: EntryChanges[K] } = {};
  if (!isSameStamp(before.stamp, after.stamp)) changes.time = values.time;
  if (before.kind !== after.kind || (before.value ?? '') !== (after.value ?? '')) changes.kind = values.kind;
  if (!isSameList(before.systems, after.systems)) changes.system = values.system;
  if (!isSameList(before.actors, after.actors)) changes.actor = values.actor;
  if (before.event.trim() !== after.event.trim()) changes.event = values.event.trim();
  if (!isSameList(before.evidence, after.evidence)) changes.evidence = values.evidence;
  return changes;
}

/** A time that was written without its date or offset is the same once it is understood. */
function isSameStamp(one: Stamp, other: Stamp): boolean {
  const bare = (stamp: Stamp) => JSON.stringify({ ...stamp, unsure: undefined });
  return bare(one) === bare(other);
}

function isSameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index]);
}
