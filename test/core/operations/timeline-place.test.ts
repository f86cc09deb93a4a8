import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readStamp } from '../../../src/core/model/read-stamp';
import type { Stamp } from '../../../src/core/model/stamp';
import type { TimelineEntry } from '../../../src/core/model/timeline-entry';
import { placeAmong } from '../../../src/core/operations/timeline-place';

describe('placeAmong', () => {
  const check = (behaviour: string, times: readonly string[], time: string, expected: number) =>
    it(behaviour, () => assert.equal(placeAmong(times.map(entry), stamp(time)), expected));

  check('puts the first entry first', [], '14:05Z', 0);
  check('goes between its neighbours', ['14:00Z', '14:10Z'], '14:05Z', 1);
  check('goes after entries of the same time', ['14:00Z', '14:05Z', '14:05Z', '14:10Z'], '14:05Z', 3);
  check('goes before all where it is the earliest', ['14:00Z', '14:10Z'], '13:00Z', 0);
  check('is not drawn along by one entry that was noted late', ['14:00Z', '14:20Z', '14:30Z', '14:05Z'], '14:12Z', 1);
  check('is not drawn along by one wrong time at the start', ['18:00Z', '14:00Z', '14:10Z'], '14:12Z', 3);
  check('keeps a timeline newest first', ['14:20Z', '14:10Z', '14:00Z'], '14:15Z', 1);
  check('puts the newest on top of a timeline newest first', ['14:20Z', '14:10Z'], '14:30Z', 0);
  check('puts the oldest at the end of a timeline newest first', ['14:20Z', '14:10Z'], '14:00Z', 2);
  check('stands before entries of unknown time', ['14:00Z', 'unknown'], '14:05Z', 1);
  check('puts an unknown time last', ['14:00Z', '14:10Z'], 'unknown', 2);
  check('goes behind entries bounded by an earlier one', ['14:00Z', 'after E0', '14:20Z'], '14:10Z', 2);
  check('stands behind the entry that bounds it', ['14:00Z', '14:10Z'], 'after E0', 1);
  check('stands behind others bounded by the same entry', ['14:00Z', 'after e0', '14:10Z'], 'after E0', 2);
  check('stands before the entry that bounds it', ['14:00Z', '14:10Z'], 'before E1', 1);
  check('goes last where the bounding entry is not there', ['14:00Z', '14:10Z'], 'before E9', 2);
  check('counts a range by its start', ['14:00Z', '2026-11-23 14:10Z/14:30Z'], '14:20Z', 2);
  check('passes over times that are not read', ['14:00Z', 'noonish', '14:10Z'], '14:12Z', 3);

  it('keeps a timeline in order, whatever is added', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(60), { maxLength: 30 }), (minutes) => {
        const entries: TimelineEntry[] = [];
        for (const minute of minutes) {
          const at = Date.UTC(2026, 10, 23, 14, minute);
          const place = placeAmong(entries, { kind: 'exact', at, seconds: false });
          entries.splice(place, 0, entryAt({ kind: 'exact', at, seconds: false }));
        }
        const instants = entries.map((one) => (one.stamp?.kind === 'exact' ? one.stamp.at : 0));
        assert.deepEqual(
          instants,
          [...instants].sort((a, b) => a - b),
        );
      }),
    );
  });
});

function stamp(time: string): Stamp {
  const read = readStamp(/^\d{2}:/.test(time) ? `2026-11-23 ${time}` : time);
  assert.ok(read !== undefined);
  return read;
}

function entry(time: string, index: number): TimelineEntry {
  const read = readStamp(/^\d{2}:/.test(time) ? `2026-11-23 ${time}` : time);
  return { ...entryAt(read), id: { text: `E${index}`, span: { start: 0, end: 0 } } };
}

function entryAt(read: Stamp | undefined): TimelineEntry {
  const nothing = { text: '', span: { start: 0, end: 0 } };
  return {
    source: 'row',
    span: nothing.span,
    time: nothing,
    ...(read && { stamp: read }),
    kindName: 'note',
    event: nothing,
    systems: [],
    actors: [],
    evidence: [],
  };
}
