import { message } from '../model/message';
import { cueFindings } from './cue-findings';
import type { LanguageRule } from './rule';

/** One cause told as the only one. Its lexicon is `core/language/lexicon/single-cause.ts`. */
export const singleCause: LanguageRule = {
  id: 'single-cause',
  summary: 'An incident takes several conditions at once; one cause told as the only one hides the others.',
  severity: 'hint',
  appliesTo: ['postmortem'],
  scope: 'prose',
  check: (prose, context) =>
    cueFindings(prose, context, {
      category: 'single-cause',
      message: (cue) =>
        message('"{cue}" names one cause. What else had to be so, or why is there nothing else?', { cue }),
    }),
};
