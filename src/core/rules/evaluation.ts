import type { Cue } from '../language/cue';
import type { Prose } from '../language/prose';
import { message } from '../model/message';
import { cueFindings } from './cue-findings';
import type { Fix, LanguageRule } from './rule';

/** Judgements. Its lexicon is `core/language/lexicon/evaluation.ts`. */
export const evaluation: LanguageRule = {
  id: 'evaluation',
  summary: 'A report gives numbers and acts; what they are worth is judged in the postmortem.',
  severity: 'warning',
  appliesTo: ['incident-report'],
  scope: 'prose',
  check: (prose, context) =>
    cueFindings(prose, context, {
      category: 'evaluation',
      message: (cue) => message('"{cue}" is a judgement. Is there a number?', { cue }),
      fixes: measure,
    }),
};

const speed = /^(?:[a-z]+ )?(?:fast|quick|slow|swift|prompt|sluggish|speedy)$/i;
const verbBefore = /(?<=\w )w(?:as|ere) $/;
/** The judgement ends the clause. */
const clauseEnd = /^(?:[.,;!)]|\s*$|\s*\uE000)/;

/** `The rollback was slow.` becomes `The rollback took ⟨time⟩.`; elsewhere the measure would not fit into the sentence. */
function measure({ span }: Cue, { text, block, sentences }: Prose): readonly Fix[] {
  const sentence = sentences.find(({ start, end }) => start <= span.start && span.end <= end);
  if (sentence === undefined || block.kind === 'heading' || !speed.test(text.slice(span.start, span.end))) return [];
  const verb = verbBefore.exec(text.slice(Math.max(sentence.start, span.start - 20), span.start))?.[0];
  if (verb === undefined || !clauseEnd.test(text.slice(span.end, Math.min(sentence.end, span.end + 2)))) return [];
  const edits = [{ span: { start: span.start - verb.length, end: span.end }, newText: 'took ⟨time⟩' }];
  return [{ kind: 'edit', title: message('Replace with a measure'), edits }];
}
