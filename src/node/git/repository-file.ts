import { realpath } from 'node:fs/promises';
import { repositoryPath } from './locate';

/** How git names a file that an editor names, links resolved; nothing for one outside the repository. */
export async function repositoryFile(root: string, file: string): Promise<string | undefined> {
  const real = await realpath(file).catch(() => undefined);
  return real === undefined ? undefined : repositoryPath(root, real);
}
