import type { Conventions } from '../model/conventions';
import type { DocumentStore } from '../ports';
import { createIncidentIndex } from '../workspace/incident-index';
import type { IncidentSummary } from '../workspace/incident-summary';
import { countFindings } from './check-files';

/** Every incident of the folder, open ones first. */
export async function listIncidents(
  store: DocumentStore,
  conventions: Conventions,
): Promise<readonly IncidentSummary[]> {
  const index = createIncidentIndex({ store, conventions, countFindings });
  await index.scan();
  return index.incidents();
}
