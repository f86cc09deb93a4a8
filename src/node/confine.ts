import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { OperationError } from '../core/errors';
import { message } from '../core/model/message';

/**
 * The absolute place of a path relative to `root`, links resolved as far as the path exists.
 * Refuses whatever would lie outside the root, a link that leads out of it included.
 */
export async function confine(root: string, relative: string): Promise<string> {
  if (
    relative.includes('\0') ||
    relative.includes('\\') ||
    path.posix.isAbsolute(relative) ||
    /^[a-z]:/i.test(relative)
  )
    throw outside(relative);
  const realRoot = await realpath(root);
  const full = await resolveExisting(path.resolve(realRoot, relative));
  const inside = path.relative(realRoot, full);
  if (inside === '..' || inside.startsWith(`..${path.sep}`) || path.isAbsolute(inside)) throw outside(relative);
  return full;
}

/** Resolves the nearest parent that exists and puts the rest behind it. */
async function resolveExisting(full: string): Promise<string> {
  const missing: string[] = [];
  let current = full;
  for (;;) {
    try {
      return path.join(await realpath(current), ...missing);
    } catch (error) {
      const parent = path.dirname(current);
      if (!isMissing(error) || parent === current) throw error;
      missing.unshift(path.basename(current));
      current = parent;
    }
  }
}

/** Whether a file system error says that there is no such file or folder. */
export function isMissing(error: unknown): boolean {
  const code = codeOf(error);
  return code === 'ENOENT' || code === 'ENOTDIR';
}

/** The code of a file system error, such as `EACCES`. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

function outside(relative: string): OperationError {
  return new OperationError('not-found', message('{path} is outside the folder.', { path: relative }));
}
