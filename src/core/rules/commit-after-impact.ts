import type { CommitCitation } from '../model/cause';
import { citationKey, shortCitation } from '../model/commit';
import { message } from '../model/message';
import { formatDuration } from '../model/time-text';
import type { ReportSummary } from '../workspace/incident-summary';
import { areCommitsSettled } from './cited-commits';
import type { DocumentRule, Finding, Fix } from './rule';

export const commitAfterImpact: DocumentRule = {
  id: 'commit-after-impact',
  scope: 'document',
  summary: 'A commit that introduced the fault was committed before impact started.',
  severity: 'warning',
  appliesTo: ['postmortem'],
  isReady: (document, context) => context.reports !== undefined && areCommitsSettled(document, context),
  *check(document, { commits, reports }) {
    const started = impactOf(reports ?? []);
    if (document.kind !== 'postmortem' || started === undefined) return;
    for (const citation of document.causes.flatMap((cause) => cause.commits)) {
      const lookup = citation.relation === 'introduced' ? commits?.get(citationKey(citation)) : undefined;
      if (lookup?.state !== 'found' || lookup.commit.committed <= started.at) continue;
      yield findingOf(citation, lookup.commit.committed - started.at, started.id);
    }
  },
};

/** Of the first report whose entry says it; the date of an incident's id is no time. */
function impactOf(reports: readonly ReportSummary[]): { readonly at: number; readonly id: string } | undefined {
  for (const { impactStarted, impactStartedId } of reports) {
    if (impactStarted !== undefined && impactStartedId !== undefined) return { at: impactStarted, id: impactStartedId };
  }
  return undefined;
}

function findingOf(citation: CommitCitation, after: number, entry: string): Finding {
  const values = { commit: shortCitation(citation), duration: formatDuration(after), entry };
  const { relationSpan } = citation;
  const change: Fix | undefined = relationSpan && {
    kind: 'edit',
    title: message('Change to exposed'),
    edits: [{ span: relationSpan, newText: 'exposed' }],
  };
  return {
    span: citation.span,
    message: message(
      '{commit} was committed {duration} after impact started ({entry}). Did it expose rather than introduce?',
      values,
    ),
    ...(change && { fixes: [change] }),
  };
}
