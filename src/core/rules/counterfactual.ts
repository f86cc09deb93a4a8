import { message } from '../model/message';
import { cueFindings } from './cue-findings';
import type { LanguageRule } from './rule';
import { makeAction, moveSentence } from './sentence-fixes';

/** A past that did not occur. Its lexicon is `core/language/lexicon/counterfactual.ts`. */
export const counterfactual: LanguageRule = {
  id: 'counterfactual',
  summary: 'What did not happen is no event; say what did happen, and make the wish an action item.',
  severity: 'warning',
  appliesTo: ['incident-report', 'postmortem'],
  scope: 'prose',
  check: (prose, context) =>
    cueFindings(prose, context, {
      category: 'counterfactual',
      message: (cue) =>
        context.kind === 'postmortem'
          ? message('"{cue}" tells what did not happen. What did happen? Is there an action in it?', { cue })
          : message('"{cue}" tells what did not happen. What did happen?', { cue }),
      fixes: () => (context.kind === 'postmortem' ? makeAction(prose.block) : moveSentence(prose.block)),
    }),
};
