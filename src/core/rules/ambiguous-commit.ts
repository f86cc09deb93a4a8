import { citationKey } from '../model/commit';
import { message } from '../model/message';
import { areCommitsSettled } from './cited-commits';
import type { DocumentRule } from './rule';

export const ambiguousCommit: DocumentRule = {
  id: 'ambiguous-commit',
  scope: 'document',
  summary: 'The hash of a commit that a cause cites is long enough to mean one commit.',
  severity: 'warning',
  appliesTo: ['postmortem'],
  isReady: areCommitsSettled,
  *check(document, { commits }) {
    if (document.kind !== 'postmortem') return;
    for (const citation of document.causes.flatMap((cause) => cause.commits)) {
      const key = citationKey(citation);
      const lookup = commits?.get(key);
      if (lookup?.state !== 'ambiguous') continue;
      const values = { commit: key, count: lookup.candidates.length };
      yield {
        span: citation.span,
        message: message('{commit} matches {count} commits.', values),
        fixes: [{ kind: 'choose-commit', title: message('Choose the commit'), key, candidates: lookup.candidates }],
      };
    }
  },
};
