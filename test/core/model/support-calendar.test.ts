import assert from 'node:assert/strict';
import { type SupportCalendar, supportTime } from '../../../src/core/model/support-calendar';

const hour = 3_600_000;
const office: SupportCalendar = {
  timeZone: 'Europe/Berlin',
  days: [1, 2, 3, 4, 5],
  from: 9 * hour,
  until: 17 * hour,
  holidays: ['2026-12-25'],
};

function hours(from: string, until: string, calendar: Partial<SupportCalendar> = {}): number {
  const interval = { from: Date.parse(from), until: Date.parse(until) };
  return supportTime([interval], { ...office, ...calendar }) / hour;
}

describe('support hours', () => {
  it('are those of the days in the zone of the calendar', () => {
    assert.equal(hours('2026-11-23T07:00Z', '2026-11-23T09:30Z'), 1.5);
    assert.equal(hours('2026-11-23T00:00Z', '2026-11-30T00:00Z'), 40);
    assert.equal(hours('2026-11-21T00:00Z', '2026-11-23T00:00Z'), 0);
  });

  it('leave out holidays', () => {
    assert.equal(hours('2026-12-24T00:00Z', '2026-12-26T00:00Z'), 8);
  });

  it('of a night belong to the day on which they begin', () => {
    const night = { from: 22 * hour, until: 6 * hour, days: [5] };
    assert.equal(hours('2026-11-27T00:00Z', '2026-11-29T00:00Z', night), 8);
    assert.equal(hours('2026-11-28T02:00Z', '2026-11-28T12:00Z', night), 3);
  });

  it('are those that really pass where clocks change', () => {
    const always = { from: 0, until: 24 * hour, days: [0, 1, 2, 3, 4, 5, 6] };
    assert.equal(hours('2026-03-28T23:00Z', '2026-03-29T22:00Z', always), 23);
    assert.equal(hours('2026-10-24T22:00Z', '2026-10-25T23:00Z', always), 25);
    const early = { from: 1 * hour, until: 4 * hour, days: [0] };
    assert.equal(hours('2026-03-28T00:00Z', '2026-03-30T00:00Z', early), 2);
    assert.equal(hours('2026-10-24T00:00Z', '2026-10-26T00:00Z', early), 4);
  });

  it('begin where the clock goes on when their start does not occur', () => {
    const inGap = { from: 2.5 * hour, until: 5 * hour, days: [0] };
    assert.equal(hours('2026-03-29T00:00Z', '2026-03-30T00:00Z', inGap), 1.5);
  });
});
