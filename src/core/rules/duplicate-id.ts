import type { IncidentDocument } from '../kinds/incident-document';
import { lineAt } from '../markdown/places';
import type { Located } from '../model/incident';
import { message } from '../model/message';
import type { DocumentRule, Finding } from './rule';

export const duplicateId: DocumentRule = {
  id: 'duplicate-id',
  scope: 'document',
  summary: 'The id of an entry, a cause, a control or an action stands once.',
  severity: 'error',
  appliesTo: ['incident-report', 'postmortem'],
  *check(document) {
    const groups = groupById(idsOf(document));
    const taken = new Set(groups.keys());
    for (const [id, places] of groups) {
      const [first, ...others] = places;
      if (first === undefined || others.length === 0) continue;
      const line = lineAt(document.markdown, first.span.start) + 1;
      const candidates = freeIds(id, taken);
      for (const place of others) {
        const free = candidates.next().value ?? id;
        taken.add(free);
        yield findingOf(place, { first, line, times: places.length, free });
      }
    }
  },
};

function idsOf(document: IncidentDocument): readonly Located[] {
  if (document.kind === 'incident-report') return document.entries.flatMap(({ id }) => (id === undefined ? [] : [id]));
  const headings = [...document.causes, ...document.controls].map(({ id, idSpan }) => ({ text: id, span: idSpan }));
  return [...headings, ...document.actions.flatMap(({ id }) => (id === undefined ? [] : [id]))];
}

function groupById(ids: readonly Located[]): Map<string, Located[]> {
  const groups = new Map<string, Located[]>();
  for (const id of ids) {
    if (id.text === '') continue;
    const group = groups.get(id.text);
    if (group === undefined) groups.set(id.text, [id]);
    else group.push(id);
  }
  return groups;
}

function findingOf(
  { text, span }: Located,
  { first, line, times, free }: { first: Located; line: number; times: number; free: string },
): Finding {
  return {
    span,
    message: message('{id} stands {times} times; the first is in line {line}.', { id: text, times, line }),
    fixes: [{ kind: 'edit', title: message('Change to {id}', { id: free }), edits: [{ span, newText: free }] }],
    related: [{ span: first.span, message: message('{id} stands here first.', { id: text }) }],
  };
}

/** Ids that nothing has: a letter after the hour and minute of an entry, else the next number. */
function* freeIds(id: string, taken: ReadonlySet<string>): Generator<string, undefined> {
  const candidates = /^E\d{4}[a-z]?$/.test(id) ? lettered(id.slice(0, 5)) : numbered(id);
  for (const candidate of candidates) if (!taken.has(candidate)) yield candidate;
}

function* lettered(stem: string): Generator<string, undefined> {
  for (const letter of 'bcdefghijklmnopqrstuvwxyz') yield stem + letter;
  yield* numbered(`${stem}z`);
}

function* numbered(id: string): Generator<string, undefined> {
  const [, stem = id, number = '1'] = /^(.*?)(\d{1,9})$/.exec(id) ?? [];
  for (let next = Number(number) + 1; ; next++) yield `${stem}${next}`;
}
