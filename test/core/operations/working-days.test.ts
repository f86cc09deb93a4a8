import assert from 'node:assert/strict';
import { addWorkingDays } from '../../../src/core/operations/working-days';

describe('addWorkingDays', () => {
  const check = (from: string, days: number, expected: string) =>
    it(`gives ${expected} for ${days} after ${from}`, () =>
      assert.equal(addWorkingDays(Date.parse(from), days), expected));

  check('2026-11-23T14:02:00Z', 5, '2026-11-30');
  check('2026-11-27T23:59:00Z', 1, '2026-11-30');
  check('2026-11-28T00:00:00Z', 1, '2026-11-30');
  check('2026-11-23T14:02:00Z', 0, '2026-11-23');
  check('2026-12-30T14:02:00Z', 10, '2027-01-13');
});
