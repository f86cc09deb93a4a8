import { open, stat, unlink } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { OperationError } from '../core/errors';
import { message } from '../core/model/message';
import { codeOf } from './confine';

/** A change takes milliseconds, so an older lock was left behind by a process that ended within one. */
const staleAfter = 10_000;
const patience = 3_000;
const pause = 15;

/**
 * Runs `use` while no other process of ours replaces these files, so that of two entries logged at once none is lost.
 * The lock is a file beside each, there only meanwhile; editors do not heed it, the comparison with the base does that.
 */
export async function withLocks<T>(files: readonly string[], use: () => Promise<T>): Promise<T> {
  const releases: (() => Promise<void>)[] = [];
  try {
    // One order for all, so that two changes never wait for each other.
    for (const file of [...new Set(files)].sort()) releases.push(await acquire(file));
    return await use();
  } finally {
    for (const release of releases.reverse()) await release();
  }
}

async function acquire(full: string): Promise<() => Promise<void>> {
  const lock = path.join(path.dirname(full), `.${path.basename(full)}.lock`);
  for (let waited = 0; waited < patience; waited += pause) {
    try {
      await (await open(lock, 'wx')).close();
      return () => remove(lock);
    } catch (error) {
      // Where no file can be made the change itself says why it is refused.
      if (codeOf(error) !== 'EEXIST') return async () => undefined;
    }
    if (await isStale(lock)) await remove(lock);
    else await wait(pause);
  }
  const name = path.basename(full);
  throw new OperationError('not-writable', message('{name} cannot be written: another program holds it.', { name }));
}

async function isStale(lock: string): Promise<boolean> {
  try {
    return Date.now() - (await stat(lock)).mtimeMs > staleAfter;
  } catch {
    return false;
  }
}

/** Somebody who took it for stale may have been first. */
async function remove(lock: string): Promise<void> {
  await unlink(lock).catch((error: unknown) => {
    if (codeOf(error) !== 'ENOENT') throw error;
  });
}
