import assert from 'node:assert/strict';
import fc from 'fast-check';
import { commitAddress, isSameHome, readWebReference, webHome } from '../../../src/core/model/web-reference';

describe('the web address of a repository', () => {
  it('is the same however its remote is written', () => {
    for (const remote of [
      'https://github.com/acme/shop',
      'https://github.com/acme/shop.git/',
      'https://alice:token@GitHub.com/acme/shop.git',
      'git@github.com:acme/shop.git',
      'ssh://git@github.com/acme/shop.git',
      'ssh://git@github.com:22/acme/shop',
    ]) {
      assert.equal(webHome(remote), 'https://github.com/acme/shop', remote);
      assert.ok(isSameHome(remote, 'https://github.com/Acme/Shop'));
    }
    for (const remote of ['../payments', '/srv/git/shop.git', 'file:///x', 'javascript:alert(1)', 'C:\\repo', '']) {
      assert.equal(webHome(remote), undefined, remote);
    }
  });

  it('leads to a page of each commit', () => {
    assert.equal(commitAddress('git@gitlab.com:a/b.git', 'a1b2c3d'), 'https://gitlab.com/a/b/commit/a1b2c3d');
    assert.equal(commitAddress('https://bitbucket.org/a/b', 'a1b2c3d'), 'https://bitbucket.org/a/b/commits/a1b2c3d');
    assert.equal(commitAddress('../payments', 'a1b2c3d'), undefined);
  });
});

describe('any address', () => {
  it('is read without a throw and in little time', () => {
    fc.assert(fc.property(fc.webUrl({ withQueryParameters: true }), (url) => void readWebReference(url)));
    for (const part of ['/commit', '/-', '/pull/1', '@', 'a.']) {
      readWebReference(`https://github.com/${part.repeat(100_000)}`);
      webHome(`git@github.com:${part.repeat(100_000)}`);
    }
  });
});
