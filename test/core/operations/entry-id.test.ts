import assert from 'node:assert/strict';
import { entryIdFor } from '../../../src/core/operations/entry-id';

describe('entryIdFor', () => {
  const at = Date.UTC(2026, 10, 23, 14, 6, 59);
  const exact = { kind: 'exact', at, seconds: true } as const;

  it('is the hour and minute in UTC', () => assert.equal(entryIdFor(exact, []), 'E1406'));

  it('takes the next letter where taken, in any case', () => {
    assert.equal(entryIdFor(exact, ['e1406']), 'E1406b');
    assert.equal(entryIdFor(exact, ['E1406', 'E1406B']), 'E1406c');
  });

  it('goes on behind z', () => {
    const taken = ['E1406'];
    for (let count = 0; count < 60; count++) taken.push(entryIdFor(exact, taken));
    assert.equal(new Set(taken).size, 61);
    assert.ok(taken.includes('E1406z') && taken.includes('E1406aa'));
  });

  it('carries the digits of the entry that bounds it', () => {
    assert.equal(entryIdFor({ kind: 'after', entry: 'E1402' }, ['E1402']), 'E1402b');
  });

  it('counts entries of unknown time', () => assert.equal(entryIdFor({ kind: 'unknown' }, ['E1', 'E1406']), 'E2'));
});
