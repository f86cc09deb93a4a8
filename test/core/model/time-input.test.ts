import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formatMessage } from '../../../src/core/model/message';
import { formatStamp } from '../../../src/core/model/read-stamp';
import { instantInZone, readTimeInput } from '../../../src/core/model/time-input';
import { zoneOffset } from '../../../src/core/model/time-text';

const now = Date.UTC(2026, 10, 23, 14, 35, 20, 500);
const berlin = { now, timeZone: 'Europe/Berlin' };

function read(text: string, options = berlin): string {
  const input = readTimeInput(text, options);
  if (input.state === 'empty') return 'empty';
  return input.state === 'read' ? formatStamp(input.stamp) : formatMessage(input.message);
}

function notes(text: string, options = berlin): readonly string[] {
  const input = readTimeInput(text, options);
  return input.state === 'read' ? input.notes.map((note) => formatMessage(note.message)) : [];
}

describe('the time box', () => {
  it('reads times as people write them', () => {
    const cases: readonly (readonly [string, string])[] = [
      ['now', '2026-11-23 14:35:20Z'],
      ['-20m', '2026-11-23 14:15Z'],
      ['- 20 min', '2026-11-23 14:15Z'],
      ['20 min ago', '2026-11-23 14:15Z'],
      ['-1h30m', '2026-11-23 13:05Z'],
      ['-90s', '2026-11-23 14:33:50Z'],
      ['14:05', '2026-11-23 13:05Z'],
      ['14:05:30', '2026-11-23 13:05:30Z'],
      ['2:05 pm', '2026-11-23 13:05Z'],
      ['14:05Z', '2026-11-23 14:05Z'],
      ['14:05 UTC', '2026-11-23 14:05Z'],
      ['14:05+05:30', '2026-11-23 08:35Z'],
      ['yesterday 23:50', '2026-11-22 22:50Z'],
      ['today 9:30', '2026-11-23 08:30Z'],
      ['2026-11-23 14:05Z', '2026-11-23 14:05Z'],
      ['2026-11-23T14:05:10', '2026-11-23 13:05:10Z'],
      ['~14:05Z', '~2026-11-23 14:05Z'],
      ['~ -20m', '~2026-11-23 14:15Z'],
      ['unknown', 'unknown'],
      ['after E1406', 'after E1406'],
      ['14:05/14:20', '2026-11-23 13:05Z/2026-11-23 13:20Z'],
      ['2026-11-23 14:05Z/14:20Z', '2026-11-23 14:05Z/2026-11-23 14:20Z'],
      ['', 'empty'],
      ['14.5', '"14.5" is not read as a time. 14:05, -20m or unknown are.'],
      ['-', '"-" is not read as a time. 14:05, -20m or unknown are.'],
      ['25:00', '"25:00" is not read as a time. 14:05, -20m or unknown are.'],
      ['2026-02-30 10:00', '"2026-02-30 10:00" is not read as a time. 14:05, -20m or unknown are.'],
    ];
    for (const [text, expected] of cases) assert.equal(read(text), expected, text);
  });

  it('takes a clock far ahead as one of yesterday', () => {
    const justAfterMidnight = { now: Date.UTC(2026, 10, 23, 23, 5), timeZone: 'Europe/Berlin' };
    assert.equal(read('23:50', justAfterMidnight), '2026-11-23 22:50Z');
    assert.equal(read('00:03', justAfterMidnight), '2026-11-23 23:03Z');
    assert.equal(read('17:35'), '2026-11-23 16:35Z');
    assert.deepEqual(notes('17:35'), ['That is 1 h 59 min in the future.']);
    assert.deepEqual(notes('15:35'), []);
  });

  it('names clocks that occur twice or never', () => {
    const autumn = { now: Date.UTC(2026, 9, 25, 12), timeZone: 'Europe/Berlin' };
    assert.equal(read('02:30', autumn), '2026-10-25 00:30Z');
    assert.deepEqual(notes('02:30', autumn), [
      '02:30 occurs twice on this day in Europe/Berlin; the first is taken. Add +01:00 for the second.',
    ]);
    assert.equal(read('02:30+01:00', autumn), '2026-10-25 01:30Z');
    const spring = { now: Date.UTC(2026, 2, 29, 12), timeZone: 'Europe/Berlin' };
    assert.equal(read('02:30', spring), '02:30 does not occur on this day in Europe/Berlin.');
    assert.equal(read('03:30', spring), '2026-03-29 01:30Z');
  });

  it('takes time and text from a pasted line', () => {
    const cases: readonly (readonly [string, string, string])[] = [
      ['2026-11-23T14:05:10.123Z ERROR pool exhausted', '2026-11-23 14:05:10Z', 'ERROR pool exhausted'],
      ['[2026-11-23 14:05:10 UTC] pod restarted', '2026-11-23 14:05:10Z', 'pod restarted'],
      ['2026-11-23 14:05:10,123 INFO x', '2026-11-23 13:05:10Z', 'INFO x'],
      ['[23/Nov/2026:14:05:10 +0000] "POST /checkout" 500', '2026-11-23 14:05:10Z', '"POST /checkout" 500'],
      ['14:05 restarted api-3', '2026-11-23 13:05Z', 'restarted api-3'],
      ['14:05Z: restarted api-3', '2026-11-23 14:05Z', 'restarted api-3'],
    ];
    for (const [text, stamp, rest] of cases) {
      const input = readTimeInput(text, berlin);
      assert.equal(input.state, 'read', text);
      if (input.state !== 'read') continue;
      assert.deepEqual([formatStamp(input.stamp), input.rest], [stamp, rest]);
    }
    assert.deepEqual(notes('2026-11-23 14:05:10,123 INFO x'), ['No offset; read as a time in Europe/Berlin.']);
  });

  it('says which inputs move with the clock', () => {
    for (const [text, expected] of [
      ['now', true],
      ['-5m', true],
      ['14:05', false],
    ] as const) {
      const input = readTimeInput(text, berlin);
      assert.equal(input.state === 'read' && input.isRelative, expected);
    }
  });

  it('finds the instant of every wall clock that exists', () => {
    const zone = fc.constantFrom(
      'Europe/Berlin',
      'America/New_York',
      'Australia/Lord_Howe',
      'Asia/Kolkata',
      'UTC',
      'Pacific/Apia',
    );
    const instant = fc
      .integer({ min: Date.UTC(2015, 0, 1) / 60_000, max: Date.UTC(2030, 0, 1) / 60_000 })
      .map((m) => m * 60_000);
    fc.assert(
      fc.property(zone, instant, (name, at) => {
        const local = at + (zoneOffset(at, name) ?? 0);
        const found = instantInZone(local, name);
        assert.ok(found !== 'gap');
        assert.ok(found.at === at || (found.isOverlap && found.at < at));
      }),
    );
  });

  it('never throws', () => {
    const text = fc.oneof(fc.string(), fc.stringMatching(/^[-~0-9:.,TZ+/ amphnow]{0,30}$/));
    fc.assert(
      fc.property(
        text,
        fc.constantFrom('UTC', 'Europe/Berlin', 'no zone', ''),
        (any, timeZone) => void readTimeInput(any, { now, timeZone }),
      ),
    );
  });
});
