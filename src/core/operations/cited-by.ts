import type { IncidentSummary } from '../workspace/incident-summary';

/** A cause that cites a commit. */
export interface CitingCause {
  readonly incidentId: string;
  readonly causeId: string;
  /** Of the report, else of the postmortem. */
  readonly title: string;
}

/** Every cause of a folder that cites a commit, given by all its digits. */
export function citedBy(
  incidents: readonly IncidentSummary[],
  fullHash: string,
  repository: string | undefined,
): readonly CitingCause[] {
  return incidents.flatMap(({ id, report, postmortem }) =>
    (postmortem?.causes ?? []).flatMap((cause) => {
      const isCiting = cause.commits.some((one) => one.repository === repository && fullHash.startsWith(one.hash));
      return isCiting ? [{ incidentId: id, causeId: cause.id, title: report?.title ?? postmortem?.title ?? id }] : [];
    }),
  );
}
