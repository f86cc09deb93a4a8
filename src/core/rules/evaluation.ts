import { message } from '../model/message';
import { cueFindings } from './cue-findings';
import { measureFix } from './measure-fix';
import type { LanguageRule } from './rule';

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
      fixes: (cue) => (context.language === 'en' ? measureFix(cue, prose) : []),
    }),
};
