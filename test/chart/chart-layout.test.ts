import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type ChartEntry, type ChartInput, newEntryIndex } from '../../src/chart/chart-input';
import { type ChartLayout, layoutChart, markAt, placeOf } from '../../src/chart/chart-layout';
import { planChart } from '../../src/chart/chart-plan';
import type { Stamp } from '../../src/core/model/stamp';

const minute = 60_000;

function at(clock: string, day = '2026-11-23'): Stamp {
  return { kind: 'exact', at: Date.parse(`${day}T${clock}Z`), seconds: false };
}

function about(clock: string): Stamp {
  return { kind: 'about', at: Date.parse(`2026-11-23T${clock}Z`), seconds: false };
}

function entry(kind: string, stamp: Stamp | undefined, more: Partial<ChartEntry> = {}): ChartEntry {
  return { kind, systems: ['checkout-api'], hasActor: false, ...(stamp && { stamp }), ...more };
}

function layout(input: Partial<ChartInput>, width = 756, window?: { from: number; until: number }): ChartLayout {
  const plan = planChart({ entries: [], impact: [], silence: 15, ...input });
  return layoutChart(plan, { width, ...(window && { window }) });
}

const laneNames = ({ lanes }: ChartLayout) => lanes.map(({ name }) => name);

describe('lanes of the chart', () => {
  it('stand in order of their first entry, with those who responded and all else', () => {
    const entries = [
      entry('check', at('14:12'), { systems: ['payments-db'] }),
      entry('acknowledged', at('14:07'), { systems: [], hasActor: true }),
      entry('note', at('14:20'), { systems: [] }),
      entry('change', at('13:40')),
    ];
    assert.deepEqual(laneNames(layout({ entries })), ['checkout-api', 'responders', 'payments-db', 'other']);
  });

  it('are 28 px high below a head of 72 px, and 40 px with the name inside on a narrow page', () => {
    const entries = [entry('check', at('14:12')), entry('check', at('14:13'), { systems: ['payments-db'] })];
    const wide = layout({ entries }, 520);
    assert.deepEqual([wide.lanes[1]?.top, wide.floor, wide.lanes[1]?.labelX], [100, 128, 0]);
    const narrow = layout({ entries }, 519);
    assert.deepEqual([narrow.lanes[1]?.top, narrow.floor, narrow.lanes[1]?.labelX], [112, 152, 8]);
  });

  it('are at most eight and one for all others', () => {
    const entries = Array.from({ length: 30 }, (_, index) => entry('check', at('14:12'), { systems: [`s${index}`] }));
    const drawn = layout({ entries });
    assert.equal(drawn.lanes.length, 9);
    assert.equal(drawn.lanes.at(-1)?.name, 'other');
    assert.deepEqual(drawn.marks.map(({ lane }) => lane).slice(6, 11), [6, 7, 8, 8, 8]);
  });

  it('hold an entry of several systems in each of theirs', () => {
    const { marks } = layout({ entries: [entry('change', at('14:12'), { systems: ['a', 'b', 'a'] })] });
    assert.deepEqual(
      marks.map(({ lane, entries }) => [lane, entries[0]]),
      [
        [0, 0],
        [1, 0],
      ],
    );
  });

  it('show of a long or hostile name what there is room for, and keep the whole one', () => {
    const name = `${'a-very-long-system-name'.repeat(200)}</text><script>`;
    const [lane] = layout({ entries: [entry('check', at('14:12'), { systems: [name] })] }).lanes;
    assert.equal(lane?.name, name);
    assert.match(lane?.label ?? '', /^a-very-long-\S{0,6}…$/);
  });
});

