import { localDay } from '../import/read-instant';
import { dayOfIncidentId } from '../kinds';
import type { ReportSummary } from '../workspace/incident-summary';

/** How long before impact a change is looked for where nobody says otherwise. */
const leadUpHours = 24;

/** What a report says of when its incident began. */
export type IncidentStart = Pick<ReportSummary, 'impactStarted' | 'impactStartedId'> & { readonly id: string };

/** The window before impact started (ms); nothing where the report does not say when that was. */
export function leadUpOf(start: IncidentStart): { readonly from: number; readonly until: number } | undefined {
  const until = statedStart(start);
  return until === undefined ? undefined : { from: until - leadUpHours * 60 * 60_000, until };
}

/** Midnight UTC of the calendar day in a zone on which an incident began. */
export function startDayOf(start: IncidentStart, timeZone: string): number | undefined {
  const at = statedStart(start);
  return at === undefined ? dayOfIncidentId(start.id) : localDay(at, timeZone);
}

/** A summary falls back on the day of the incident's id, which tells no time. */
function statedStart({ id, impactStarted, impactStartedId }: IncidentStart): number | undefined {
  return impactStartedId === undefined && impactStarted === dayOfIncidentId(id) ? undefined : impactStarted;
}
