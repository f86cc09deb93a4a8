import assert from 'node:assert/strict';
import {
  daysFromNow,
  formatAgo,
  formatClock,
  formatDay,
  formatDaysFromNow,
  formatDuration,
  formatDurationRange,
  formatElapsed,
  formatInZone,
  formatUtc,
  isTimeZone,
  zoneOffset,
} from '../../../src/core/model/time-text';

const at = Date.UTC(2026, 10, 23, 14, 2, 10);
const min = 60_000;

describe('the words for times', () => {
  it('gives a duration in its two largest units and drops a zero', () => {
    const cases: readonly (readonly [number, string])[] = [
      [0, '0 s'],
      [999, '0 s'],
      [45_000, '45 s'],
      [33 * min + 10_000, '33 min 10 s'],
      [4 * min, '4 min'],
      [192 * min, '3 h 12 min'],
      [192 * min + 59_000, '3 h 12 min'],
      [24 * 60 * min, '1 day'],
      [52 * 60 * min, '2 days 4 h'],
      [48 * 60 * min + 5 * min, '2 days'],
      [-4 * min, '4 min'],
    ];
    for (const [ms, expected] of cases) assert.equal(formatDuration(ms), expected);
  });

  it('names the unit of a range once where both ends share it', () => {
    assert.equal(formatDurationRange(30 * min, 36 * min), '30 to 36 min');
    assert.equal(formatDurationRange(50 * min, 70 * min), '50 min to 1 h 10 min');
    assert.equal(formatDurationRange(5 * min, 5 * min), '5 min');
  });

  it('always names the zone of a time', () => {
    assert.equal(formatUtc(at), '2026-11-23 14:02 UTC');
    assert.equal(formatUtc(at, { seconds: true }), '2026-11-23 14:02:10 UTC');
    assert.equal(formatClock(at, { seconds: true }), '14:02:10Z');
    assert.equal(formatClock(at), '14:02Z');
    assert.equal(formatInZone(at, 'Europe/Berlin'), '15:02 Europe/Berlin');
    assert.equal(formatInZone(at, 'Europe/Berlin', { seconds: true }), '15:02:10 Europe/Berlin');
    assert.equal(formatInZone(at, 'Pacific/Auckland'), '2026-11-24 03:02 Pacific/Auckland');
    assert.equal(formatInZone(at, 'Mars/Olympus'), '14:02 UTC');
  });

  it('leaves out the year of a day in this year', () => {
    assert.equal(formatDay('2026-11-30', at), '30 Nov');
    assert.equal(formatDay('2027-01-04', at), '4 Jan 2027');
    assert.equal(formatDay(at, at), '23 Nov');
    assert.equal(formatDay('soon', at), 'soon');
  });

  it('counts days to a date', () => {
    assert.equal(formatDaysFromNow('2026-11-23', at), 'today');
    assert.equal(formatDaysFromNow('2026-11-25', at), 'in 2 days');
    assert.equal(formatDaysFromNow('2026-11-17', at), '6 days ago');
    assert.equal(formatDaysFromNow('2026-11-24', at), 'in 1 day');
    assert.equal(daysFromNow('nonsense', at), undefined);
  });

  it('says how long something has lasted in whole minutes, by the two largest units', () => {
    assert.equal(formatElapsed(at - (13 * 60 + 48) * min - 59_000, at), '13 h 48 min');
    assert.equal(formatElapsed(at - 59_000, at), 'less than 1 min');
    assert.equal(formatElapsed(at + 1, at), undefined);
  });

  it('says how long ago in one unit', () => {
    assert.equal(formatAgo(at - 8 * min, at), '8 min ago');
    assert.equal(formatAgo(at + 125 * min, at), 'in 2 h');
    assert.equal(formatAgo(at, at), 'now');
  });

  it('knows zones and their offsets in summer and winter', () => {
    assert.equal(zoneOffset(at, 'Europe/Berlin'), 60 * min);
    assert.equal(zoneOffset(Date.UTC(2026, 6, 1), 'Europe/Berlin'), 120 * min);
    assert.equal(zoneOffset(at, 'Asia/Kolkata'), 330 * min);
    assert.ok(isTimeZone('UTC'));
    assert.ok(!isTimeZone('') && !isTimeZone('Mars/Olympus'));
  });

  it('never throws on instants outside the calendar', () => {
    for (const strange of [Number.NaN, Number.POSITIVE_INFINITY, 1e20]) {
      assert.equal(typeof formatUtc(strange), 'string');
      assert.equal(typeof formatDay(strange, at), 'string');
    }
  });
});
