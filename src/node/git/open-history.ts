import { findGit } from './find-git';
import { createHistorySource, type GitHistorySource } from './history-source';
import { Repository } from './repository';

/** Why there is no history to look at. */
export type NoHistory = 'no-git' | 'no-repository';

/** The history of the repository that holds `folder`; the caller disposes it and has asked whether the folder is trusted. */
export async function openHistory(
  folder: string,
  environment: NodeJS.ProcessEnv,
): Promise<GitHistorySource | NoHistory> {
  const path = await findGit(environment);
  if (path === undefined) return 'no-git';
  const git = { path, environment };
  const repository = await Repository.open(git, folder);
  if (repository === undefined) return 'no-repository';
  repository.dispose();
  return createHistorySource(git, repository.root);
}
