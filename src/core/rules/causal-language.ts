import { wordsAt } from '../language/prose';
import { matcherFor } from '../language/team-phrases';
import { message } from '../model/message';
import type { Finding, Fix, LanguageRule } from './rule';

/** Words that say why. Its lexicon is `core/language/lexicon/causal-*.ts`. */
export const causalLanguage: LanguageRule = {
  id: 'causal-language',
  summary: 'A report states what was observed; why it happened belongs in the postmortem.',
  severity: 'warning',
  appliesTo: ['incident-report'],
  scope: 'prose',
  *check(prose, { conventions }) {
    for (const { span, entry } of matcherFor(conventions.lint).cuesIn(prose)) {
      if (entry.category !== 'causal') continue;
      const finding: Finding = {
        span,
        message: message('"{cue}" gives a cause. A report states what was observed. Can this be two timed entries?', {
          cue: wordsAt(prose, span),
        }),
        // A heading holds no observation of its own to keep.
        ...(prose.block.kind === 'heading' ? {} : { fixes: [moveExplanation] }),
      };
      yield entry.isWeak ? { ...finding, severity: 'information' } : finding;
    }
  },
};

const moveExplanation: Fix = {
  kind: 'move-to-postmortem',
  title: message('Keep the observation, move the explanation to the postmortem'),
};
