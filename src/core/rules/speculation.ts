import { message } from '../model/message';
import { cueFindings } from './cue-findings';
import type { Fix, LanguageRule } from './rule';
import { moveOrQuote } from './sentence-fixes';

/** Words that say how sure somebody is. Its lexicon is `core/language/lexicon/speculation.ts`. */
export const speculation: LanguageRule = {
  id: 'speculation',
  summary:
    'A report states what was seen; a guess belongs in the postmortem, or in a quotation of who made it and when.',
  severity: 'warning',
  appliesTo: ['incident-report'],
  scope: 'prose',
  check: (prose, context) =>
    cueFindings(prose, context, {
      category: 'speculation',
      message: (cue) =>
        message('"{cue}" is a guess. What was seen, and by whom? A guess said at the time can be quoted.', { cue }),
      fixes: () => moveOrQuote(prose.block, moveToHypotheses),
    }),
};

const moveToHypotheses: Fix = { kind: 'move-to-postmortem', title: message('Move to "Hypotheses considered"') };
