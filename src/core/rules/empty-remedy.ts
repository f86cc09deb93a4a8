import { message } from '../model/message';
import { cueFindings } from './cue-findings';
import type { LanguageRule } from './rule';

/** Remedies without an end state. Its lexicon is `core/language/lexicon/empty-remedy.ts`. */
export const emptyRemedy: LanguageRule = {
  id: 'empty-remedy',
  summary: 'A remedy names what will be different, so that one can see whether it is done.',
  severity: 'warning',
  appliesTo: ['postmortem'],
  scope: 'prose',
  check: (prose, context) =>
    cueFindings(prose, context, {
      category: 'empty-remedy',
      message: (cue) => message('"{cue}" has no end state. What will be different, and how can one see it?', { cue }),
    }),
};
