import { unescapeCell } from '../kinds/cell-text';
import type { IncidentDocument } from '../kinds/incident-document';
import { type Prose, proseOf } from '../language/prose';
import { timeLabelEnd } from '../language/time-label';
import { blockAt } from '../markdown/places';
import type { Span, TextEdit } from '../model/text';

/** The sentence of a document in which something was found. */
export interface SentencePlace {
  readonly prose: Prose;
  /** Offset of the block; the spans here count from it. */
  readonly start: number;
  /** Of an entry in a list without the time, the names and the kind before its words. */
  readonly sentence: Span;
  /** The cell, or the words of an entry in a list, that would be hollow without a sentence. */
  readonly stretch?: Span;
}

export function sentenceAt(document: IncidentDocument, offset: number): SentencePlace | undefined {
  const { markdown } = document;
  const index = blockAt(markdown, offset);
  const block = markdown.blocks[index];
  const prose = block === undefined || block.kind === 'heading' ? undefined : proseOf(block);
  const start = markdown.starts[index] ?? 0;
  const at = offset - start;
  const sentence = prose?.sentences.find((one) => one.start <= at && at < one.end);
  if (prose === undefined || sentence === undefined) return undefined;
  const cell = prose.block.cells?.find((one) => one.start <= at && at < one.end);
  const event = cell === undefined ? eventAt(document, offset) : undefined;
  const stretch = cell ?? (event && { start: event.start - start, end: event.end - start });
  if (stretch === undefined) return { prose, start, sentence };
  return { prose, start, stretch, sentence: { start: Math.max(sentence.start, stretch.start), end: sentence.end } };
}

/** The words of an entry in a list, where the offset stands in them. */
function eventAt(document: IncidentDocument, offset: number): Span | undefined {
  if (document.kind !== 'incident-report') return undefined;
  const entry = document.entries.find(({ source, event: { span } }) => {
    return source === 'list-item' && span.start <= offset && offset < span.end;
  });
  return entry?.event.span;
}

/** The sentence as Markdown on one line, without the escapes of a table. */
export function sentenceText({ prose: { block }, sentence }: SentencePlace): string {
  const written = block.text.slice(sentence.start, sentence.end);
  return (block.kind === 'table-row' ? unescapeCell(written) : written).replace(/\s+/g, ' ').trim();
}

/** Takes the sentence out, with its paragraph or list item where it is the only one; an entry or a time asks for what was seen. */
export function removeSentence({ markdown: { text } }: IncidentDocument, place: SentencePlace): TextEdit {
  const { prose, start, sentence, stretch } = place;
  const { block } = prose;
  const first = stretch?.start ?? block.contentStart;
  const last = stretch?.end ?? block.contentEnd;
  const label = timeLabelEnd(block.text, first, last);
  const from = label <= sentence.start ? label : first;
  const before = block.text.slice(from, sentence.start).replace(/^\[[ xX]\]/, '');
  const isAlone = before.trim() === '' && block.text.slice(sentence.end, last).trim() === '';
  if (isAlone && (stretch !== undefined || from > first)) return edit(start, sentence, '⟨what was seen⟩');
  if (isAlone) return edit(0, withGap(text, { start, end: start + block.text.length }), '');
  const isFirst = !prose.sentences.some((other) => other.start >= first && other.end <= sentence.start);
  return edit(start, withBlanks(block.text, { sentence, first, last, isFirst }), '');
}

function edit(by: number, { start, end }: Span, newText: string): TextEdit {
  return { span: { start: by + start, end: by + end }, newText };
}

/** A sentence that goes takes the blank on one side along. */
function withBlanks(
  text: string,
  options: { readonly sentence: Span; readonly first: number; readonly last: number; readonly isFirst: boolean },
): Span {
  const { first, last, isFirst } = options;
  let { start, end } = options.sentence;
  if (isFirst) while (end < last && /\s/.test(text.charAt(end))) end++;
  else while (start > first && /\s/.test(text.charAt(start - 1))) start--;
  return { start, end };
}

/** Between two blank lines one of them goes too. */
function withGap(text: string, { start, end }: Span): Span {
  const isAfterBlank = /(?:^|\n)[ \t]*\r?\n$/.test(text.slice(Math.max(0, start - 200), start));
  const blank = isAfterBlank ? /^[ \t]*\r?\n/.exec(text.slice(end, end + 200)) : null;
  return { start, end: end + (blank?.[0].length ?? 0) };
}
