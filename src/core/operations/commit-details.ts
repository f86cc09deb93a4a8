import { type Commit, type CommitDetails, splitKey } from '../model/commit';
import { commitAddress } from '../model/web-reference';
import type { CommitSource } from '../ports';
import { readFates } from './commit-fates';

/** What is said of commits beyond their titles, by key; a few commands for each repository, however many commits. */
export async function readDetails(
  source: CommitSource,
  commits: ReadonlyMap<string, Commit>,
): Promise<ReadonlyMap<string, CommitDetails>> {
  const details = new Map<string, CommitDetails>();
  for (const repository of new Set([...commits.keys()].map((key) => splitKey(key).repository))) {
    const own = [...commits].filter(([key]) => splitKey(key).repository === repository);
    const history = await source.history(repository);
    if (history === undefined) continue;
    const asked = own.map(([, commit]) => commit);
    const [changes, fates, remote] = await Promise.all([
      history.changes(asked),
      readFates(history, asked),
      history.remote(),
    ]);
    for (const [key, { hash }] of own) {
      const files = changes?.get(hash);
      const fate = fates?.get(hash);
      const url = commitAddress(remote, hash);
      details.set(key, { ...(files && { files }), ...(fate && { fate }), ...(url !== undefined && { url }) });
    }
  }
  return details;
}
