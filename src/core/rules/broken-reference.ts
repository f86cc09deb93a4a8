import type { IncidentDocument } from '../kinds/incident-document';
import { nearest } from '../kinds/near';
import { proseOf } from '../language/prose';
import type { DocumentKindId } from '../model/incident';
import { message } from '../model/message';
import type { Span } from '../model/text';
import type { DocumentRule, Finding } from './rule';
import { withinCover } from './within-cover';

export const brokenReference: DocumentRule = {
  id: 'broken-reference',
  scope: 'document',
  summary: 'An entry, a cause, a control or an action that is cited is there.',
  severity: 'warning',
  appliesTo: ['incident-report', 'postmortem'],
  *check(document) {
    const known = knownIds(document);
    const candidates = [...known].slice(0, 500);
    let count = 0;
    for (const reference of references(document)) {
      if (known.has(reference.id)) continue;
      count++;
      yield findingOf(document.kind, reference, nearId(reference.id, candidates, count));
    }
  },
};

interface Reference {
  readonly id: string;
  readonly span: Span;
}

function knownIds(document: IncidentDocument): ReadonlySet<string> {
  const ids =
    document.kind === 'incident-report'
      ? document.entries.map(({ id }) => id?.text ?? '')
      : [
          ...[...document.causes, ...document.controls].map(({ id }) => id),
          ...document.actions.map(({ id }) => id?.text ?? ''),
        ];
  return new Set(ids.filter((id) => id !== ''));
}

/** In a report entries are cited, in a postmortem its own causes, controls and actions; entries lie elsewhere then. */
function* references(document: IncidentDocument): Iterable<Reference> {
  yield* citations(document, document.kind === 'incident-report' ? /^E/ : /^[CKA]/);
  if (document.kind === 'incident-report') {
    for (const { stamp, time } of document.entries)
      if (stamp?.kind === 'after' || stamp?.kind === 'before')
        yield { id: stamp.entry, span: endOf(time.span, stamp.entry) };
    return;
  }
  for (const { actions } of [...document.causes, ...document.controls])
    for (const { text, span } of actions) if (/^A\d+$/.test(text)) yield { id: text, span };
}

const citation = /\[([ECKA]\d{1,6}[a-z]?(?:\s*[,;]\s*[ECKA]\d{1,6}[a-z]?){0,20})\](?![(:[])/g;

function* citations({ markdown }: IncidentDocument, wanted: RegExp): Iterable<Reference> {
  for (const [index, block] of markdown.blocks.entries()) {
    const found = [...block.text.matchAll(citation)];
    const prose = found.length === 0 ? undefined : proseOf(block);
    if (prose === undefined) continue;
    const isWithinCover = withinCover(prose);
    const start = markdown.starts[index] ?? 0;
    for (const match of found) {
      if (isWithinCover(match.index)) continue;
      for (const { 0: id, index: offset } of match[0].matchAll(/[ECKA]\d+[a-z]?/g)) {
        const at = start + match.index + offset;
        if (wanted.test(id)) yield { id, span: { start: at, end: at + id.length } };
      }
    }
  }
}

function endOf(span: Span, id: string): Span {
  return { start: Math.max(span.start, span.end - id.length), end: span.end };
}

/** Looking for a near id takes time, and ids of two or three signs are all near to each other. */
function nearId(id: string, candidates: readonly string[], count: number): string | undefined {
  return id.length < 4 || count > 20 ? undefined : nearest(id, candidates);
}

function findingOf(kind: DocumentKindId, { id, span }: Reference, near: string | undefined): Finding {
  if (kind === 'postmortem') return { span, message: message('{id} is not in this postmortem.', { id }) };
  if (near === undefined) return { span, message: message('{id} is not in this report.', { id }) };
  return {
    span,
    message: message('{id} is not in this report. Near it: {near}.', { id, near }),
    fixes: [{ kind: 'edit', title: message('Change to {near}', { near }), edits: [{ span, newText: near }] }],
  };
}
