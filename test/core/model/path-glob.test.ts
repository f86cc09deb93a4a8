import assert from 'node:assert/strict';
import { matchesGlob } from '../../../src/core/model/path-glob';

describe('a glob of a system', () => {
  const cases: readonly (readonly [glob: string, path: string, matches: boolean])[] = [
    ['src/**', 'src/a/b.ts', true],
    ['src/**', 'lib/src/a.ts', false],
    ['src', 'src/a/b.ts', true],
    ['src/', 'src/a.ts', true],
    ['./src/*.ts', 'src/a.ts', true],
    ['src/*.ts', 'src/a/b.ts', false],
    ['**/pool.ts', 'pool.ts', true],
    ['**/pool.ts', 'src/db/pool.ts', true],
    ['*.sql', 'db/migrations/1.sql', true],
    ['src/**/pool.ts', 'src/pool.ts', true],
    ['src/**/test/*.ts', 'src/a/b/test/c.ts', true],
    ['src/p?ol.ts', 'src/pool.ts', true],
    ['**', 'anything/at/all', true],
    ['', 'a', false],
    ['a.b', 'axb', false],
  ];
  for (const [glob, path, matches] of cases) {
    it(`"${glob}" ${matches ? 'covers' : 'leaves out'} ${path}`, () => assert.equal(matchesGlob(glob, path), matches));
  }

  it('is answered at once however it is made', () => {
    const glob = `${'**/a*'.repeat(60)}b`;
    assert.equal(matchesGlob(glob, `${'a/'.repeat(200)}a`), false);
    assert.equal(matchesGlob(`${'*a'.repeat(40)}b`, 'a'.repeat(5000)), false);
  });
});
