import assert from 'node:assert/strict';
import { readDocument } from '../../../src/core/kinds';
import { metricsOf } from '../../../src/core/kinds/metrics';
import { readMarkdown } from '../../../src/core/markdown/read-markdown';
import { type Conventions, defaultConventions } from '../../../src/core/model/conventions';
import { formatMessage } from '../../../src/core/model/message';
import { formatMetricValue, type Metric } from '../../../src/core/model/metric';

interface Parts {
  readonly severity?: string;
  readonly impact?: readonly string[];
  readonly conventions?: Conventions;
}

/** Rows are `time | kind | id`; impact rows `from | until`. */
function metrics(rows: readonly string[], { severity = '', impact = [], conventions }: Parts = {}): readonly Metric[] {
  const text = [
    `---\ntype: incident-report\nseverity: ${severity}\nstatus: resolved\n---\n\n# Checkout errors\n\n## Impact\n`,
    '| System | From | Until |\n| --- | --- | --- |',
    ...impact.map((row) => `| api | ${row} |`),
    '\n## Timeline\n\n| Time | Kind | ID | Event |\n| --- | --- | --- | --- |',
    ...rows.map((row) => `| ${row} | Seen. |`),
  ].join('\n');
  const report = readDocument(readMarkdown(`${text}\n`), conventions ?? defaultConventions);
  assert.equal(report?.kind, 'incident-report');
  return report?.kind === 'incident-report' ? metricsOf(report, conventions ?? defaultConventions) : [];
}

function metric(id: string, rows: readonly string[], parts?: Parts): Metric {
  const found = metrics(rows, parts).find((one) => one.id === id);
  assert.ok(found, `${id} is computed`);
  return found;
}

/** `33 min (E1 to E2)`, or why not. */
function words({ value, from, to }: Metric): string {
  const length = formatMetricValue(value) ?? (value.status === 'unavailable' ? formatMessage(value.reason) : '');
  return `${length} (${from?.label ?? '-'} to ${to?.label ?? '-'})`;
}

function bounds({ value }: Metric): readonly number[] | string {
  if (value.status === 'range') return [value.min / 60_000, value.max / 60_000];
  return value.status === 'exact' ? [value.milliseconds / 60_000] : formatMessage(value.reason);
}

const day = '2026-11-23';
const started = `${day} 14:02:10Z | impact started | E1402`;

