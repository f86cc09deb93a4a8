import { fieldOf } from '../kinds/front-matter';
import { milestoneMetrics } from '../kinds/milestone-metrics';
import type { Milestone } from '../model/entry-kind';
import type { IncidentStatus } from '../model/incident';
import { message } from '../model/message';
import { headOf } from './head-of';
import type { DocumentRule, Fix } from './rule';

export const missingMilestone: DocumentRule = {
  id: 'missing-milestone',
  scope: 'document',
  summary: 'A report has the milestones that its status says were reached.',
  severity: 'warning',
  appliesTo: ['incident-report'],
  whileOpen: 'silent',
  *check(document) {
    if (document.kind !== 'incident-report') return;
    const { status } = document;
    // Without any entry there are other findings.
    if (status === undefined || document.entryFacts.instants.length === 0) return;
    const reached = new Set(document.milestoneEntries.map(({ kindName }) => kindName));
    const missing = expected[status].filter((milestone) => !reached.has(milestone));
    if (missing.length === 0) return;
    const metrics = durationsWithout(missing);
    const kinds = listed(missing, 'or');
    yield {
      span: fieldOf(document.frontMatter, 'status')?.valueSpan ?? headOf(document),
      message:
        metrics.length === 0
          ? message('Status is {status}; no entry of kind {kinds}.', { status, kinds })
          : message(
              metrics.length === 1
                ? 'Status is {status}; no entry of kind {kinds}. Time to {metrics} is not computed.'
                : 'Status is {status}; no entry of kind {kinds}. Times to {metrics} are not computed.',
              { status, kinds, metrics: listed(metrics, 'and') },
            ),
      fixes: missing.map(fixFor),
    };
  },
};

const expected: Readonly<Record<IncidentStatus, readonly Milestone[]>> = {
  investigating: [],
  identified: ['cause identified'],
  monitoring: ['mitigated'],
  resolved: ['impact started', 'detected', 'mitigated', 'resolved'],
  closed: ['impact started', 'detected', 'mitigated', 'resolved', 'closed'],
};

/** `mitigate` of `time-to-mitigate`, of those that are asked for. */
function durationsWithout(missing: readonly Milestone[]): readonly string[] {
  return milestoneMetrics
    .filter(({ from, to }) => missing.includes(to) || (missing.includes(from) && expected.resolved.includes(to)))
    .map(({ id }) => id.replace('time-to-', ''));
}

function listed(words: readonly string[], joint: string): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${joint} ${last}`;
}

function fixFor(kind: Milestone): Fix {
  const line = `#${kind.replaceAll(' ', '-')} `;
  return { kind: 'log-entry', title: message('Add entry of kind {kind}', { kind }), line };
}
