import type { Conventions } from '../model/conventions';
import type { DocumentStore } from '../ports';
import { createIncidentIndex } from '../workspace/incident-index';
import type { IncidentSummary } from '../workspace/incident-summary';
import { countFindings } from './check-files';

/** Every incident of the folder, open ones first; `findings` stays 0 unless they are asked for. */
export async function listIncidents(
  store: DocumentStore,
  conventions: Conventions,
  { withFindings = false }: { readonly withFindings?: boolean } = {},
): Promise<readonly IncidentSummary[]> {
  const index = createIncidentIndex({ store, conventions, countFindings: withFindings ? countFindings : () => 0 });
  await index.scan();
  return index.incidents();
}
