import { message } from '../model/message';
import { cueFindings } from './cue-findings';
import type { LanguageRule } from './rule';

/** The whole where a part may be meant. Its lexicon is `core/language/lexicon/overstated-scope.ts`. */
export const overstatedScope: LanguageRule = {
  id: 'overstated-scope',
  summary: 'A report says which part was affected; the whole is said only where it was the whole.',
  severity: 'hint',
  appliesTo: ['incident-report'],
  scope: 'prose',
  check: (prose, context) =>
    cueFindings(prose, context, {
      category: 'overstated-scope',
      message: (cue) => message('"{cue}" says the whole. Which share, region or route was it?', { cue }),
    }),
};
