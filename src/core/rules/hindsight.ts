import { message } from '../model/message';
import { cueFindings } from './cue-findings';
import type { LanguageRule } from './rule';
import { moveSentence } from './sentence-fixes';

/** Knowledge from later. Its lexicon is `core/language/lexicon/hindsight.ts`. */
export const hindsight: LanguageRule = {
  id: 'hindsight',
  summary: 'What was known only later was no help then; say when it became known, and to whom.',
  severity: 'warning',
  appliesTo: ['incident-report', 'postmortem'],
  scope: 'prose',
  check: (prose, context) =>
    cueFindings(prose, context, {
      category: 'hindsight',
      message: (cue) => message('"{cue}" was known only later. When, and to whom?', { cue }),
      fixes: () => (context.kind === 'postmortem' ? [] : moveSentence(prose.block)),
    }),
};
