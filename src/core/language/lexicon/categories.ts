import type { DocumentKindId } from '../../model/incident';
import type { CueCategory } from './lexicon-entry';

/** What is looked for in a kind of document; of cues as long on one place that of the earlier category counts. */
export const categoriesOf: Readonly<Record<DocumentKindId, readonly CueCategory[]>> = {
  'incident-report': [
    'counterfactual',
    'hindsight',
    'speculation',
    'causal-language',
    'evaluation',
    'remediation',
    'overstated-scope',
    'vague-quantity',
  ],
  postmortem: [
    'counterfactual',
    'hindsight',
    'human-error',
    'blame',
    'negative-descriptor',
    'empty-remedy',
    'single-cause',
  ],
};

/** Whether the rule of this id goes by the words of a lexicon, which are of one language. */
export function isOfLexicon(rule: string): boolean {
  return Object.values(categoriesOf).some((categories) => categories.some((category) => category === rule));
}
