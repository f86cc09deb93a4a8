import { realpath } from 'node:fs/promises';

/** The path with symbolic links resolved; as it is where there is no such file. */
export function realPath(path: string): Promise<string> {
  return realpath(path).catch(() => path);
}
