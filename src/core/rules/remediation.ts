import { message } from '../model/message';
import { cueFindings } from './cue-findings';
import type { LanguageRule } from './rule';
import { makeAction } from './sentence-fixes';

/** Work that is still to be done. Its lexicon is `core/language/lexicon/remediation.ts`. */
export const remediation: LanguageRule = {
  id: 'remediation',
  summary: 'A report tells what was done; what is still to be done is an action item of the postmortem.',
  severity: 'hint',
  appliesTo: ['incident-report'],
  scope: 'prose',
  check: (prose, context) =>
    cueFindings(prose, context, {
      category: 'remediation',
      message: (cue) => message('"{cue}" is work to come. Is it an action item of the postmortem?', { cue }),
      fixes: () => makeAction(prose.block),
    }),
};
