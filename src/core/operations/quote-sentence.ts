import { OperationError } from '../errors';
import type { ReportDocument } from '../kinds/incident-document';
import { quoted } from '../language/quotation';
import { sentencePart } from '../language/sentence-part';
import { message } from '../model/message';
import { formatStamp } from '../model/read-stamp';
import type { Stamp } from '../model/stamp';
import type { Span, TextEdit } from '../model/text';
import { type SentencePlace, sentenceAt } from './sentence-place';

export interface Speaker {
  /** As it is to be written. */
  readonly name: string;
  /** When it was said; nothing where the entry tells it or nobody knows. */
  readonly stamp?: Stamp;
}

/**
 * Puts the sentence at a finding in quotation marks behind who said it and when. The words stay as they are; what
 * closes the sentence and its citations stand behind the quotation.
 */
export function quoteSentence(report: ReportDocument, span: Span, speaker: Speaker): readonly TextEdit[] {
  const place = sentenceAt(report, span.start);
  const name = speakerName(speaker.name);
  if (place === undefined)
    throw new OperationError('not-found', message('There is no sentence here that could be quoted.'));
  const { start, sentence } = place;
  const { text } = place.prose.block;
  const { bodyEnd, tail } = partOf(place, span);
  const words = quoted(text.slice(sentence.start, sentence.start + bodyEnd));
  const inCell = place.prose.block.cells === undefined ? name : name.replaceAll('|', '\\|');
  const when = speaker.stamp === undefined || speaker.stamp.kind === 'unknown' ? '' : `, ${formatStamp(speaker.stamp)}`;
  return [
    {
      span: { start: start + sentence.start, end: start + sentence.end },
      newText: `${inCell}${when}: ${words}${tail}`,
    },
  ];
}

function partOf({ prose, start, sentence }: SentencePlace, span: Span) {
  const within = { start: span.start - start - sentence.start, end: span.end - start - sentence.start };
  const raw = prose.block.text.slice(sentence.start, sentence.end);
  return sentencePart(raw, prose.text.slice(sentence.start, sentence.end), within);
}

/** Without what would open a quotation, a link or a comment of its own; empty where nothing is left. */
export function speakerName(typed: string): string {
  return typed
    .replace(/["“”„<>`\p{Cc}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/[\s:]+$/, '')
    .trim();
}

/** Where a sentence stands in an entry, the entry tells when it was said; `actors` may have said it. */
export function entryAround({ entries }: ReportDocument, offset: number) {
  return entries.find(({ span }) => span.start <= offset && offset < span.end);
}
