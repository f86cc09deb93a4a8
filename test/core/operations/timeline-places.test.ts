import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Stamp } from '../../../src/core/model/stamp';
import type { TimelineEntry } from '../../../src/core/model/timeline-entry';
import { placeAmong } from '../../../src/core/operations/timeline-place';
import { placesAmong } from '../../../src/core/operations/timeline-places';

const nothing = { text: '', span: { start: 0, end: 0 } };

function entry(stamp: Stamp | undefined, id: string): TimelineEntry {
  return {
    source: 'row',
    span: nothing.span,
    id: { ...nothing, text: id },
    time: nothing,
    kindName: '',
    event: nothing,
    systems: [],
    actors: [],
    evidence: [],
    ...(stamp !== undefined && { stamp }),
  };
}

const exact = (at: number): Stamp => ({ kind: 'exact', at, seconds: true });

describe('places of several entries', () => {
  it('are those that each of them alone would get', () => {
    const instants = fc.integer({ min: 0, max: 12 });
    const stamps = fc.oneof(
      { weight: 8, arbitrary: instants.map(exact) },
      fc.constant(undefined),
      fc.constant<Stamp>({ kind: 'unknown' }),
      fc.constant<Stamp>({ kind: 'after', entry: 'E0' }),
    );
    const lists = fc.oneof(
      fc.array(stamps, { maxLength: 20 }),
      fc.array(instants, { maxLength: 20 }).map((ats) => ats.sort((a, b) => b - a).map(exact)),
    );
    fc.assert(
      fc.property(lists, fc.array(instants, { maxLength: 8 }), (own, added) => {
        const entries = own.map((stamp, index) => entry(stamp, `E${index}`));
        const sorted = added.sort((a, b) => a - b);
        assert.deepEqual(
          placesAmong(entries, sorted).indexes,
          sorted.map((at) => placeAmong(entries, exact(at))),
        );
      }),
    );
  });
});
