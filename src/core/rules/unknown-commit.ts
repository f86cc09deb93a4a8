import type { CommitCitation } from '../model/cause';
import { citationKey, shortCitation } from '../model/commit';
import { message } from '../model/message';
import { areCommitsSettled } from './cited-commits';
import type { DocumentRule, Finding, Fix } from './rule';

export const unknownCommit: DocumentRule = {
  id: 'unknown-commit',
  scope: 'document',
  summary: 'A commit that a cause cites exists in the repository.',
  severity: 'warning',
  appliesTo: ['postmortem'],
  isReady: areCommitsSettled,
  *check(document, { commits }) {
    if (document.kind !== 'postmortem' || commits === undefined) return;
    for (const citation of document.causes.flatMap((cause) => cause.commits)) {
      const lookup = commits.get(citationKey(citation));
      // An address names the repository itself; that it is another one than this is no finding.
      if (lookup?.state === 'unknown' && citation.url === undefined) yield findingOf(citation, lookup.shallow);
    }
  },
};

/** A shallow clone, as CI makes it, proves nothing about an older commit. */
function findingOf(citation: CommitCitation, shallow: boolean): Finding {
  const values = { commit: shortCitation(citation) };
  const fixes: readonly Fix[] = [
    { kind: 'search', title: message('Search the hash'), words: citation.hash.slice(0, 7) },
  ];
  return shallow
    ? {
        span: citation.span,
        fixes,
        severity: 'information',
        message: message('{commit} is not in this shallow clone. Is it in another repository?', values),
      }
    : {
        span: citation.span,
        fixes,
        message: message('{commit} is not in this repository. Is it in another repository?', values),
      };
}
