import type { IncidentDocument } from '../kinds/incident-document';
import { nearest } from '../kinds/near';
import { proseOf } from '../language/prose';
import { createBlockCache } from '../markdown/block-cache';
import type { Block } from '../markdown/markdown-document';
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
    let known: ReadonlySet<string> | undefined;
    let count = 0;
    for (const reference of references(document)) {
      known ??= knownIds(document);
      if (known.has(reference.id)) continue;
      count++;
      yield findingOf(document.kind, reference, nearId(reference.id, known, count));
    }
  },
};

export interface Reference {
  readonly id: string;
  readonly span: Span;
}

function knownIds(document: IncidentDocument): ReadonlySet<string> {
  const ids =
    document.kind === 'incident-report'
      ? document.entryFacts.ids()
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
    if (!document.entryFacts.hasBounds) return;
    for (const { stamp, time } of document.entries)
      if (stamp?.kind === 'after' || stamp?.kind === 'before')
        yield { id: stamp.entry, span: endOf(time.span, stamp.entry) };
    return;
  }
  for (const { actions } of [...document.causes, ...document.controls])
    for (const { text, span } of actions) if (/^A\d+$/.test(text)) yield { id: text, span };
}

const citation = /\[([ECKA]\d{1,6}[a-z]?(?:\s*[,;]\s*[ECKA]\d{1,6}[a-z]?){0,20})\](?![(:[])/g;

/** Whether a citation may begin in a block; where it ends is asked of the whole text. */
const beginning = /\[[ECKA]\d/;
const beginningsOf = createBlockCache(({ text }) => beginning.test(text), {
  mayHold: (text) => beginning.test(text),
  otherwise: false,
});

/** Only blocks that hold a citation are looked at closely. */
export function* citations({ markdown }: IncidentDocument, wanted: RegExp): Iterable<Reference> {
  const { text, blocks, starts } = markdown;
  const beginnings = beginningsOf(markdown);
  for (let block = beginnings.indexOf(true); block >= 0; block = beginnings.indexOf(true, block + 1)) {
    const start = starts[block] ?? 0;
    const end = start + (blocks[block]?.text.length ?? 0);
    let isCovered: ((offset: number) => boolean) | undefined;
    citation.lastIndex = start;
    for (let match = citation.exec(text); match !== null && match.index < end; match = citation.exec(text)) {
      isCovered ??= coverOf(blocks[block]);
      if (isCovered(match.index - start)) continue;
      for (const { 0: id, index: offset } of match[0].matchAll(/[ECKA]\d+[a-z]?/g)) {
        const at = match.index + offset;
        if (wanted.test(id)) yield { id, span: { start: at, end: at + id.length } };
      }
    }
  }
}

/** Blocks without prose are covered whole. */
function coverOf(block: Block | undefined): (offset: number) => boolean {
  const prose = block === undefined ? undefined : proseOf(block);
  return prose === undefined ? () => true : withinCover(prose);
}

function endOf(span: Span, id: string): Span {
  return { start: Math.max(span.start, span.end - id.length), end: span.end };
}

/** Looking for a near id takes time, and ids of two or three signs are all near to each other. */
function nearId(id: string, known: ReadonlySet<string>, count: number): string | undefined {
  return id.length < 4 || count > 20 ? undefined : nearest(id, [...known].slice(0, 500));
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
