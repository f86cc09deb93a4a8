import assert from 'node:assert/strict';
import { formatMessage } from '../../../src/core/model/message';
import { fixed, problemsOf, report, stampsOf, timeline } from './read-report';

describe('the times of a timeline', () => {
  it('takes the day of a bare clock from what stands around it', () => {
    const head = ['| Time | Event |', '|---|---|'];
    assert.deepEqual(
      stampsOf(report(timeline(...head, '| 13:59 | a |', '| 2026-11-23 14:02Z | b |', '| 14:05 | c |'))),
      ['2026-11-23 13:59Z unsure', '2026-11-23 14:02Z', '2026-11-23 14:05Z unsure'],
    );
    const bare = timeline(...head, '| 14:05 | c |');
    assert.deepEqual(stampsOf(report(bare)), ['']);
    assert.deepEqual(stampsOf(report(bare, Date.UTC(2026, 10, 23))), ['2026-11-23 14:05Z unsure']);
    assert.deepEqual(stampsOf(report(bare.replace('# Title', '# 2018-02-22 NGINX crash'))), [
      '2018-02-22 14:05Z unsure',
    ]);
    assert.deepEqual(stampsOf(report(`---\ndate: 2018-02-22\n---\n${bare}`)), ['2018-02-22 14:05Z unsure']);
    assert.deepEqual(
      stampsOf(report(timeline('### 22 Feb 2018', '', '| Time (UTC) | Event |', '|---|---|', '| 14:05 | c |'))),
      ['2018-02-22 14:05Z'],
    );
    assert.deepEqual(
      stampsOf(report(timeline('| Date | Time (UTC+1) | Event |', '|---|---|---|', '| 2018-02-22 | 14:05 | c |'))),
      ['2018-02-22 13:05Z'],
    );
  });

  it('takes the offset from the heading or the sentence that states it', () => {
    const day = ['### 2026-11-23', ''];
    const rows = ['| Time | Event |', '|---|---|', '| 14:05 | a |', '', '- 14:06: b', '- 14:07 CET: c'];
    const plain = timeline(...day, ...rows);
    assert.deepEqual(stampsOf(report(plain)), [
      '2026-11-23 14:05Z unsure',
      '2026-11-23 14:06Z unsure',
      '2026-11-23 14:07Z unsure',
    ]);
    for (const text of [
      plain.replace('## Timeline', '## Timeline (UTC+1)'),
      timeline('All times are in UTC+01:00.', '', ...day, ...rows),
    ]) {
      assert.deepEqual(stampsOf(report(text)), ['2026-11-23 13:05Z', '2026-11-23 13:06Z', '2026-11-23 14:07Z unsure']);
    }
  });

  it('reports a time that cannot be read, with what it most likely is', () => {
    const head = ['| Time | Event |', '|---|---|', '| 2026-11-23 14:02Z | a |'];
    const cases: readonly (readonly [string, string | undefined])[] = [
      ['14.05h', '2026-11-23 14:05Z'],
      ['2:05 pm', '2026-11-23 14:05Z'],
      ['1405', '2026-11-23 14:05Z'],
      ['23.11.2026 14:05', '2026-11-23 14:05Z'],
      ['2026/11/23, 14:05:10 UTC', '2026-11-23 14:05:10Z'],
      ['Nov 23 15:05 +01:00', '2026-11-23 14:05Z'],
      ['ca. 14:05', '~2026-11-23 14:05Z'],
      ['14:05 CET', undefined],
      ['25:99', undefined],
      ['later', undefined],
    ];
    for (const [written, expected] of cases) {
      const text = timeline(...head, `| ${written} | b |`);
      const document = report(text);
      assert.deepEqual(problemsOf(document), [
        ['time-format', `"${written}" is not read as a time; expected 2026-11-23 14:05Z.`],
      ]);
      assert.equal(document.entries.length, 2);
      const fix = document.problems[0]?.fixes?.[0];
      assert.equal(fix && formatMessage(fix.title), expected && `Write ${expected}`, written);
      if (expected === undefined) continue;
      const after = fixed(text, 'time-format');
      assert.ok(after.includes(`| ${expected} | b |`));
      assert.deepEqual(problemsOf(report(after)), []);
    }
    const missing = timeline(...head, '| | b |');
    assert.deepEqual(problemsOf(report(missing)), [
      ['time-format', 'This entry has no time; expected one such as 2026-11-23 14:05Z, or unknown.'],
    ]);
    assert.ok(fixed(missing, 'time-format').includes('| unknown | b |'), fixed(missing, 'time-format'));
    assert.ok(fixed(missing.replace('| | b', '|| b'), 'time-format').includes('|unknown | b |'));
    assert.deepEqual(problemsOf(report(timeline(...head, '| | |'))), []);
  });

  it('makes one finding of what repeats down a table', () => {
    const rows = Array.from({ length: 60 }, (_, minute) => `| 14:${String(minute).padStart(2, '0')} | x |`);
    const text = timeline('| Time | Event |', '|---|---|', '| 2026-11-23 14:00Z | a |', ...rows);
    assert.deepEqual(problemsOf(report(text)), [
      ['time-format', '60 times have no date; read as UTC on the day of the entry above.'],
    ]);
    const after = fixed(text, 'time-format');
    assert.ok(after.includes('| 2026-11-23 14:59Z | x |'));
    assert.deepEqual(problemsOf(report(after)), []);
  });

  it('takes a day without a year for the nearest one', () => {
    const days = [
      '### Dec 31, 2025',
      '',
      '- 23:50Z: a',
      '',
      '### Jan 2',
      '',
      '- 08:00Z: b',
      '',
      '### Dec 30',
      '',
      '- 09:00Z: c',
    ];
    assert.deepEqual(stampsOf(report(timeline(...days))), [
      '2025-12-31 23:50Z',
      '2026-01-02 08:00Z',
      '2025-12-30 09:00Z',
    ]);
  });

  it('reads half-day clocks in the zone that the heading states', () => {
    const list = timeline('### 2026-11-23', '', '- 9:12 AM: a', '- 2:05 pm: b').replace(
      '## Timeline',
      '## Timeline (UTC)',
    );
    assert.deepEqual(stampsOf(report(list)), ['2026-11-23 09:12Z', '2026-11-23 14:05Z']);
  });
});
