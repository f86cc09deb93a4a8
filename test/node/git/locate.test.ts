import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, posix, win32 } from 'node:path';
import { gitFolderOf, locate, repositoryPath } from '../../../src/node/git/locate';
import { createTemporaryRepository } from './temporary-repository';

describe('the place of a repository', () => {
  it('is the nearest parent that is one, past folders that only look like one', async () => {
    const repository = createTemporaryRepository();
    try {
      const { folder } = repository;
      mkdirSync(join(folder, 'a/b/.git'), { recursive: true });
      assert.equal((await locate(join(folder, 'a/b')))?.root, folder);
      assert.equal(await locate(dirname(folder)), undefined);
    } finally {
      repository.remove();
    }
  });

  it('of a submodule and of a linked working tree is where their file .git leads', async () => {
    const repository = createTemporaryRepository();
    try {
      const { folder } = repository;
      repository.commit('First');
      const linked = join(dirname(folder), 'linked');
      repository.git('worktree', 'add', '-q', '--detach', linked);
      const tree = await locate(linked);
      assert.equal(tree?.root, linked);
      assert.equal(tree?.gitFolder, join(folder, '.git/worktrees/linked'));
      assert.equal(tree?.commonFolder, join(folder, '.git'));
      mkdirSync(join(folder, 'sub'));
      writeFileSync(join(folder, 'sub/.git'), 'gitdir: ../.git/modules/sub\n');
      assert.equal((await locate(join(folder, 'sub')))?.gitFolder, join(folder, '.git/modules/sub'));
    } finally {
      repository.remove();
    }
  });

  it('is read with either kind of path', () => {
    assert.equal(
      gitFolderOf('gitdir: C:/repo/.git/worktrees/x\r\n', 'D:\\work', win32),
      'C:\\repo\\.git\\worktrees\\x',
    );
    assert.equal(gitFolderOf('gitdir: ../.git/modules/x\n', 'C:\\repo\\x', win32), 'C:\\repo\\.git\\modules\\x');
    assert.equal(gitFolderOf('gitdir: ../.git/modules/x\n', '/repo/x', posix), '/repo/.git/modules/x');
    for (const content of ['', 'gitdir:', 'gitdir: \n', 'not a link'])
      assert.equal(gitFolderOf(content, '/x'), undefined);
  });

  it('names a file as git does, and nothing outside it', () => {
    assert.equal(repositoryPath('C:\\Repo', 'c:\\repo\\src\\Pool.ts', win32), 'src/Pool.ts');
    assert.equal(repositoryPath('C:\\repo', 'D:\\repo\\a.ts', win32), undefined);
    assert.equal(repositoryPath('\\\\host\\share\\repo', '\\\\host\\share\\repo\\a b.ts', win32), 'a b.ts');
    assert.equal(repositoryPath('/repo', '/repo/a\\b.ts', posix), 'a\\b.ts');
    assert.equal(repositoryPath('/repo', '/repo-evil/a.ts', posix), undefined);
    assert.equal(repositoryPath('/repo', '/repo', posix), undefined);
    assert.equal(repositoryPath('/repo', '/repo/..a', posix), '..a');
  });
});
