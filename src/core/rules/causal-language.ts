import { message } from '../model/message';
import { cueFindings } from './cue-findings';
import type { Fix, LanguageRule } from './rule';
import { moveOrQuote } from './sentence-fixes';

/** Words that say why. Its lexicon is `core/language/lexicon/causal-*.ts`. */
export const causalLanguage: LanguageRule = {
  id: 'causal-language',
  summary: 'A report states what was observed; why it happened belongs in the postmortem.',
  severity: 'warning',
  appliesTo: ['incident-report'],
  scope: 'prose',
  check: (prose, context) =>
    cueFindings(prose, context, {
      category: 'causal-language',
      message: (cue) =>
        message('"{cue}" gives a cause. A report states what was observed. Can this be two timed entries?', { cue }),
      fixes: () => moveOrQuote(prose.block, moveExplanation),
    }),
};

const moveExplanation: Fix = {
  kind: 'move-to-postmortem',
  title: message('Keep the observation, move the explanation to the postmortem'),
};