describe('marks of the chart', () => {
  it('have the shape of what was recorded', () => {
    const kinds = ['change', 'symptom', 'detected', 'action', 'decision', 'communication', 'escalation', 'own kind'];
    const entries = kinds.map((kind, index) => entry(kind, at(`14:${10 + index}`)));
    assert.deepEqual(
      layout({ entries }).marks.map(({ shape }) => shape),
      ['diamond', 'circle', 'circle', 'square', 'square', 'square', 'square', 'circle'],
    );
  });

  it('lie on one line of time', () => {
    const { marks } = layout({ entries: [entry('a', at('14:00')), entry('b', at('14:10')), entry('c', at('14:30'))] });
    const [first = 0, second = 0, third = 0] = marks.map(({ x }) => x);
    assert.ok(first > 108 && third < 748);
    assert.ok(Math.abs((third - first) / (second - first) - 3) < 1e-6);
  });

  it('show a range as long as it is, and an approximate time as the band in which it may lie', () => {
    const range: Stamp = {
      kind: 'range',
      from: Date.parse('2026-11-23T14:10Z'),
      until: Date.parse('2026-11-23T14:20Z'),
      seconds: false,
    };
    const drawn = layout({ entries: [entry('check', range), entry('detected', about('14:00'))] });
    const scale = drawn.scale;
    assert.ok(scale !== undefined);
    const perMinute = ((scale.right - scale.left) / (scale.until - scale.from)) * minute;
    const pill = drawn.marks.find(({ shape }) => shape === 'range');
    assert.ok(Math.abs((pill?.width ?? 0) - 10 * perMinute) < 1e-6);
    assert.equal(drawn.bands.length, 1);
    assert.ok(Math.abs((drawn.bands[0]?.width ?? 0) - 4 * perMinute) < 1e-6);
  });

  it('of unknown and bounded times stand in a strip of their own, as nothing says where else', () => {
    const entries = [
      entry('check', at('14:00')),
      entry('check', { kind: 'unknown' }),
      entry('check', { kind: 'after', entry: 'E1400' }),
      entry('check', undefined),
    ];
    const { strip, marks, scale } = layout({ entries });
    assert.equal(strip?.label, 'time unknown');
    assert.deepEqual(
      marks.map(({ x }) => x > (strip?.x ?? Number.POSITIVE_INFINITY)),
      [false, true, true, true],
    );
    assert.ok((scale?.right ?? Number.POSITIVE_INFINITY) < (strip?.x ?? 0));
  });

  it('of unknown time that have no room share the last place', () => {
    const entries = Array.from({ length: 40 }, () => entry('check', { kind: 'unknown' }));
    const { marks, scale, ticks, strip } = layout({ entries });
    assert.equal(scale, undefined);
    assert.deepEqual(ticks, []);
    assert.deepEqual(
      marks.map(({ entries: own }) => own.length),
      [1, 1, 1, 1, 1, 35],
    );
    assert.ok(marks.every(({ x }) => x > (strip?.x ?? 0) && x < 756));
  });

  it('keep the new one to itself, wherever its time leads', () => {
    const drawn = layout({ entries: [entry('check', at('14:00'))], newEntry: entry('mitigated', at('16:00')) });
    const [first, added] = drawn.marks;
    assert.deepEqual([first?.entries, added?.entries], [[0], [newEntryIndex]]);
    assert.ok((added?.x ?? 0) > (first?.x ?? 0));
  });
});

describe('many marks', () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, index) =>
      entry('check', { kind: 'exact', at: Date.UTC(2026, 10, 23) + index * minute, seconds: false }),
    );

  it('are drawn one by one up to 499, and by pixel column from 500 on', () => {
    assert.equal(layout({ entries: many(499) }).marks.length, 499);
    const { marks, isBinned } = layout({ entries: many(500) }, 300);
    assert.ok(isBinned);
    assert.ok(marks.length < 300);
    assert.equal(
      marks.reduce((sum, { entries }) => sum + entries.length, 0),
      500,
    );
    assert.equal(new Set(marks.map(({ x }) => x)).size, marks.length);
  });

  it('come to no more shapes at 100,000 entries than at 10,000', () => {
    const count = (entries: number) => {
      const { marks, bands, gaps, ticks, milestones } = layout({ entries: many(entries) });
      return marks.length + bands.length + gaps.length + ticks.length + milestones.length;
    };
    assert.ok(count(10_000) < 800);
    assert.ok(count(100_000) < 800);
  });

  it('are drawn one by one again where fewer are in view', () => {
    const from = Date.UTC(2026, 10, 23, 12);
    const { marks, isBinned } = layout({ entries: many(10_000) }, 756, { from, until: from + 60 * minute });
    assert.equal(isBinned, false);
    assert.equal(marks.length, 61);
  });

  it('leave the new one by itself', () => {
    const added = entry('mitigated', { kind: 'exact', at: Date.UTC(2026, 10, 23, 1), seconds: false });
    const { marks } = layout({ entries: many(10_000), newEntry: added });
    assert.deepEqual(
      marks.filter(({ entries }) => entries.includes(newEntryIndex)).map(({ shape }) => shape),
      ['circle'],
    );
  });
});

