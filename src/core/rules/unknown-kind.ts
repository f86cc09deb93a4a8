import { nearest } from '../kinds/near';
import { kindNames } from '../kinds/read-entry';
import { message } from '../model/message';
import type { TimelineEntry } from '../model/timeline-entry';
import type { DocumentRule, Finding } from './rule';

export const unknownKind: DocumentRule = {
  id: 'unknown-kind',
  scope: 'document',
  summary: 'The kind of an entry is a built-in one or one of the team.',
  severity: 'warning',
  appliesTo: ['incident-report'],
  whileOpen: 'information',
  *check(document, { conventions }) {
    if (document.kind !== 'incident-report' || !document.entryFacts.hasUnknownKind) return;
    const known = kindNames(conventions);
    const unknown = new Map<string, TimelineEntry[]>();
    for (const entry of document.entries) {
      if (entry.kind === undefined || entry.kindName === '' || known.has(entry.kindName)) continue;
      const others = unknown.get(entry.kindName);
      if (others === undefined) unknown.set(entry.kindName, [entry]);
      else others.push(entry);
    }
    for (const [name, entries] of unknown) {
      const near = meant.get(name) ?? nearest(name, [...known]);
      if (entries.length > mostAlike) yield findingOf(name, entries, near);
      else for (const entry of entries) yield findingOf(name, [entry], near);
    }
  },
};

const mostAlike = 3;

/** Words of other tools and templates for what has a name here. */
const meant: ReadonlyMap<string, string> = new Map([
  ['deploy', 'change'],
  ['deployment', 'change'],
  ['release', 'change'],
  ['config', 'change'],
  ['detection', 'detected'],
  ['page', 'escalation'],
  ['handover', 'escalation'],
  ['diagnosis', 'check'],
  ['investigation', 'check'],
  ['fix', 'action'],
  ['repair', 'action'],
  ['rollback', 'action'],
  ['mitigation', 'mitigated'],
  ['recovered', 'resolved'],
  ['resolution', 'resolved'],
  ['update', 'communication'],
  ['message', 'communication'],
  ['todo', 'task'],
  ['comment', 'note'],
  ['observation', 'symptom'],
]);

/** One for a kind that stands in many rows; the fix changes them all. */
function findingOf(name: string, entries: readonly TimelineEntry[], near: string | undefined): Finding {
  const spans = entries.flatMap(({ kind }) => kind?.span ?? []);
  const values = { name, near: near ?? '', count: entries.length };
  const template = [
    entries.length === 1 ? '"{name}" is not a kind here.' : '"{name}" is not a kind here; {count} entries have it.',
    ...(near === undefined ? [] : ['Near it: {near}.']),
  ].join(' ');
  return {
    span: spans[0] ?? { start: 0, end: 0 },
    message: message(template, values),
    fixes: [
      ...(near === undefined
        ? []
        : [
            {
              kind: 'edit' as const,
              title: message('Change to {near}', { near }),
              edits: spans.map((span) => ({ span, newText: near })),
            },
          ]),
      {
        kind: 'add-to-conventions',
        title: message('Add "{name}" to {file}', { name, file: '.incidents.yml' }),
        key: 'entryKinds',
        name,
      },
    ],
  };
}
