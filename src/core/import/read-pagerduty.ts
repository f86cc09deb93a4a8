import { message } from '../model/message';
import { recordKey } from './content-key';
import { firstTextOf, isRecord, type JsonRecord, listAt, textAt, valueAt } from './json-value';
import { readMachineTime } from './read-instant';
import type { SourceItem, SourceRecord } from './source-record';

/** Log entries of an incident as PagerDuty's interface gives them, `{ "log_entries": […] }` or the list alone. */
export function* readPagerDuty(value: unknown, file: string): Iterable<SourceItem> {
  for (const [index, entry] of entriesOf(value).entries()) {
    const where = `${file}, log entry ${index + 1}`;
    yield isRecord(entry) ? readEntry(entry, where) : { where, skip: 'unreadable' };
  }
}

/** Whether parsed JSON holds log entries of PagerDuty. */
export function isPagerDuty(value: unknown): boolean {
  return entriesOf(value)
    .slice(0, 50)
    .some((entry) => /_log_entry(?:_reference)?$/.test(textAt(entry, 'type')));
}

function entriesOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : listAt(value, 'log_entries');
}

function readEntry(entry: JsonRecord, where: string): SourceItem {
  const stamp = readMachineTime(textAt(entry, 'created_at'));
  if (stamp === undefined) return { where, skip: 'no-time' };
  const type = textAt(entry, 'type').replace(/_log_entry(?:_reference)?$/, '');
  const agent = nameOf(valueAt(entry, 'agent'));
  const isPerson = /^user/.test(textAt(entry, 'agent', 'type'));
  const service = nameOf(valueAt(entry, 'service'));
  return {
    where,
    key: recordKey('pagerduty', textAt(entry, 'id') || `${textAt(entry, 'created_at')}/${type}`),
    stamp,
    text: wordsOf(entry, type),
    ...kindOf(type),
    ...(isPerson && agent !== '' && { actors: [agent] }),
    ...(service !== '' && { systems: [service] }),
    evidence: [textAt(entry, 'html_url') || textAt(entry, 'incident', 'html_url')],
  };
}

/** What the type of an entry says by itself; anything else goes by its words. */
const kinds: Readonly<Record<string, string>> = {
  trigger: 'alert',
  repeat_trigger: 'alert',
  exhaust_escalation_path: 'escalation',
  acknowledge: 'acknowledged',
  escalate: 'escalation',
  assign: 'escalation',
  notify: 'escalation',
  add_responder: 'escalation',
  responder_request: 'escalation',
  responder_accept: 'escalation',
  status_update: 'communication',
};

function kindOf(type: string): Pick<SourceRecord, 'kind' | 'guess'> {
  const kind = kinds[type];
  if (kind !== undefined) return { kind };
  // Closing a page is no proof that the service works, so it sets no milestone.
  if (type === 'resolve') return { guess: { kind: 'alert', why: message('PagerDuty closed the incident') } };
  return {};
}

function wordsOf(entry: JsonRecord, type: string): string {
  const summary = firstTextOf(entry, ['summary', 'message', 'note']);
  const note = firstTextOf(valueAt(entry, 'channel'), ['summary', 'content', 'subject', 'details']);
  const words = summary !== '' ? summary : type.replace(/_/g, ' ');
  return note === '' || words.includes(note) ? words : `${words.replace(/\.$/, '')}: ${note}`;
}

function nameOf(reference: unknown): string {
  return firstTextOf(reference, ['summary', 'name']);
}
