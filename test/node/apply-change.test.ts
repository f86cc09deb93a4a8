import assert from 'node:assert/strict';
import {
  chmodSync,
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import type { OperationErrorCode } from '../../src/core/errors';
import type { Change } from '../../src/core/ports';
import { applyChange } from '../../src/node/apply-change';
import { type Disk, realDisk } from '../../src/node/disk';
import { withTemporaryFolder } from '../support/temporary-folder';

describe('applyChange', () => {
  it('makes new files with their folders', () =>
    withTemporaryFolder({}, async (root) => {
      await applyChange(root, creating('incidents/one/report.md', '# One\n'));
      assert.equal(readFileSync(path.join(root, 'incidents/one/report.md'), 'utf8'), '# One\n');
      assert.deepEqual(readdirSync(path.join(root, 'incidents/one')), ['report.md']);
    }));

  it('makes a file of any bytes, and takes it back where an edit is refused', () =>
    withTemporaryFolder({ 'a.md': 'one' }, async (root) => {
      const bytes = Uint8Array.from([0x89, 0, 0xff, 0x0a]);
      const files = [{ path: 'evidence/graph.png', bytes }];
      const stale = { ...replacing('a.md', 'other', 'other', '1'), files };
      await refusal('changed-meanwhile', applyChange(root, stale));
      assert.deepEqual(readdirSync(root), ['a.md']);
      await applyChange(root, { ...replacing('a.md', 'one', 'one', '1'), files });
      assert.deepEqual([...readFileSync(path.join(root, 'evidence/graph.png'))], [...bytes]);
      await refusal('already-exists', applyChange(root, { creates: [], edits: [], files }));
    }));

  it('keeps byte order mark, line endings and mode of an edited file', () =>
    withTemporaryFolder({ 'a.md': '\uFEFFone\r\ntwo\r\n' }, async (root) => {
      const full = path.join(root, 'a.md');
      chmodSync(full, 0o640);
      await applyChange(root, replacing('a.md', 'one\r\ntwo\r\n', 'two', 'three'));
      assert.equal(readFileSync(full, 'utf8'), '\uFEFFone\r\nthree\r\n');
      assert.equal(statSync(full).mode & 0o777, 0o640);
    }));

  it('refuses a file that differs from what the edit was computed from, and writes nothing', () =>
    withTemporaryFolder({ 'a.md': 'changed', 'b.md': 'two' }, async (root) => {
      const change = merged(
        creating('new.md', 'x'),
        replacing('b.md', 'two', 'two', '2'),
        replacing('a.md', 'one', 'one', '1'),
      );
      const error = await refusal('changed-meanwhile', applyChange(root, change));
      assert.equal(error, 'a.md changed while this was written. Nothing was saved.');
      assert.deepEqual(contents(root), { 'a.md': 'changed', 'b.md': 'two' });
    }));

  it('refuses a file that is gone', () =>
    withTemporaryFolder({}, async (root) => {
      await refusal('changed-meanwhile', applyChange(root, replacing('a.md', 'one', 'one', '1')));
    }));

  it('refuses to make a file that is there, and takes back those it made before', () =>
    withTemporaryFolder({ 'b.md': 'mine' }, async (root) => {
      const change = merged(creating('folder/deep/a.md', 'new'), creating('b.md', 'new'));
      await refusal('already-exists', applyChange(root, change));
      assert.deepEqual(contents(root), { 'b.md': 'mine' });
      assert.equal(existsSync(path.join(root, 'folder')), false);
    }));

  it('refuses a read-only file', () =>
    withTemporaryFolder({ 'report.md': 'one' }, async (root) => {
      chmodSync(path.join(root, 'report.md'), 0o444);
      const error = await refusal('not-writable', applyChange(root, replacing('report.md', 'one', 'one', '1')));
      assert.equal(error, 'report.md cannot be written: read-only.');
    }));

  it('writes through a link to a file inside, and not through one that leads out', () =>
    withTemporaryFolder({ 'inside/real.md': 'one', 'outside.md': 'one' }, async (folder) => {
      const root = path.join(folder, 'inside');
      symlinkSync('real.md', path.join(root, 'link.md'));
      symlinkSync('../outside.md', path.join(root, 'out.md'));
      await applyChange(root, replacing('link.md', 'one', 'one', 'two'));
      assert.equal(readFileSync(path.join(root, 'real.md'), 'utf8'), 'two');
      await refusal('not-found', applyChange(root, replacing('out.md', 'one', 'one', 'two')));
      assert.equal(readFileSync(path.join(folder, 'outside.md'), 'utf8'), 'one');
    }));

  for (const step of ['makeFolder', 'writeNew', 'publish', 'replace'] as const) {
    for (const code of ['ENOSPC', 'EACCES', 'EROFS', 'EIO']) {
      it(`leaves everything as it was where ${step} fails with ${code}`, () =>
        withTemporaryFolder({ 'a.md': 'one' }, async (root) => {
          const change = merged(creating('folder/new.md', 'x'), replacing('a.md', 'one', 'one', '1'));
          await assert.rejects(applyChange(root, change, failing(step, code)));
          assert.deepEqual(contents(root), { 'a.md': 'one' });
          assert.equal(existsSync(path.join(root, 'folder')), false);
        }));
    }
  }

  it('says that no space is left', () =>
    withTemporaryFolder({ 'a.md': 'one' }, async (root) => {
      const change = replacing('a.md', 'one', 'one', '1');
      const error = await refusal('not-writable', applyChange(root, change, failing('writeNew', 'ENOSPC')));
      assert.equal(error, 'a.md cannot be written: no space left.');
    }));

  it('leaves no temporary file where the second of two replacements fails', () =>
    withTemporaryFolder({ 'a.md': 'one', 'b.md': 'two' }, async (root) => {
      let calls = 0;
      const disk: Disk = {
        ...realDisk,
        replace: (from, to) => (++calls === 2 ? Promise.reject(fileError('EIO')) : realDisk.replace(from, to)),
      };
      const change = merged(replacing('a.md', 'one', 'one', '1'), replacing('b.md', 'two', 'two', '2'));
      await assert.rejects(applyChange(root, change, disk));
      assert.deepEqual(contents(root), { 'a.md': '1', 'b.md': 'two' });
    }));

  it('takes a lock that was left behind long ago for none', () =>
    withTemporaryFolder({ 'a.md': 'one', '.a.md.lock': '' }, async (root) => {
      utimesSync(path.join(root, '.a.md.lock'), 0, 0);
      await applyChange(root, replacing('a.md', 'one', 'one', '1'));
      assert.deepEqual(contents(root), { 'a.md': '1' });
    }));

  it('refuses where the file changes between writing beside it and replacing it', () =>
    withTemporaryFolder({ 'a.md': 'one' }, async (root) => {
      const disk: Disk = {
        ...realDisk,
        writeNew: async (...args) => {
          await realDisk.writeNew(...args);
          writeFileSync(path.join(root, 'a.md'), 'other');
        },
      };
      await refusal('changed-meanwhile', applyChange(root, replacing('a.md', 'one', 'one', '1'), disk));
      assert.deepEqual(contents(root), { 'a.md': 'other' });
    }));
});

function creating(name: string, text: string): Change {
  return { creates: [{ path: name, text }], edits: [] };
}

function replacing(name: string, base: string, old: string, newText: string): Change {
  const start = base.indexOf(old);
  return { creates: [], edits: [{ path: name, base, edits: [{ span: { start, end: start + old.length }, newText }] }] };
}

function merged(...changes: readonly Change[]): Change {
  return { creates: changes.flatMap(({ creates }) => creates), edits: changes.flatMap(({ edits }) => edits) };
}

function failing(step: keyof Disk, code: string): Disk {
  return { ...realDisk, [step]: () => Promise.reject(fileError(code)) };
}

function fileError(code: string): Error {
  return Object.assign(new Error(code), { code });
}

async function refusal(code: OperationErrorCode, promise: Promise<unknown>): Promise<string> {
  let words = '';
  await assert.rejects(promise, (error: Error & { code?: string }) => {
    words = error.message;
    assert.equal(error.code, code);
    return true;
  });
  return words;
}

function contents(root: string): Record<string, string> {
  const files: Record<string, string> = {};
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const full = path.join(entry.parentPath, entry.name);
    files[path.relative(root, full)] = readFileSync(full, 'utf8');
  }
  return files;
}
