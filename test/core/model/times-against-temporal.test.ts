import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { readStamp } from '../../../src/core/model/read-stamp';
import { type SupportCalendar, supportTime } from '../../../src/core/model/support-calendar';
import { instantInZone, readTimeInput } from '../../../src/core/model/time-input';
import { formatInZone, zoneOffset } from '../../../src/core/model/time-text';

const zones = Intl.supportedValuesOf('timeZone');
const first = Temporal.Instant.from('1990-01-01T00:00Z').epochMilliseconds;
const last = Temporal.Instant.from('2041-01-01T00:00Z').epochMilliseconds;
const minute = 60_000;

/** Every instant from 1990 to 2040 at which the clocks of a zone change. */
function* changesOf(zone: string): Iterable<number> {
  let at: Temporal.ZonedDateTime | null = zoned(first, zone);
  for (;;) {
    at = at.getTimeZoneTransition('next');
    if (at === null || at.epochMilliseconds >= last) return;
    yield at.epochMilliseconds;
  }
}

function zoned(at: number, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
}

/** What the reference says of a wall clock, which is given as if it were UTC. */
function expectedIn(local: number, zone: string): ReturnType<typeof instantInZone> {
  const clock = Temporal.Instant.fromEpochMilliseconds(local).toZonedDateTimeISO('UTC').toPlainDateTime();
  const earlier = clock.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const later = clock.toZonedDateTime(zone, { disambiguation: 'later' });
  if (!earlier.toPlainDateTime().equals(clock)) return 'gap';
  return { at: earlier.epochMilliseconds, isOverlap: earlier.epochMilliseconds !== later.epochMilliseconds };
}

function checkClock(local: number, zone: string): void {
  assert.deepEqual(instantInZone(local, zone), expectedIn(local, zone), `${new Date(local).toISOString()} ${zone}`);
}

const instants = fc.integer({ min: first / minute, max: last / minute - 1 }).map((minutes) => minutes * minute);

describe('times, held against a reference in all zones from 1990 to 2040', function () {
  this.timeout(120_000);

  it('have the offset of their zone', () => {
    for (const zone of zones) {
      fc.assert(
        fc.property(instants, (at) => {
          assert.equal(zoneOffset(at, zone), zoned(at, zone).offsetNanoseconds / 1e6, `${new Date(at)} ${zone}`);
        }),
        { numRuns: 10 },
      );
    }
  });

  it('are found, missed or found twice as wall clocks wherever clocks change', () => {
    for (const zone of zones) {
      for (const at of changesOf(zone)) {
        for (const offset of [zoneOffset(at - 1, zone) ?? 0, zoneOffset(at, zone) ?? 0]) {
          for (const by of [-1, 0, 10]) checkClock(at + offset + by * minute, zone);
        }
      }
    }
  });

  it('are found as wall clocks at any other time', () => {
    fc.assert(fc.property(instants, fc.constantFrom(...zones), checkClock), { numRuns: 3000 });
  });

  it('are read from a time box as the clock of the zone', () => {
    fc.assert(
      fc.property(instants, fc.constantFrom(...zones), (local, zone) => {
        const text = new Date(local).toISOString().slice(0, 16).replace('T', ' ');
        const read = readTimeInput(text, { now: last, timeZone: zone });
        const expected = expectedIn(local, zone);
        const at = read.state === 'read' && read.stamp.kind === 'exact' ? read.stamp.at : 'gap';
        assert.equal(at, expected === 'gap' ? 'gap' : expected.at, `${text} ${zone}`);
      }),
      { numRuns: 2000 },
    );
  });

  it('are shown as the clock of the zone', () => {
    fc.assert(
      fc.property(instants, fc.constantFrom(...zones), (at, zone) => {
        const clock = zoned(at, zone).toPlainTime().toString({ smallestUnit: 'minute' });
        assert.ok(formatInZone(at, zone).endsWith(`${clock} ${zone}`), `${formatInZone(at, zone)}, not ${clock}`);
      }),
      { numRuns: 2000 },
    );
  });

  it('are read as stamps with every way to write date, clock and offset', () => {
    const offset = fc.integer({ min: -14 * 4, max: 14 * 4 }).map((quarters) => quarters * 15);
    fc.assert(
      fc.property(instants, offset, fc.constantFrom(' ', 'T'), fc.boolean(), (at, minutes, joint, isLong) => {
        const sign = minutes < 0 ? '-' : '+';
        const pad = (value: number) => String(value).padStart(2, '0');
        const size = Math.abs(minutes);
        const zone = `${sign}${pad(Math.floor(size / 60))}${isLong ? ':' : ''}${pad(size % 60)}`;
        const text = `${new Date(at)
          .toISOString()
          .slice(0, isLong ? 19 : 16)
          .replace('T', joint)}${zone}`;
        const stamp = readStamp(text);
        assert.ok(stamp?.kind === 'exact', text);
        assert.equal(stamp.at, Temporal.Instant.from(text.replace(' ', 'T')).epochMilliseconds, text);
        assert.equal(stamp.unsure, undefined);
      }),
      { numRuns: 2000 },
    );
  });

  it('are as long within support hours as the days really are', () => {
    const always: Omit<SupportCalendar, 'timeZone'> = {
      days: [0, 1, 2, 3, 4, 5, 6],
      from: 0,
      until: 24 * 60 * minute,
      holidays: [],
    };
    const days = fc.integer({ min: 1, max: 20 });
    fc.assert(
      fc.property(instants, days, fc.constantFrom(...zones), (from, count, timeZone) => {
        const until = zoned(from, timeZone).add({ days: count }).epochMilliseconds;
        assert.equal(supportTime([{ from, until }], { ...always, timeZone }), until - from, `${from} ${timeZone}`);
      }),
      { numRuns: 300 },
    );
  });
});
