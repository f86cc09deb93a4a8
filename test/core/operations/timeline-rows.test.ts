import assert from 'node:assert/strict';
import { formatMessage } from '../../../src/core/model/message';
import type { Stamp } from '../../../src/core/model/stamp';
import { type RowEntry, timelineRows } from '../../../src/core/operations/timeline-rows';

const impactStarted = Date.UTC(2026, 10, 23, 14, 2, 10);

function entry(id: string, stamp: Stamp | undefined): RowEntry {
  return { id, kind: 'check', kindName: 'check', event: id, written: '14.05h', ...(stamp && { stamp }) };
}

function at(time: string, day = '2026-11-23'): Stamp {
  return { kind: 'exact', at: Date.parse(`${day}T${time}Z`), seconds: time.length > 5 };
}

function lines(entries: readonly RowEntry[]): readonly string[] {
  return timelineRows(entries, { silence: 15, impactStarted }).flatMap(({ entry: { id }, lead, time, minutes }) => [
    ...lead.map(({ kind, text }) => `${kind}: ${formatMessage(text)}`),
    [id, time, minutes].join(' '),
  ]);
}

describe('the rows of a timeline', () => {
  it('stand in order of time, those of one time as they are written', () => {
    assert.deepEqual(lines([entry('B', at('14:06')), entry('A', at('14:02:10')), entry('C', at('14:06'))]), [
      'A 14:02:10 0',
      'B 14:06 3',
      'C 14:06 3',
    ]);
  });

  it('count minutes before and after impact started, cut towards zero', () => {
    assert.deepEqual(lines([entry('A', at('14:01:30')), entry('B', at('14:02:50'))]), ['A 14:01:30 0', 'B 14:02:50 0']);
    assert.deepEqual(lines([entry('A', at('13:55'))]), ['A 13:55 -7']);
  });

  it('show a gap from the end of what was observed to the next entry', () => {
    const range: Stamp = {
      kind: 'range',
      from: Date.parse('2026-11-23T14:10Z'),
      until: Date.parse('2026-11-23T14:20Z'),
      seconds: false,
    };
    assert.deepEqual(lines([entry('A', range), entry('B', at('14:34:59'))]), ['A 14:10–20 7', 'B 14:34:59 32']);
    assert.deepEqual(lines([entry('A', range), entry('B', at('14:37:20'))]), [
      'A 14:10–20 7',
      'gap: 17 min without an entry',
      'B 14:37:20 35',
    ]);
  });

  it('show no gap before users were affected', () => {
    assert.deepEqual(lines([entry('A', at('13:00')), entry('B', at('14:02:10'))]), ['A 13:00 -62', 'B 14:02:10 0']);
  });

  it('name the days only where there are several', () => {
    assert.deepEqual(lines([entry('A', at('23:50')), entry('B', at('00:02', '2026-11-24'))]), [
      'day: 23 Nov 2026',
      'A 23:50 587',
      'day: 24 Nov 2026',
      'B 00:02 599',
    ]);
  });

  it('keep an entry beside the one that bounds it, and one of unknown time last', () => {
    assert.deepEqual(
      lines([
        entry('U', { kind: 'unknown' }),
        entry('C', at('14:08')),
        entry('X', { kind: 'after', entry: 'a' }),
        entry('Y', { kind: 'before', entry: 'C' }),
        entry('A', at('14:06')),
      ]),
      ['A 14:06 3', 'X after a ', 'Y before C ', 'C 14:08 5', 'U unknown '],
    );
  });

  it('leave a time that cannot be read below the row that it was written under', () => {
    assert.deepEqual(lines([entry('A', at('14:06')), entry('?', undefined), entry('B', at('14:07'))]), [
      'A 14:06 3',
      '? 14.05h ',
      'B 14:07 4',
    ]);
  });

  it('end with bounds that go round in a circle', () => {
    const circle = [entry('A', { kind: 'after', entry: 'B' }), entry('B', { kind: 'before', entry: 'A' })];
    assert.deepEqual(lines(circle), ['A after B ', 'B before A ']);
  });
});