describe('milestone lines', () => {
  const names = ['impact started', 'detected', 'acknowledged', 'declared', 'mitigated'];

  it('have their names in the first of four rows with room; a fifth has none', () => {
    const entries = names.map((milestone, index) => entry(milestone, at(`14:0${index}`), { milestone }));
    const far = entry('check', at('23:00'));
    const { milestones } = layout({ entries: [...entries, far] });
    assert.deepEqual(
      milestones.map(({ name }) => name),
      names,
    );
    assert.deepEqual(
      milestones.map(({ label }) => label?.y),
      [12, 28, 44, 60, undefined],
    );
    assert.deepEqual([...new Set(milestones.slice(0, 4).map(({ label }) => label?.anchor))], ['start']);
  });

  it('have their names at the left where the right has no room', () => {
    const entries = [entry('check', at('13:00')), entry('resolved', at('14:00'), { milestone: 'resolved' })];
    const [line] = layout({ entries }).milestones;
    assert.equal(line?.label?.anchor, 'end');
    assert.ok((line?.label?.x ?? 0) < (line?.x ?? 0));
  });
});

describe('impact', () => {
  it('is drawn from impact started to mitigated, also while that is being written', () => {
    const started = entry('impact started', at('14:02'), { milestone: 'impact started' });
    const later = entry('check', at('15:00'), { systems: ['payments-db'] });
    const open = layout({ entries: [started, later] });
    assert.deepEqual(
      open.impact.map(({ lane }) => lane),
      [0],
    );
    assert.ok(Math.abs((open.impact[0]?.x ?? 0) + (open.impact[0]?.width ?? 0) - (open.marks[1]?.x ?? 0)) < 1e-6);
    const mitigated = entry('mitigated', at('14:30'), { milestone: 'mitigated' });
    const closed = layout({ entries: [started, later], newEntry: mitigated });
    assert.ok((closed.impact[0]?.width ?? 0) < (open.impact[0]?.width ?? 0));
  });

  it('is that of its rows where there are some, in lanes of their systems', () => {
    const from = Date.parse('2026-11-23T14:02Z');
    const impact = [{ systems: ['orders'], hasActor: false, from, until: from + 10 * minute }];
    const drawn = layout({ entries: [entry('check', at('14:00'))], impact });
    assert.deepEqual(laneNames(drawn), ['checkout-api', 'orders']);
    assert.deepEqual(
      drawn.impact.map(({ lane }) => lane),
      [1],
    );
  });
});

describe('gaps', () => {
  it('are hatched from the limit of silence on, with words in the first lane free of marks', () => {
    const entries = [
      entry('check', at('14:00')),
      entry('check', at('14:14'), { systems: ['payments-db'] }),
      entry('action', at('14:31')),
    ];
    const { gaps, lanes } = layout({ entries: [...entries, entry('check', at('14:32'), { systems: ['orders'] })] });
    assert.deepEqual(
      gaps.map(({ text }) => text),
      ['17 min, no entry'],
    );
    assert.equal(gaps[0]?.label?.y, (lanes[2]?.middle ?? 0) + 4);
  });

  it('begin with the impact, since before it nobody was expected to write', () => {
    const started = entry('impact started', at('14:00'), { milestone: 'impact started' });
    const { gaps } = layout({ entries: [entry('change', at('13:00')), started, entry('check', at('14:20'))] });
    assert.deepEqual(
      gaps.map(({ text }) => text),
      ['20 min, no entry'],
    );
  });

  it('have no words where every lane has a mark or the room is too small', () => {
    const { gaps } = layout({ entries: [entry('check', at('14:00')), entry('check', at('15:00'))] });
    assert.deepEqual(
      gaps.map(({ label }) => label),
      [undefined],
    );
  });
});

