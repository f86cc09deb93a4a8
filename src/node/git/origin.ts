import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Place } from './locate';

const largestConfiguration = 256 * 1024;

/** Address of the remote `origin`, read from the repository's own configuration; no process is worth it. */
export async function originOf({ commonFolder }: Place): Promise<string | undefined> {
  const path = join(commonFolder, 'config');
  try {
    return (await stat(path)).size > largestConfiguration ? undefined : parseOrigin(await readFile(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/** The `url` of the section `[remote "origin"]`; includes and conditions are not followed. */
export function parseOrigin(configuration: string): string | undefined {
  let isOrigin = false;
  let url: string | undefined;
  for (const line of configuration.split('\n')) {
    const section = /^\s*\[\s*([\w.-]+)\s*(?:"([^"]*)")?\s*\]/.exec(line);
    if (section !== null) isOrigin = section[1]?.toLowerCase() === 'remote' && section[2] === 'origin';
    const value = isOrigin ? /^\s*url\s*=\s*"?([^"\s]+)"?\s*$/i.exec(line)?.[1] : undefined;
    // The first one is where git fetches from.
    url ??= value;
  }
  return url;
}
