import assert from 'node:assert/strict';
import { releaseNames } from '../../../src/core/kinds/release-names';

function check(event: string, evidence: readonly string[], expected: readonly string[]): void {
  const names = releaseNames({ event: { text: event, span: { start: 0, end: event.length } }, evidence });
  assert.deepEqual(names, expected);
}

describe('the release of a change', () => {
  it('is named by a hash or tag of its evidence, or by a version in its event', () => {
    check('Deploy finished.', ['`A1B2C3D4E5F6`'], ['a1b2c3d4e5f6']);
    check('Deploy of checkout-api 4.18.2 to 16 pods finished.', [], ['4.18.2']);
    check('Rolled out `v2.1`, then checkout-api-4.18.2-rc.1.', ['v2.1'], ['v2.1', 'checkout-api-4.18.2-rc.1']);
  });

  it('is not named by numbers, times, addresses and words', () => {
    check('38 % at 14.05, 4.18 requests, 10:50Z, 2026-11-23.', ['[deploy](https://deploy.example.com/4.18.2)'], []);
    check('The facade was defaced.', ['graph', 'error.log'], []);
  });
});
