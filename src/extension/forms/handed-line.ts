import { formatStamp } from '../../core/model/read-stamp';
import { type LogLineContext, parseLogLine } from '../../core/operations/parse-log-line';
import { type EntryFields, freshFields } from '../../protocol/timeline-entry';

/** The fields that a line of *Log to Timeline* comes to; nothing for an empty one. What is not read stays in the event. */
export function fieldsOfLine(line: string, context: LogLineContext): EntryFields | undefined {
  const written = line.trim();
  if (written === '') return undefined;
  const tag = written.lastIndexOf('#');
  const fields = readFields(written, context);
  if (fields !== undefined) return fields;
  // A kind that is still being typed is no reason to give up the rest.
  const upToTag = tag < 0 ? undefined : readFields(written.slice(0, tag), context);
  if (upToTag === undefined) return { ...freshFields, event: written, anchor: context.now };
  return { ...upToTag, event: `${upToTag.event} ${written.slice(tag)}` };
}

/** Text that stands in the form already stays; what was typed elsewhere follows it. */
export function handedOver(standing: EntryFields, handed: EntryFields): EntryFields {
  if (standing.event.trim() === '') return handed;
  return {
    ...standing,
    event: `${standing.event.trimEnd()} ${handed.event}`,
    evidence: [...new Set([...standing.evidence, ...handed.evidence])].slice(0, 50),
  };
}

function readFields(line: string, context: LogLineContext): EntryFields | undefined {
  const read = parseLogLine(line, context);
  if ('problem' in read) return undefined;
  const { stamp, kind, value, event, systems, actors, evidence } = read.draft;
  return {
    ...freshFields,
    time: formatStamp(stamp),
    kind,
    value: value ?? '',
    event,
    systems: systems.join(', '),
    actor: actors.join(', '),
    evidence: evidence.slice(0, 50),
    anchor: context.now,
  };
}
