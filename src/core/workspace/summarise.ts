import type { PostmortemDocument, ReportDocument } from '../kinds/incident-document';
import { metricsOf } from '../kinds/metrics';
import { milestonesOf } from '../kinds/milestones';
import { releaseNames } from '../kinds/release-names';
import { lineAt } from '../markdown/places';
import type { ActionItem, Cause } from '../model/cause';
import type { Conventions } from '../model/conventions';
import { type ActionStatus, actionStatuses } from '../model/incident';
import { instantOf } from '../model/stamp';
import type { TimelineEntry } from '../model/timeline-entry';
import type { ActionSummary, CauseSummary, EntrySummary, PostmortemSummary, ReportSummary } from './incident-summary';

/** Longer texts are cut; no place shows more of them. */
const maxLength = 200;

/** What the index keeps of a report; `id` is that of its incident. */
export function summariseReport(
  report: ReportDocument,
  path: string,
  { findings, id, conventions }: { readonly findings: number; readonly id: string; readonly conventions: Conventions },
): ReportSummary {
  const reached = milestonesOf(report);
  const started = reached.get('impact started');
  const mitigated = reached.get('mitigated');
  const impactStarted = started?.at ?? dateOf(id);
  return {
    path,
    title: titleOf(report),
    ...(report.severity && { severity: report.severity.text }),
    ...(report.status && { status: report.status }),
    ...(report.commander && { commander: report.commander }),
    systems: report.systems,
    ...(impactStarted !== undefined && { impactStarted }),
    ...(started?.entry.id && { impactStartedId: started.entry.id.text }),
    ...(mitigated && { mitigated: mitigated.at }),
    metrics: metricsOf(report, conventions),
    entries: inOrder(report).map((entry) => summariseEntry(report, entry)),
    findings,
    damaged: isDamaged(report),
  };
}

/** What the index keeps of a postmortem. */
export function summarisePostmortem(postmortem: PostmortemDocument, path: string, findings: number): PostmortemSummary {
  return {
    path,
    title: titleOf(postmortem),
    ...(postmortem.status && { status: postmortem.status }),
    ...(postmortem.owner && { owner: postmortem.owner }),
    ...(postmortem.due && { due: postmortem.due }),
    reports: postmortem.reports,
    causes: postmortem.causes.map((cause) => summariseCause(postmortem, cause)),
    actions: postmortem.actions.map((action) => summariseAction(postmortem, action)),
    findings,
  };
}

function titleOf(document: ReportDocument | PostmortemDocument): string {
  return cut(document.title?.text ?? '') || 'Untitled';
}

/** The id leads with the incident's UTC date. */
function dateOf(id: string): number | undefined {
  const at = Date.parse(/^\d{4}-\d{2}-\d{2}/.exec(id)?.[0] ?? '');
  return Number.isNaN(at) ? undefined : at;
}

/** By time; an entry whose time is not known stays behind the one it is written after. */
function inOrder(report: ReportDocument): readonly TimelineEntry[] {
  let latest = Number.NEGATIVE_INFINITY;
  return report.entries
    .map((entry, index) => {
      const at = entry.stamp === undefined ? undefined : instantOf(entry.stamp);
      latest = at ?? latest;
      return { entry, at: latest, index };
    })
    .sort((a, b) => (a.at === b.at ? a.index - b.index : a.at - b.at))
    .map(({ entry }) => entry);
}

function summariseEntry({ markdown }: ReportDocument, entry: TimelineEntry): EntrySummary {
  return {
    ...(entry.id && { id: entry.id.text }),
    time: entry.time.text,
    ...(entry.stamp && { stamp: entry.stamp }),
    kind: entry.kind?.text ?? '',
    text: cut(entry.event.text),
    ...releasesOf(entry),
    line: lineAt(markdown, entry.span.start),
  };
}

function releasesOf(entry: TimelineEntry): Pick<EntrySummary, 'releases'> {
  const releases = entry.kindName === 'change' ? releaseNames(entry) : [];
  return releases.length === 0 ? {} : { releases };
}

function summariseCause({ markdown }: PostmortemDocument, cause: Cause): CauseSummary {
  return {
    id: cause.id,
    title: cut(cause.title),
    ...(cause.role && { role: cause.role.text }),
    commits: cause.commits.map(({ relation, hash, repository }) => ({
      relation,
      hash,
      ...(repository !== undefined && { repository }),
    })),
    actions: cause.actions.map(({ text }) => text),
    line: lineAt(markdown, cause.heading.start),
  };
}

function summariseAction({ markdown }: PostmortemDocument, action: ActionItem): ActionSummary {
  return {
    ...(action.id && { id: action.id.text }),
    text: cut(action.action.text),
    ...(action.owner && { owner: action.owner.text }),
    ...(action.due && { due: action.due.text }),
    ...(action.priority && { priority: action.priority.text }),
    status: actionStatusOf(action.status?.text),
    addresses: action.addresses,
    line: lineAt(markdown, action.span.start),
  };
}

/** An action without a readable status is open: it must not look done. */
function actionStatusOf(text: string | undefined): ActionStatus {
  const written = text?.toLowerCase();
  return actionStatuses.find((status) => status === written) ?? 'open';
}

function isDamaged({ problems, frontMatter }: ReportDocument): boolean {
  return problems.length > 0 || frontMatter.problems.length > 0;
}

function cut(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const characters = [...line.slice(0, maxLength * 2)];
  return line.length <= maxLength ? line : `${characters.slice(0, maxLength - 1).join('')}…`;
}
