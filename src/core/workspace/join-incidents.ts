import { folderOf } from './incident-places';
import type { IncidentSummary, PostmortemSummary, ReportSummary } from './incident-summary';

/** What one file holds; exactly one of the two is there. */
export interface SummarisedFile {
  /** Of the folder that the file lies in. */
  readonly id: string;
  readonly report?: ReportSummary;
  readonly postmortem?: PostmortemSummary;
}

/**
 * Brings reports and postmortems together: a postmortem belongs to each incident that it names and to its own folder's
 * report; one whose reports are not here stands alone. An incident that is as before keeps its object.
 */
export function joinIncidents(
  files: Iterable<SummarisedFile>,
  before: ReadonlyMap<string, IncidentSummary>,
): ReadonlyMap<string, IncidentSummary> {
  const sorted = [...files].sort((a, b) => (pathOf(a) < pathOf(b) ? -1 : 1));
  const reports = new Map<string, ReportSummary>();
  for (const { id, report } of sorted) {
    if (report !== undefined && (!reports.has(id) || isNamed(report.path, 'report'))) reports.set(id, report);
  }
  const postmortems = new Map<string, PostmortemSummary>();
  for (const { id, postmortem } of sorted) {
    if (postmortem === undefined) continue;
    const named = postmortem.reports.filter((report) => reports.has(report));
    const own = reports.has(id) || named.length === 0 ? [id] : [];
    for (const incident of named) if (!postmortems.has(incident)) postmortems.set(incident, postmortem);
    // The one in the incident's own folder counts before one from elsewhere.
    for (const incident of own) {
      const other = postmortems.get(incident);
      if (other === undefined || folderOf(other.path) !== folderOf(postmortem.path))
        postmortems.set(incident, postmortem);
    }
  }
  const joined = new Map<string, IncidentSummary>();
  for (const id of new Set([...reports.keys(), ...postmortems.keys()])) {
    const incident = joinOne(id, reports.get(id), postmortems.get(id));
    if (incident !== undefined) joined.set(id, sameAsBefore(before.get(id), incident));
  }
  return joined;
}

function joinOne(
  id: string,
  report: ReportSummary | undefined,
  postmortem: PostmortemSummary | undefined,
): IncidentSummary | undefined {
  const path = report?.path ?? postmortem?.path;
  if (path === undefined) return undefined;
  return { id, folder: folderOf(path), ...(report && { report }), ...(postmortem && { postmortem }) };
}

function sameAsBefore(before: IncidentSummary | undefined, now: IncidentSummary): IncidentSummary {
  const isSame =
    before !== undefined &&
    before.folder === now.folder &&
    before.report === now.report &&
    before.postmortem === now.postmortem;
  return isSame ? before : now;
}

function pathOf({ report, postmortem }: SummarisedFile): string {
  return report?.path ?? postmortem?.path ?? '';
}

function isNamed(path: string, stem: string): boolean {
  return new RegExp(`(?:^|/)${stem}\\.[^/]+$`, 'i').test(path);
}