describe('the axis', () => {
  const spans: readonly [string, Stamp, Stamp, readonly string[]][] = [
    [
      'minutes',
      at('14:00'),
      at('14:06'),
      ['13:59', '14:00', '14:01', '14:02', '14:03', '14:04', '14:05', '14:06', '14:07'],
    ],
    ['ten minutes', at('13:40'), at('14:41'), ['13:40', '13:50', '14:00', '14:10', '14:20', '14:30', '14:40']],
    [
      'an hour',
      at('08:00'),
      at('17:00'),
      ['08:00', '09:00', '10:00', '11:00', '12:00', '13:00', '14:00', '15:00', '16:00', '17:00'],
    ],
  ];
  for (const [name, from, until, labels] of spans) {
    it(`steps by ${name}`, () => {
      const { ticks } = layout({ entries: [entry('a', from), entry('b', until)] });
      assert.deepEqual(
        ticks.map(({ label }) => label),
        labels,
      );
    });
  }

  it('writes the day under midnight', () => {
    const { ticks, height, floor } = layout({
      entries: [entry('a', at('22:00')), entry('b', at('03:00', '2026-11-24'))],
    });
    const dated = ticks.filter(({ date }) => date !== undefined).map(({ label, date }) => [label, date]);
    assert.deepEqual(dated, [['00:00', '24 Nov']]);
    assert.equal(height - floor, 34);
  });

  it('counts days where entries lie days apart', () => {
    const { ticks } = layout({ entries: [entry('a', at('12:00')), entry('b', at('12:00', '2026-12-03'))] });
    const days = [
      '23 Nov',
      '24 Nov',
      '25 Nov',
      '26 Nov',
      '27 Nov',
      '28 Nov',
      '29 Nov',
      '30 Nov',
      '1 Dec',
      '2 Dec',
      '3 Dec',
      '4 Dec',
    ];
    assert.deepEqual(
      ticks.map(({ label, date }) => [label, date]),
      days.map((day) => [day, undefined]),
    );
  });

  it('stands still while the new entry moves on by a second', () => {
    const entries = [entry('a', at('13:40')), entry('b', at('14:41'))];
    const moved = (seconds: number) =>
      layout({
        entries,
        newEntry: entry('note', { kind: 'exact', at: Date.parse('2026-11-23T14:50Z') + seconds * 1000, seconds: true }),
      });
    assert.deepEqual(moved(1).scale, moved(0).scale);
  });
});

describe('a chart of any entries', () => {
  const stamps = fc.oneof(
    fc.record({
      kind: fc.constantFrom('exact' as const, 'about' as const),
      at: fc.integer({ min: -8e12, max: 8e12 }),
      seconds: fc.boolean(),
    }),
    fc.record({
      kind: fc.constant('range' as const),
      from: fc.integer({ min: -8e12, max: 8e12 }),
      until: fc.integer({ min: -8e12, max: 8e12 }),
      seconds: fc.boolean(),
    }),
    fc.constant({ kind: 'unknown' as const }),
  );
  const entries = fc.array(
    fc.record({
      kind: fc.string(),
      stamp: stamps,
      systems: fc.array(fc.string(), { maxLength: 4 }),
      hasActor: fc.boolean(),
    }),
    { maxLength: 60 },
  );

  it('has only finite shapes, in its box, and every entry in it', () => {
    fc.assert(
      fc.property(entries, fc.integer({ min: 200, max: 1200 }), (all, width) => {
        const drawn = layout({ entries: all }, width);
        const shown = new Set(drawn.marks.flatMap((mark) => mark.entries));
        assert.equal(shown.size, all.length);
        for (const { x, y } of drawn.marks) assert.ok(x >= 0 && x <= width && y > 0 && y < drawn.height, `${x} ${y}`);
        for (const { x } of drawn.ticks) assert.ok(x >= 0 && x <= width);
        assert.ok(drawn.ticks.length <= width / 48 + 1);
        assert.ok(drawn.gaps.every(({ x, width: wide }) => x >= 0 && x + wide <= width));
      }),
    );
  });

  it('is a drawing also without any', () => {
    const { lanes, marks, ticks, height } = layout({});
    assert.deepEqual([lanes, marks, ticks, height], [[], [], [], 92]);
  });

  it('gives one entry room on both sides', () => {
    const { marks, ticks } = layout({ entries: [entry('check', at('14:00'))] });
    assert.equal(marks.length, 1);
    assert.ok(Math.abs((marks[0]?.x ?? 0) - 428) < 40);
    assert.ok(ticks.length > 3);
  });
});

describe('places in the chart', () => {
  const entries = [entry('check', at('14:00')), entry('check', at('14:30'), { systems: ['payments-db'] })];
  const plan = planChart({ entries, impact: [], silence: 15 });
  const drawn = layoutChart(plan, { width: 756 });

  it('lead from a point to the mark near it, and from an entry to its point', () => {
    const [first, second] = plan.entries;
    assert.ok(first !== undefined && second !== undefined);
    const place = placeOf(drawn, second);
    assert.ok(place !== undefined);
    assert.deepEqual(markAt(drawn, place.x + 6, place.y - 6)?.entries, [1]);
    assert.equal(markAt(drawn, place.x + 30, place.y), undefined);
    const window = { from: Date.parse('2026-11-23T14:20Z'), until: Date.parse('2026-11-23T14:40Z') };
    assert.equal(placeOf(layoutChart(plan, { width: 756, window }), first), undefined);
  });
});
