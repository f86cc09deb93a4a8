import type { IncidentDocument } from '../kinds/incident-document';
import type { Cause } from '../model/cause';
import { citationKey, shortCitation } from '../model/commit';
import { message } from '../model/message';
import type { EntrySummary, ReportSummary } from '../workspace/incident-summary';
import { areCommitsSettled } from './cited-commits';
import type { Containment, DocumentRule, Finding, RuleContext } from './rule';

export const notInRelease: DocumentRule = {
  id: 'not-in-release',
  scope: 'document',
  summary: 'The commit of a cause is in the release that the change of its evidence deployed.',
  severity: 'warning',
  appliesTo: ['postmortem'],
  isReady: (document, context) =>
    context.reports !== undefined && areCommitsSettled(document, context) && areReleasesKnown(document, context),
  *check(document, { reports = [], isContained }) {
    if (document.kind !== 'postmortem' || isContained === undefined) return;
    for (const cause of document.causes) yield* findingsOf(cause, releasesOf(cause, reports), isContained);
  },
};

/** A tag or hash with the entry that says it was deployed. */
export interface CitedRelease {
  readonly name: string;
  readonly entryId: string;
}

/** What the changes among a cause's evidence deployed. */
export function releasesOf({ evidence }: Cause, reports: readonly ReportSummary[]): readonly CitedRelease[] {
  const cited = new Set(evidence.map(({ text }) => text));
  return reports
    .flatMap(({ entries }): readonly EntrySummary[] => entries)
    .flatMap(({ id, releases = [] }) =>
      id === undefined || !cited.has(id) ? [] : releases.map((name) => ({ name, entryId: id })),
    );
}

/** Of a cause's commits, those that have to have been in what was deployed; other repositories release on their own. */
export function releasedCommits({ commits }: Cause): Cause['commits'] {
  return commits.filter(({ relation, repository }) => relation === 'introduced' && repository === undefined);
}

/** What is named may be no release here at all; only where one is known to lack the commit and none has it. */
function* findingsOf(cause: Cause, releases: readonly CitedRelease[], isContained: Containment): Iterable<Finding> {
  for (const citation of releasedCommits(cause)) {
    const key = citationKey(citation);
    const answers = releases.map((release) => ({ release, holds: isContained(release.name, key) }));
    const lacking = answers.find(({ holds }) => holds === false);
    if (lacking === undefined || answers.some(({ holds }) => holds === true)) continue;
    const { name, entryId } = lacking.release;
    const release = /^[0-9a-f]{8,}$/.test(name) ? name.slice(0, 7) : name;
    yield {
      span: citation.span,
      message: message('{commit} is not in {release}, which {entry} deployed. Is another commit meant?', {
        commit: shortCitation(citation),
        release,
        entry: entryId,
      }),
    };
  }
}

function areReleasesKnown(document: IncidentDocument, context: RuleContext): boolean {
  const { reports = [], isContained } = context;
  const causes = document.kind === 'postmortem' ? document.causes : [];
  return causes.every((cause) =>
    releasesOf(cause, reports).every(({ name }) =>
      releasedCommits(cause).every((citation) => isContained?.(name, citationKey(citation)) !== undefined),
    ),
  );
}
