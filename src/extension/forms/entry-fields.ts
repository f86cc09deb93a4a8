import type { Stamp } from '../../core/model/stamp';
import type { EntryDraft } from '../../core/operations/entry-draft';
import type { EntryFields } from '../../protocol/timeline-entry';

/** What was typed, taken apart at the commas. */
export function draftOf(fields: EntryFields, stamp: Stamp): EntryDraft {
  return {
    stamp,
    kind: fields.kind,
    event: fields.event.trim(),
    systems: listOf(fields.systems),
    actors: listOf(fields.actor).map((name) => name.replace(/^@(?=.)/, '')),
    evidence: fields.evidence,
    ...(fields.value.trim() !== '' && { value: fields.value.trim() }),
  };
}

function listOf(text: string): readonly string[] {
  return [...new Set(text.split(',').map((item) => item.trim()))].filter((item) => item !== '');
}
