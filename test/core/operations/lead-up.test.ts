import assert from 'node:assert/strict';
import { leadUpOf, startDayOf } from '../../../src/core/operations/lead-up';

const id = '2026-11-23-checkout-errors';
const midnight = Date.UTC(2026, 10, 23);
const hour = 60 * 60_000;

describe('the lead-up', () => {
  it('is the day before impact started, where the report says when that was', () => {
    const impactStarted = midnight + 14 * hour;
    assert.deepEqual(leadUpOf({ id, impactStarted, impactStartedId: 'E1400' }), {
      from: impactStarted - 24 * hour,
      until: impactStarted,
    });
    assert.equal(leadUpOf({ id, impactStarted: midnight }), undefined);
    assert.equal(leadUpOf({ id }), undefined);
  });

  it('ends on the calendar day that holds for times without a date', () => {
    const impactStarted = midnight + 2 * hour;
    assert.equal(startDayOf({ id, impactStarted, impactStartedId: 'E0200' }, 'America/New_York'), midnight - 24 * hour);
    assert.equal(startDayOf({ id, impactStarted: midnight }, 'America/New_York'), midnight);
    assert.equal(startDayOf({ id: 'untitled' }, 'UTC'), undefined);
  });
});
