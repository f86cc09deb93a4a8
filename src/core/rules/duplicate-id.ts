import type { IncidentDocument } from '../kinds/incident-document';
import { lineAt } from '../markdown/places';
import type { Located } from '../model/incident';
import { message } from '../model/message';
import { doubtfulCitations, repeatedIn } from './doubtful-citations';
import type { DocumentRule, Finding } from './rule';

export const duplicateId: DocumentRule = {
  id: 'duplicate-id',
  scope: 'document',
  summary: 'The id of an entry, a cause, a control or an action stands once.',
  severity: 'error',
  appliesTo: ['incident-report', 'postmortem'],
  *check(document, { reports = [] }) {
    if (document.kind === 'postmortem') yield* doubtfulCitations(document, repeatedIn(reports));
    if (!hasRepeat(document)) return;
    const firsts = new Map<string, Located>();
    const repeats = new Map<Located, Located[]>();
    for (const id of idsOf(document)) {
      const first = firsts.get(id.text);
      if (first === undefined) firsts.set(id.text, id);
      else if (id.text !== '') pushTo(repeats, first, id);
    }
    const taken = new Set(firsts.keys());
    for (const [first, others] of repeats) {
      const line = lineAt(document.markdown, first.span.start) + 1;
      const candidates = freeIds(first.text, taken);
      for (const place of others) {
        const free = candidates.next().value ?? first.text;
        taken.add(free);
        yield findingOf(place, { first, line, times: others.length + 1, free });
      }
    }
    if (document.kind === 'postmortem') return;
    const times = [...repeats].map(([{ text }, others]) => [text, others.length + 1] as const);
    yield* doubtfulCitations(document, new Map(times));
  },
};

/** Cheap to ask; hardly any document has one. */
function hasRepeat(document: IncidentDocument): boolean {
  if (document.kind === 'incident-report') return mayRepeat(document.entryFacts.idHashes);
  const ids = [...idsOf(document)].map(({ text }) => text).filter((text) => text !== '');
  return new Set(ids).size < ids.length;
}

/** Whether a number stands twice; numbers are not 0. A table of its own is several times as fast as a set. */
function mayRepeat(numbers: readonly number[]): boolean {
  const size = 1 << (33 - Math.clz32(numbers.length));
  const table = new Int32Array(size);
  for (const number of numbers) {
    let slot = (number ^ (number >>> 15)) & (size - 1);
    while (table[slot] !== 0) {
      if (table[slot] === number) return true;
      slot = (slot + 1) & (size - 1);
    }
    table[slot] = number;
  }
  return false;
}

function* idsOf(document: IncidentDocument): Iterable<Located> {
  if (document.kind === 'incident-report') {
    for (const { id } of document.entries) if (id !== undefined) yield id;
    return;
  }
  for (const { id, idSpan } of document.causes) yield { text: id, span: idSpan };
  for (const { id, idSpan } of document.controls) yield { text: id, span: idSpan };
  for (const { id } of document.actions) if (id !== undefined) yield id;
}

function pushTo(repeats: Map<Located, Located[]>, first: Located, id: Located): void {
  const others = repeats.get(first);
  if (others === undefined) repeats.set(first, [id]);
  else others.push(id);
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
