import { constants } from 'node:fs';
import { copyFile, link, mkdir, open, rename, rmdir, unlink } from 'node:fs/promises';
import path from 'node:path';
import { codeOf } from './confine';

/** What writing a change does to the disk, one step each, so that a test can let any of them fail. */
export interface Disk {
  /** Makes the folder and its parents; the topmost one made. */
  makeFolder(full: string): Promise<string | undefined>;
  /** A new file, flushed to the disk; its content is whole or the call fails. Without `mode` as the system makes files. */
  writeNew(full: string, bytes: Uint8Array, mode?: number): Promise<void>;
  /** Gives a written file a name that must be free. */
  publish(temporary: string, full: string): Promise<void>;
  /** Puts a written file in the place of another. */
  replace(temporary: string, full: string): Promise<void>;
  remove(full: string): Promise<void>;
  removeFolder(full: string): Promise<void>;
  flushFolder(full: string): Promise<void>;
}

export const realDisk: Disk = {
  makeFolder: (full) => mkdir(full, { recursive: true }),
  writeNew: async (full, bytes, mode) => {
    const file = await open(full, 'wx');
    try {
      if (mode !== undefined) await file.chmod(mode);
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
  },
  publish: async (temporary, full) => {
    try {
      await link(temporary, full);
    } catch (error) {
      if (!['EPERM', 'ENOTSUP', 'ENOSYS', 'EOPNOTSUPP'].includes(codeOf(error) ?? '')) throw error;
      // Some file systems have no hard links; the copy is exclusive too.
      await copyFile(temporary, full, constants.COPYFILE_EXCL);
    }
    await unlink(temporary);
  },
  replace: rename,
  remove: unlink,
  removeFolder: rmdir,
  flushFolder: async (full) => {
    // Windows opens no folders; its rename is flushed with the volume.
    if (path.sep === '\\') return;
    const folder = await open(full, 'r');
    await folder.sync().finally(() => folder.close());
  },
};
