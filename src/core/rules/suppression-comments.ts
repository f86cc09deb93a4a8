import { createBlockCache } from '../markdown/block-cache';
import type { MarkdownDocument } from '../markdown/markdown-document';
import { blockAt } from '../markdown/places';
import type { Span } from '../model/text';

export type Extent = 'line' | 'next-line' | 'from-here' | 'end';

/** A comment that switches rules off or on again. */
export interface SuppressionComment {
  readonly extent: Extent;
  /** Empty: all rules. */
  readonly rules: readonly NamedRule[];
  /** The whole comment with its signs. */
  readonly span: Span;
}

export interface NamedRule {
  readonly name: string;
  readonly span: Span;
  /** Its neighbours in the list. */
  readonly previousEnd?: number;
  readonly nextStart?: number;
}

const word = 'incident-docs-';
const extents: readonly (readonly [name: string, extent: Extent])[] = [
  ['disable-next-line', 'next-line'],
  ['disable-line', 'line'],
  ['disable', 'from-here'],
  ['enable', 'end'],
];

/** Whether a block holds the word; it lies in one block, as no line ends in it. */
const wordsOf = createBlockCache((block) => block.text.includes(word), {
  mayHold: (text) => text.includes(word),
  otherwise: false,
});

/** The suppression comments of a document in order. */
export function readSuppressionComments(document: MarkdownDocument): readonly SuppressionComment[] {
  if (!wordsOf(document).includes(true)) return [];
  const { text } = document;
  const comments: SuppressionComment[] = [];
  let at = text.indexOf(word);
  while (at >= 0) {
    const start = openingBefore(text, at, document);
    const end = start === undefined ? undefined : closingAfter(text, start, at);
    // No comment ends after this place, so none can begin.
    if (end === -1) break;
    if (start !== undefined && end !== undefined) {
      const from = at + word.length;
      const read = readContent(text.slice(from, end), from);
      const sign = text[start] === '<' ? '-->'.length : 0;
      if (read !== undefined) comments.push({ ...read, span: { start, end: end + sign } });
    }
    at = text.indexOf(word, end ?? at + word.length);
  }
  return comments;
}

/** Start of the comment sign before `at`: `<!--`, in front matter `#`. Code holds no comments. */
function openingBefore(text: string, at: number, document: MarkdownDocument): number | undefined {
  const kind = document.blocks[blockAt(document, at)]?.kind;
  if (kind === 'code') return undefined;
  const blanks = kind === 'front-matter' ? ' \t' : ' \t\r\n';
  let before = at;
  while (before > 0 && blanks.includes(text.charAt(before - 1))) before--;
  if (kind === 'front-matter') return text[before - 1] === '#' ? before - 1 : undefined;
  return text.startsWith('<!--', before - 4) ? before - 4 : undefined;
}

function closingAfter(text: string, start: number, at: number): number {
  if (text[start] === '<') return text.indexOf('-->', at);
  const end = text.slice(at, at + 2000).search(/[\r\n]/);
  return end < 0 ? Math.min(text.length, at + 2000) : at + end;
}

function readContent(content: string, from: number): Pick<SuppressionComment, 'extent' | 'rules'> | undefined {
  const known = extents.find(([name]) => content.startsWith(name) && !/^[\w-]/.test(content.slice(name.length)));
  if (known === undefined) return undefined;
  const [{ length }, extent] = known;
  const colon = content.indexOf(':');
  const list = content.slice(length, colon < 0 ? undefined : colon);
  const spans = [...list.matchAll(/[^\s,]+/g)].map(({ 0: name, index }) => {
    const start = from + length + index;
    return { name, span: { start, end: start + name.length } };
  });
  const rules = spans.map((one, index) => {
    const previousEnd = spans[index - 1]?.span.end;
    const nextStart = spans[index + 1]?.span.start;
    return {
      ...one,
      ...(previousEnd !== undefined && { previousEnd }),
      ...(nextStart !== undefined && { nextStart }),
    };
  });
  return { extent, rules };
}
