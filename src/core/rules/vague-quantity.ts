import type { Cue } from '../language/cue';
import type { Prose } from '../language/prose';
import { sentencePart } from '../language/sentence-part';
import { message } from '../model/message';
import { cueFindings } from './cue-findings';
import type { Fix, LanguageRule } from './rule';

/** Words in place of a number. Its lexicon is `core/language/lexicon/vague-quantity.ts`. */
export const vagueQuantity: LanguageRule = {
  id: 'vague-quantity',
  summary: 'A report gives a number with its unit and source, or says that it was not measured.',
  severity: 'hint',
  appliesTo: ['incident-report'],
  scope: 'prose',
  check: (prose, context) =>
    cueFindings(prose, context, {
      category: 'vague-quantity',
      message: (cue) => message('"{cue}" is no number. How many, how long, and from which source?', { cue }),
      fixes: notMeasured,
    }),
};

/** Further away the words would not be read as belonging to the quantity. */
const mostSigns = 160;

function notMeasured({ span }: Cue, { text, block, sentences }: Prose): readonly Fix[] {
  const sentence = sentences.find(({ start, end }) => start <= span.start && span.end <= end);
  if (sentence === undefined || sentence.end - span.end > mostSigns || block.kind === 'heading') return [];
  const cue = { start: span.start - sentence.start, end: span.end - sentence.start };
  const raw = block.text.slice(sentence.start, sentence.end);
  const at = sentence.start + sentencePart(raw, text.slice(sentence.start, sentence.end), cue).bodyEnd;
  const edits = [{ span: { start: at, end: at }, newText: ' (not measured)' }];
  return [{ kind: 'edit', title: message('Insert "(not measured)"'), edits }];
}
