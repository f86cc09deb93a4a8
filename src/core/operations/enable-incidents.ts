import type { Change, DocumentStore } from '../ports';

/** Makes `.incidents.yml`, a short file whose comments say what may stand there; changes nothing where it exists. */
export async function enableIncidents(_store: DocumentStore): Promise<Change> {
  throw new Error('Not built');
}
