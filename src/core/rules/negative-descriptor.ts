import { message } from '../model/message';
import { cueFindings } from './cue-findings';
import type { LanguageRule } from './rule';

/** Words that judge a practice or a part. Its lexicon is `core/language/lexicon/negative-descriptor.ts`. */
export const negativeDescriptor: LanguageRule = {
  id: 'negative-descriptor',
  summary: 'A judgement says that something was not good enough; the condition says what it was, and can be changed.',
  severity: 'warning',
  appliesTo: ['postmortem'],
  scope: 'prose',
  check: (prose, context) =>
    cueFindings(prose, context, {
      category: 'negative-descriptor',
      message: (cue) => message('"{cue}" is a judgement. What was there, and what was needed?', { cue }),
    }),
};
