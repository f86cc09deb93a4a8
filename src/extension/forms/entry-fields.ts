import { formatStamp } from '../../core/model/read-stamp';
import type { Stamp } from '../../core/model/stamp';
import type { TimelineEntry } from '../../core/model/timeline-entry';
import type { EntryDraft } from '../../core/operations/entry-draft';
import { draftOfEntry } from '../../core/operations/entry-reference';
import { type EntryFields, freshFields, parseFields } from '../../protocol/timeline-entry';

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

/** What the form shows of an entry that is edited; nothing for one that is larger than the form. */
export function fieldsOf(entry: TimelineEntry): EntryFields | undefined {
  const { kind, value = '', event, systems, actors, evidence } = draftOfEntry(entry);
  return parseFields({
    ...freshFields,
    ...timeFields(entry),
    kind,
    value,
    event,
    systems: systems.join(', '),
    actor: actors.join(', '),
    evidence,
  });
}

function timeFields({ stamp, time }: TimelineEntry): Pick<EntryFields, 'time' | 'precision' | 'until' | 'bound'> {
  const none = { until: '', bound: '' };
  if (stamp === undefined) return { ...none, time: time.text, precision: 'exact' };
  switch (stamp.kind) {
    case 'exact':
      return { ...none, time: formatStamp(stamp), precision: 'exact' };
    case 'about':
      return { ...none, time: formatStamp({ ...stamp, kind: 'exact' }), precision: 'about' };
    case 'range': {
      const [from = '', until = ''] = formatStamp(stamp).split('/');
      return { bound: '', time: from, until, precision: 'range' };
    }
    case 'unknown':
      return { ...none, time: '', precision: 'unknown' };
    default:
      return {
        ...none,
        time: '',
        bound: stamp.entry,
        precision: stamp.kind === 'after' ? 'after entry' : 'before entry',
      };
  }
}
