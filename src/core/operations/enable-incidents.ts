import type { Change, DocumentStore } from '../ports';
import { conventionsFile } from './open-folder';

/** Makes `.incidents.yml`, a short file whose comments say what may stand there; changes nothing where it exists. */
export async function enableIncidents(store: DocumentStore): Promise<Change> {
  if (await store.exists(conventionsFile)) return { creates: [], edits: [] };
  return { creates: [{ path: conventionsFile, text: conventionsText }], edits: [] };
}

/** The defaults are in force without any key, so the file shows them as comments to take over and change. */
const conventionsText = `# Conventions of this repository's incident reports and postmortems.
# Editor, command line and CI read them here. Every key is optional; what is written below is the default
# unless it says "for example".

# folder: incidents

# severities:
#   - name: SEV1
#     test: Most users cannot use the service, or data is lost or exposed.
#   - name: SEV2
#     test: A main function fails for many users.
#   - name: SEV3
#     test: A function is degraded, or few users are affected.
#   - name: SEV4
#     test: No user is affected yet.

# The parts of the service, for example:
# systems:
#   - name: checkout-api
#     paths: [services/checkout/**]

# postmortem:
#   severities: [SEV1, SEV2]
#   dueDays: 5

# Shown beside UTC, for example:
# timeZone: Europe/Berlin
`;
