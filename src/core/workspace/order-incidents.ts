import type { Conventions } from '../model/conventions';
import { isOpen } from '../model/incident';
import type { IncidentSummary } from './incident-summary';

/** Open ones by severity, then newest first; resolved, then closed ones, newest first. */
export function orderIncidents(
  incidents: Iterable<IncidentSummary>,
  { severities }: Conventions,
): readonly IncidentSummary[] {
  const ranks = new Map(severities.map(({ name }, rank) => [name, rank]));
  const severityRank = ({ report }: IncidentSummary) => ranks.get(report?.severity ?? '') ?? severities.length;
  return [...incidents].sort(
    (a, b) =>
      statusRank(a) - statusRank(b) ||
      (statusRank(a) === 0 ? severityRank(a) - severityRank(b) : 0) ||
      (b.report?.impactStarted ?? 0) - (a.report?.impactStarted ?? 0) ||
      (a.id < b.id ? 1 : -1),
  );
}

function statusRank({ report }: IncidentSummary): number {
  if (isOpen(report?.status)) return 0;
  return report?.status === 'closed' ? 2 : 1;
}
