import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { createFileDocumentStore } from '../../src/node/file-document-store';
import { findRoot } from '../../src/node/find-root';
import { createInMemoryStore } from '../support/in-memory-store';
import { withTemporaryFolder } from '../support/temporary-folder';

describe('createFileDocumentStore', () => {
  it('reads texts without their byte order mark', () =>
    withTemporaryFolder({ 'a/b.md': '\uFEFF# B\r\n' }, async (root) => {
      assert.equal(await createFileDocumentStore(root).read('a/b.md'), '# B\r\n');
    }));

  it('answers nothing where there is no such file or folder', () =>
    withTemporaryFolder({ 'a.md': '' }, async (root) => {
      const store = createFileDocumentStore(root);
      assert.equal(await store.read('none.md'), undefined);
      assert.equal(await store.read('a.md/none.md'), undefined);
      assert.equal(await store.exists('none'), false);
      assert.equal(await store.exists('a.md'), true);
      assert.deepEqual(await store.list('none'), []);
    }));

  it('lists files and folders by name, without links', () =>
    withTemporaryFolder({ 'b.md': '', 'a/x.md': '' }, async (root) => {
      symlinkSync('b.md', path.join(root, 'link.md'));
      symlinkSync('.', path.join(root, 'loop'));
      assert.deepEqual(await createFileDocumentStore(root).list(''), [
        { name: 'a', isFolder: true },
        { name: 'b.md', isFolder: false },
      ]);
    }));

  for (const outside of [
    '../secret.md',
    '/etc/passwd',
    'a/../../secret.md',
    'out/secret.md',
    'up.md',
    'C:x.md',
    'a\\b.md',
  ])
    it(`refuses ${outside}`, () =>
      withTemporaryFolder({ 'secret.md': 'x', 'root-evil/secret.md': 'x', 'root/a/b.md': '' }, async (folder) => {
        const root = path.join(folder, 'root');
        symlinkSync('../root-evil', path.join(root, 'out'));
        symlinkSync('../secret.md', path.join(root, 'up.md'));
        await assert.rejects(createFileDocumentStore(root).read(outside), { code: 'not-found' });
      }));

  it('refuses what is not UTF-8 text', () =>
    withTemporaryFolder(
      { 'binary.md': Uint8Array.of(35, 0, 1), 'latin.md': Uint8Array.of(35, 0xe9, 10), 'folder/x': '' },
      async (root) => {
        const store = createFileDocumentStore(root);
        await assert.rejects(store.read('binary.md'), { message: 'binary.md is binary; expected Markdown.' });
        await assert.rejects(store.read('latin.md'), { message: 'latin.md is not UTF-8 text.' });
        await assert.rejects(store.read('folder'), { message: 'folder is a folder.' });
      },
    ));
});

describe('The stores on disk and in memory', () => {
  const files = { 'a/b.md': 'B', 'a/c/d.md': '# D\r\n', 'x.md': '' };
  it('answer alike', () =>
    withTemporaryFolder(files, async (root) => {
      const disk = createFileDocumentStore(root);
      const memory = createInMemoryStore(files);
      for (const place of ['', '.', 'a', 'a/c', 'a/b.md', 'a/c/d.md', 'x.md', 'none', 'a/none.md', 'x.md/y']) {
        assert.deepEqual(await disk.list(place), await memory.list(place), `list ${place}`);
        if (place === '' || place === '.') continue;
        assert.equal(await disk.exists(place), await memory.exists(place), `exists ${place}`);
        if (place.endsWith('.md')) assert.equal(await disk.read(place), await memory.read(place), `read ${place}`);
      }
    }));
});

describe('findRoot', () => {
  it('walks up to the nearest folder with .incidents.yml', () =>
    withTemporaryFolder(
      { '.incidents.yml': '', 'service/.incidents.yml': '', 'service/src/a.ts': '' },
      async (root) => {
        mkdirSync(path.join(root, 'other/deep'), { recursive: true });
        assert.equal(await findRoot(path.join(root, 'service/src')), path.join(root, 'service'));
        assert.equal(await findRoot(path.join(root, 'other/deep')), root);
      },
    ));
});
