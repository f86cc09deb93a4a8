import { incidentStatuses, type Located } from '../model/incident';
import { instantOf, type Stamp } from '../model/stamp';
import type { Span } from '../model/text';
import { plainName, splitItems, trimSpan } from './cell-text';
import { readKind } from './read-entry';

/** What an item of a list says of itself beside its time and text, as {@link readItemWords} finds it. */
export interface ItemWords {
  readonly id?: Located;
  readonly kind?: Located;
  readonly kindName: string;
  readonly kindValue?: string;
  readonly event: Located;
  readonly systems: readonly string[];
  readonly actors: readonly string[];
  readonly evidence: readonly string[];
}

/** What stands before the evidence of an item that carries its id. */
export const evidenceWords = ' Evidence: ';

/**
 * Reads `[E1430, checkout-api, @alice] mitigated: text Evidence: link`, of which all but the text may be missing.
 * Without the brackets only a kind is looked for, and one with a value only where the value is one.
 */
export function readItemWords(
  text: string,
  rest: Span,
  { kinds, stamp }: { readonly kinds: ReadonlySet<string>; readonly stamp: Stamp | undefined },
): ItemWords {
  const tags = readTags(text, rest);
  if (tags === undefined) return untaggedWords(text, rest, readLead(text, rest, kinds));
  const afterTags = trimSpan(text, { start: tags.end, end: rest.end });
  const tagged = readLead(text, afterTags, kinds);
  // A bare citation at the start of a text is no id; one of this minute, or before a kind, is.
  const isOwn = tags.names.length > 0 || tagged !== undefined || isIdOf(tags.id.text, stamp ?? unread);
  if (!isOwn) return untaggedWords(text, rest, readLead(text, rest, kinds));
  const { event, evidence } = splitEvidence(text, tagged?.rest ?? afterTags);
  return {
    id: tags.id,
    ...wordsOf(text, event, tagged && { ...tagged, rest: event }, withBreaks),
    systems: tags.names.filter((name) => !name.startsWith('@')).map(plainName),
    actors: tags.names.filter((name) => name.startsWith('@')).map(plainName),
    evidence,
  };
}

function untaggedWords(text: string, rest: Span, lead: Lead | undefined): ItemWords {
  const evidence = linksIn(text, rest);
  if (lead !== undefined && isPlainly(lead)) {
    return { ...wordsOf(text, rest, lead), systems: [], actors: [], evidence };
  }
  return { kindName: '', event: { text: oneLine(text, rest), span: rest }, systems: [], actors: [], evidence };
}

/** `E` with what an id of this time begins with: hour and minute in UTC, or the digits of the entry that bounds it. */
export function entryIdBase(stamp: Stamp): string | undefined {
  const at = instantOf(stamp);
  if (at !== undefined) return `E${new Date(at).toISOString().slice(11, 16).replace(':', '')}`;
  if (stamp.kind === 'after' || stamp.kind === 'before') return /^E\d+/i.exec(stamp.entry)?.[0].toUpperCase();
  return undefined;
}

interface Tags {
  readonly id: Located;
  /** Systems, and actors with their `@`. */
  readonly names: readonly string[];
  readonly end: number;
}

const unread: Stamp = { kind: 'unknown' };
const longestTags = 400;
const idPattern = /^[A-Z]\d+[a-z]*$/i;

/** Brackets at the start whose first item is the id of an entry; several ids are citations, one with an address a link. */
function readTags(text: string, { start, end }: Span): Tags | undefined {
  if (text.charAt(start) !== '[') return undefined;
  const match = /^\[(E\d+[a-z]*)((?:, [^[\],]+)*)\](?=\s)/i.exec(text.slice(start, Math.min(end, start + longestTags)));
  const [whole = '', id = '', list = ''] = match ?? [];
  const names = list.split(', ').slice(1);
  if (match === null || names.some((name) => idPattern.test(name.trim()))) return undefined;
  return { id: { text: id, span: { start: start + 1, end: start + 1 + id.length } }, names, end: start + whole.length };
}

function isIdOf(id: string, stamp: Stamp): boolean {
  const base = entryIdBase(stamp);
  if (base === undefined) return stamp.kind === 'unknown' && /^E\d{1,3}$/i.test(id);
  return id.toUpperCase().startsWith(base) && /^[a-z]*$/i.test(id.slice(base.length));
}

interface Lead {
  readonly kind: Located;
  readonly kindName: string;
  readonly kindValue?: string;
  readonly rest: Span;
}

const leadPattern = /^(\p{L}[^:[\](){}<>|\r\n]{0,79}?)[*_`]*:[*_`]*(?=\s)/u;

/** A known kind and a colon, at the start. */
function readLead(text: string, { start, end }: Span, kinds: ReadonlySet<string>): Lead | undefined {
  // Asked first, as the colons of most items stand within a time.
  const colon = text.indexOf(':', start);
  if (colon < 0 || colon - start > 99 || !/[\s*_`]/.test(text.charAt(colon + 1))) return undefined;
  const match = leadPattern.exec(text.slice(start, Math.min(end, start + 100)));
  const [whole = '', name = ''] = match ?? [];
  if (match === null) return undefined;
  const read = readKind(name, kinds);
  if (!kinds.has(read.kindName)) return undefined;
  return {
    kind: { text: name, span: { start, end: start + name.length } },
    ...read,
    rest: trimSpan(text, { start: start + whole.length, end }),
  };
}

/** Keeps `Status page: updated` and `Status: 503` a text. */
function isPlainly({ kindName, kindValue = '' }: Lead): boolean {
  switch (kindName) {
    case 'status':
      return incidentStatuses.some((status) => status === kindValue.toLowerCase());
    case 'severity':
      return /^[a-z]{1,8}[ -]?\d$/i.test(kindValue);
    case 'role':
      return /^\S+(?: \S+){1,2}$/.test(kindValue);
    default:
      return true;
  }
}

function wordsOf(
  text: string,
  whole: Span,
  lead: Lead | undefined,
  undo = (written: string) => written,
): Pick<ItemWords, 'kind' | 'kindName' | 'kindValue' | 'event'> {
  const span = lead?.rest ?? whole;
  const words = undo(oneLine(text, span));
  const event = { text: words, span };
  if (lead === undefined) return { kindName: '', event };
  const { kind, kindName, kindValue } = lead;
  return { kind, kindName, ...(kindValue !== undefined && { kindValue }), event };
}

function oneLine(text: string, { start, end }: Span): string {
  const written = text.slice(start, end);
  return /[\r\n]/.test(written) ? written.replace(/\s*(?:\r\n|\r|\n)\s*/g, ' ') : written;
}

/** Items are written on one line. */
function withBreaks(written: string): string {
  return written.replace(/\s*<br\s*\/?>\s*/gi, '\n');
}

function splitEvidence(text: string, span: Span): { readonly event: Span; readonly evidence: readonly string[] } {
  const at = text.slice(span.start, span.end).lastIndexOf(evidenceWords);
  if (at < 0) return { event: span, evidence: linksIn(text, span) };
  const written = { start: span.start + at + evidenceWords.length, end: span.end };
  return {
    event: trimSpan(text, { start: span.start, end: span.start + at }),
    evidence: splitItems(text, written).map((item) => item.text),
  };
}

function linksIn(text: string, span: Span): readonly string[] {
  const first = text.indexOf('](', span.start);
  if (first < 0 || first >= span.end) return [];
  return splitItems(text, span)
    .flatMap(({ text: part }) => part.match(/\[[^\]]*\]\([^)\s]+\)/g) ?? [])
    .slice(0, 20);
}
