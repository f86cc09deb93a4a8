import assert from 'node:assert/strict';
import { formatMessage } from '../../../src/core/model/message';
import { formatStamp } from '../../../src/core/model/read-stamp';
import { readEntryTime, readPastedLine, type TypedTime } from '../../../src/core/operations/read-entry-time';

const context = { now: Date.UTC(2026, 10, 23, 14, 43, 20), timeZone: 'Europe/Berlin' };

function read(time: string, more: Partial<TypedTime> = {}): string {
  const result = readEntryTime({ time, precision: 'exact', until: '', bound: '', ...more }, context);
  return 'stamp' in result ? formatStamp(result.stamp) : `${result.field}: ${formatMessage(result.problem)}`;
}

describe('the time of an entry in the form', () => {
  it('is read as it is typed, in the zone of the team', () => {
    assert.equal(read('now'), '2026-11-23 14:43:20Z');
    assert.equal(read('-20m'), '2026-11-23 14:23Z');
    assert.equal(read('15:05'), '2026-11-23 14:05Z');
    assert.equal(read('unknown'), 'unknown');
  });

  it('moves with the clock only where it says so', () => {
    const isRelative = (time: string) => {
      const result = readEntryTime({ time, precision: 'exact', until: '', bound: '' }, context);
      return 'stamp' in result && result.isRelative;
    };
    assert.deepEqual(['now', '-20m', '14:05', '2026-11-23 14:05Z'].map(isRelative), [true, true, false, false]);
  });

  it('is about what was typed where only that is known', () => {
    assert.equal(read('15:05', { precision: 'about' }), '~2026-11-23 14:05Z');
    assert.equal(read('~15:05'), '~2026-11-23 14:05Z');
  });

  it('ends on the day on which it began, or after midnight', () => {
    assert.equal(
      read('2026-11-23 14:05Z', { precision: 'range', until: '14:20Z' }),
      '2026-11-23 14:05Z/2026-11-23 14:20Z',
    );
    assert.equal(read('15:05', { precision: 'range', until: '15:20' }), '2026-11-23 14:05Z/2026-11-23 14:20Z');
    assert.equal(read('-20m', { precision: 'range', until: 'now' }), '2026-11-23 14:23:00Z/2026-11-23 14:43:20Z');
    assert.equal(read('15:05', { precision: 'range' }), 'until: Until when?');
    assert.match(read('now', { precision: 'range', until: '-20m' }), /^until: The end of the range/);
  });

  it('can be bounded by another entry, or not known at all', () => {
    assert.equal(read('now', { precision: 'after entry', bound: 'E1406' }), 'after E1406');
    assert.equal(read('now', { precision: 'before entry', bound: 'E1406' }), 'before E1406');
    assert.equal(read('now', { precision: 'before entry' }), 'bound: Which entry?');
    assert.equal(read('whatever', { precision: 'unknown' }), 'unknown');
  });

  it('says which field is not read, and what is read', () => {
    assert.equal(read('14.5'), 'time: "14.5" is not read as a time. 14:05, -20m or unknown are.');
    assert.match(read('14:05 restarted api-3'), /^time: "14:05 restarted api-3" is not read/);
    assert.match(read(''), /^time: No time yet/);
    assert.match(read('15:05', { precision: 'range', until: 'soon' }), /^until: "soon" is not read/);
  });

  it('is taken from a pasted line, which leaves the rest as the event', () => {
    assert.deepEqual(readPastedLine('2026-11-23T14:05:12Z ERROR pool exhausted', context), {
      time: '2026-11-23 14:05:12Z',
      event: 'ERROR pool exhausted',
    });
    assert.deepEqual(readPastedLine('  no time here', context), { time: 'no time here', event: '' });
    assert.deepEqual(readPastedLine('', context), { time: '', event: '' });
  });
});
