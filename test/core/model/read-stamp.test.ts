import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formatStamp, readStamp } from '../../../src/core/model/read-stamp';
import type { Stamp } from '../../../src/core/model/stamp';

const day = Date.UTC(2026, 10, 23);

describe('a stamp', () => {
  it('is read in every form that reports use', () => {
    const cases: readonly (readonly [string, string | undefined])[] = [
      ['2026-11-23 14:02:10Z', '2026-11-23 14:02:10Z'],
      ['2026-11-23T14:02Z', '2026-11-23 14:02Z'],
      ['  2026-11-23t14:02:10.250z ', '2026-11-23 14:02:10Z'],
      ['2026-11-23 15:02+01:00', '2026-11-23 14:02Z'],
      ['2026-11-23 15:02 +0100', '2026-11-23 14:02Z'],
      ['2026-11-24 00:30+01', '2026-11-23 23:30Z'],
      ['2026-11-23 14:02 UTC', '2026-11-23 14:02Z'],
      ['~2026-11-23 14:06Z', '~2026-11-23 14:06Z'],
      ['2026-11-23 14:02Z/2026-11-23 14:10Z', '2026-11-23 14:02Z/2026-11-23 14:10Z'],
      ['2026-11-23 14:02Z/14:10Z', '2026-11-23 14:02Z/2026-11-23 14:10Z'],
      ['2026-11-23 14:02/14:10Z', '2026-11-23 14:02Z/2026-11-23 14:10Z'],
      ['2026-11-23 23:50Z/00:10', '2026-11-23 23:50Z/2026-11-24 00:10Z'],
      ['2026-11-24 00:30+01:00/00:40', '2026-11-23 23:30Z/2026-11-23 23:40Z'],
      ['Unknown', 'unknown'],
      ['after E1406', 'after E1406'],
      ['Before E1406b', 'before E1406b'],
      ['2026-12-31 23:59:60Z', '2027-01-01 00:00:00Z'],
      ['2024-02-29 00:00Z', '2024-02-29 00:00Z'],
      ['2026-02-29 00:00Z', undefined],
      ['2026-13-01 00:00Z', undefined],
      ['2026-11-23 24:00Z', undefined],
      ['2026-11-23 14:60Z', undefined],
      ['2026-11-23 14:02+25:00', undefined],
      ['2026-11-23', undefined],
      ['2026-11-23 14:10Z/2026-11-23 14:02Z', undefined],
      ['14.05h', undefined],
      ['14:05', undefined],
      ['', undefined],
      ['after', undefined],
    ];
    for (const [text, expected] of cases) {
      const stamp = readStamp(text);
      assert.equal(stamp === undefined ? undefined : formatStamp(stamp), expected, text);
    }
  });

  it('is unsure where the date or the offset was not written', () => {
    assert.deepEqual(readStamp('2026-11-23 14:02'), {
      kind: 'exact',
      at: day + 842 * 60_000,
      seconds: false,
      unsure: true,
      noOffset: true,
    });
    assert.deepEqual(readStamp('14:02Z', day), { kind: 'exact', at: day + 842 * 60_000, seconds: false, unsure: true });
    assert.equal(readStamp('14:02Z/14:09', day)?.kind, 'range');
  });

  it('passes midnight with the row above', () => {
    const stamp = readStamp('00:03', Date.UTC(2026, 10, 23, 23, 58));
    assert.equal(stamp && formatStamp(stamp), '2026-11-24 00:03Z');
    const earlier = readStamp('13:50', Date.UTC(2026, 10, 23, 14, 2));
    assert.equal(earlier && formatStamp(earlier), '2026-11-23 13:50Z');
  });

  it('is the same after writing and reading', () => {
    const instant = fc
      .integer({ min: Date.UTC(1970, 0, 1) / 1000, max: Date.UTC(2200, 0, 1) / 1000 })
      .map((seconds) => seconds * 1000);
    const stamp: fc.Arbitrary<Stamp> = fc.oneof(
      fc.record({ kind: fc.constantFrom('exact' as const, 'about' as const), at: instant, seconds: fc.boolean() }),
      fc.record({ from: instant, length: fc.nat(1e6), seconds: fc.boolean() }).map(({ from, length, seconds }) => ({
        kind: 'range' as const,
        from,
        until: from + length * 60_000,
        seconds,
      })),
      fc.constant<Stamp>({ kind: 'unknown' }),
      fc.record({ kind: fc.constantFrom('after' as const, 'before' as const), entry: fc.constantFrom('E1', 'E1406b') }),
    );
    fc.assert(
      fc.property(stamp, (written) => {
        const text = formatStamp(written);
        const read = readStamp(text);
        assert.ok(read);
        assert.equal(formatStamp(read), text);
        if ('seconds' in written && written.seconds) assert.deepEqual(read, { ...written });
      }),
    );
  });

  it('never throws', () => {
    const text = fc.oneof(fc.string(), fc.stringMatching(/^[~0-9TZ:+/. -]{0,40}$/));
    fc.assert(
      fc.property(text, fc.option(fc.integer(), { nil: undefined }), (any, before) => void readStamp(any, before)),
    );
  });
});