describe('metrics', () => {
  it('are the times between milestones, each with both entries', () => {
    const rows = [
      started,
      `${day} 14:06Z | detected | E1406`,
      `${day} 14:08Z | acknowledged | E1408`,
      `${day} 14:09Z | declared | E1409`,
      `${day} 14:20Z | cause identified | E1420`,
      `${day} 14:35:20Z | mitigated | E1435`,
      `${day} 15:10:10Z | resolved | E1510`,
    ];
    assert.deepEqual(
      metrics(rows).map((one) => `${one.id}: ${words(one)}`),
      [
        'time-to-detect: 3 min 50 s (E1402 to E1406)',
        'time-to-acknowledge: 2 min (E1406 to E1408)',
        'time-to-declare: 3 min (E1406 to E1409)',
        'time-to-identify: 14 min (E1406 to E1420)',
        'time-to-mitigate: 33 min 10 s (E1402 to E1435)',
        'time-to-resolve: 1 h 8 min (E1402 to E1510)',
        'customer-impact: no row under Impact (- to -)',
      ],
    );
  });

  it('count the first entry of impact started and detected, the last of mitigated and resolved', () => {
    const rows = [
      `${day} 14:40Z | mitigated | E1440`,
      `${day} 14:10Z | mitigated | E1410`,
      `${day} 14:05Z | impact started | E1405`,
      `${day} 14:00Z | impact started | E1400`,
    ];
    assert.equal(words(metric('time-to-mitigate', rows)), '40 min (E1400 to E1440)');
  });

  it('say which entry is missing and name the one that is there', () => {
    const missing = metric('time-to-mitigate', [started]);
    assert.equal(words(missing), 'no entry of kind mitigated (E1402 to -)');
    assert.equal(missing.value.status === 'unavailable' && missing.value.missing, 'mitigated');
    assert.equal(words(metric('time-to-detect', [])), 'no entry of kind impact started (- to -)');
  });

  it('name an entry without an id by its line', () => {
    const found = metric('time-to-detect', [`${day} 14:00Z | impact started | `, `${day} 14:05Z | detected | E2`]);
    assert.equal(words(found), '5 min (line 18 to E2)');
  });

  describe('of times that are not exact', () => {
    const between = (from: string, until: string, ...more: readonly string[]): Metric =>
      metric('time-to-mitigate', [`${from} | impact started | E1`, ...more, `${until} | mitigated | E9`]);

    it('take about as two minutes to either side, shown in whole minutes', () => {
      const found = between(`${day} 14:02:10Z`, `~${day} 14:06Z`);
      assert.deepEqual(bounds(found), [110 / 60, 350 / 60]);
      assert.equal(words(found), 'about 4 min (E1 to E9)');
    });

    it('are never below zero', () => {
      assert.deepEqual(bounds(between(`~${day} 14:02Z`, `${day} 14:03Z`)), [0, 3]);
    });

    it('are a range where one of them is', () => {
      const found = between(`${day} 14:00Z`, `${day} 14:30Z/14:36Z`);
      assert.deepEqual(bounds(found), [30, 36]);
      assert.equal(words(found), '30 to 36 min (E1 to E9)');
      assert.equal(words(between(`~${day} 14:00Z`, `${day} 14:30Z/14:36Z`)), '28 to 38 min (E1 to E9)');
    });

    it('follow bounds to the entries that they name', () => {
      const check = `${day} 14:10Z | check | E5`;
      assert.deepEqual(bounds(between('after E5', `${day} 14:30Z`, check)), [0, 20]);
      assert.equal(bounds(between('before E5', `${day} 14:30Z`, check)), 'impact started (E1) has no earliest time');
      assert.equal(bounds(between(`${day} 14:00Z`, 'after E5', check)), 'mitigated (E9) has no latest time');
      assert.deepEqual(bounds(between(`${day} 14:00Z`, 'before E5', check)), [0, 10]);
      assert.equal(bounds(between(`${day} 14:00Z`, 'after E9')), 'the time of mitigated (E9) is not known');
    });

    it('are not computed from a time that is unknown or not read', () => {
      assert.equal(bounds(between(`${day} 14:00Z`, 'unknown')), 'the time of mitigated (E9) is not known');
      assert.equal(bounds(between('noonish', `${day} 14:00Z`)), 'the time of impact started (E1) is not known');
    });

    it('consider every entry of a kind, as the one that counts may be another', () => {
      const detect = (...times: readonly string[]) =>
        metric('time-to-detect', [`${day} 14:00Z | impact started | E1`, ...times]);
      const exact = `${day} 14:05Z | detected | E5`;
      assert.deepEqual(bounds(detect(`${day} 14:03Z/14:20Z | detected | E4`, exact)), [3, 5]);
      assert.deepEqual(bounds(detect('unknown | detected | E4', exact)), [0, 5]);
    });

    it('are about where no time has an offset, and not computed where one has and the other has not', () => {
      assert.equal(words(between(`${day} 14:00`, `${day} 14:33`)), 'about 33 min (E1 to E9)');
      assert.equal(bounds(between(`${day} 14:00Z`, `${day} 14:33`)), 'mitigated (E9) has no offset');
    });

    it('are not computed where the end lies before the start', () => {
      const found = between(`${day} 14:02Z`, `${day} 14:01Z`);
      assert.equal(bounds(found), 'mitigated (E9) is before impact started (E1)');
    });
  });

  describe('of customer impact', () => {
    const impact = (...rows: readonly string[]) => metric('customer-impact', [started], { impact: rows });

    it('count overlapping windows once and gaps not at all', () => {
      const found = impact(
        `${day} 14:10Z | ${day} 14:40Z`,
        `${day} 14:00Z | ${day} 14:20Z`,
        `${day} 15:00Z | ${day} 15:05Z`,
      );
      assert.equal(words(found), '45 min (impact row 2 to impact row 3)');
    });

    it('are a range where a window is not exact', () => {
      assert.deepEqual(bounds(impact(`~${day} 14:00Z | ${day} 14:20Z`)), [18, 22]);
      assert.deepEqual(
        bounds(impact(`${day} 14:00Z | ${day} 14:20Z/14:30Z`, `${day} 14:25Z | ${day} 14:35Z`)),
        [30, 35],
      );
    });

    it('have no length while a window has no end, no start or ends before it starts', () => {
      assert.equal(bounds(impact(`${day} 14:00Z | ongoing`)), 'impact row 1 has no end');
      assert.equal(bounds(impact(`${day} 14:00Z | ${day} 14:05Z`, ` | ${day} 14:05Z`)), 'impact row 2 has no start');
      assert.equal(
        bounds(impact(`${day} 14:10Z | ${day} 14:05Z`)),
        'the end (impact row 1) is before the start (impact row 1)',
      );
    });
  });

  describe('of severities', () => {
    const severities = (rows: readonly string[], severity?: string) =>
      metrics(rows, severity === undefined ? {} : { severity })
        .filter(({ id }) => id.startsWith('time-in-severity:'))
        .map((one) => `${one.id.slice(17)}: ${words(one)}`);
    const resolved = `${day} 15:30Z | resolved | E1530`;

    it('run from each entry to the next, the last to resolved, and add up', () => {
      const rows = [
        `${day} 14:00Z | severity SEV3 | E1400`,
        `${day} 14:20Z | severity SEV1 | E1420`,
        `${day} 15:00Z | severity SEV3 | E1500`,
        resolved,
      ];
      assert.deepEqual(severities(rows, 'SEV3'), ['SEV3: 50 min (E1400 to E1530)', 'SEV1: 40 min (E1420 to E1500)']);
    });

    it('are that of the front matter from declared on where no entry changes it', () => {
      assert.deepEqual(severities([started, `${day} 14:10Z | declared | E1410`, resolved], 'SEV2'), [
        'SEV2: 1 h 20 min (E1410 to E1530)',
      ]);
    });

    it('have no length before the incident is resolved, but those that were left have', () => {
      const rows = [`${day} 14:00Z | severity SEV2 | E1400`, `${day} 14:20Z | severity SEV1 | E1420`];
      assert.deepEqual(severities(rows, 'SEV1'), [
        'SEV2: 20 min (E1400 to E1420)',
        'SEV1: no entry of kind resolved (E1420 to -)',
      ]);
    });

    it('have no length where the front matter contradicts the last entry', () => {
      const rows = [`${day} 14:00Z | severity SEV2 | E1400`, resolved];
      assert.deepEqual(severities(rows, 'SEV1'), [
        'SEV2: the front matter says SEV1, E1400 says SEV2 (E1400 to E1530)',
      ]);
    });
  });

  it('are given in support hours too where the team has a calendar', () => {
    const calendar = {
      timeZone: 'Europe/Berlin',
      days: [1, 2, 3, 4, 5],
      from: 9 * 3_600_000,
      until: 17 * 3_600_000,
      holidays: [],
    };
    const conventions = { ...defaultConventions, calendar };
    const rows = [`${day} 15:30Z | impact started | E1`, `2026-11-24 08:30Z | mitigated | E2`];
    const found = metric('time-to-mitigate', rows, { conventions });
    assert.equal(words(found), '17 h (E1 to E2)');
    assert.deepEqual(found.supportHours, { status: 'exact', milliseconds: 60 * 60_000 });
    assert.equal(metric('time-to-mitigate', rows).supportHours, undefined);
  });

  it('never show a length without both places, whatever the rows', () => {
    const times = [`${day} 14:00Z`, `~${day} 14:05Z`, `${day} 14:00Z/14:20Z`, 'unknown', 'after E0', '14:09', ''];
    for (const a of times)
      for (const b of times)
        for (const one of metrics([`${a} | impact started | E0`, `${b} | mitigated | `, `${a} | severity SEV2 | `])) {
          if (one.value.status !== 'unavailable') assert.ok(one.from && one.to, `${one.id} of ${a} and ${b}`);
          if (one.value.status === 'range') assert.ok(0 <= one.value.min && one.value.min < one.value.max);
        }
  });
});
