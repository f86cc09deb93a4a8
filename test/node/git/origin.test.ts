import assert from 'node:assert/strict';
import { parseOrigin } from '../../../src/node/git/origin';

describe('the remote of a repository', () => {
  it('is the one called origin, as its configuration has it', () => {
    const other = '[remote "backup"]\n\turl = /srv/backup\n';
    const origin = '[remote "origin"]\r\n\turl = git@github.com:acme/shop.git\r\n\tfetch = +refs/*:refs/*\r\n';
    assert.equal(parseOrigin(`${other}${origin}[branch "main"]\n\turl = x\n`), 'git@github.com:acme/shop.git');
    assert.equal(parseOrigin('[remote "origin"]\nurl = "https://a.example/x"\nurl = b\n'), 'https://a.example/x');
    for (const text of ['', other, '[remote "origin"]\n# url = x\n', 'url = x'])
      assert.equal(parseOrigin(text), undefined);
  });
});
