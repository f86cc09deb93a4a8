import assert from 'node:assert/strict';
import type { ReportContent, ReportDocument } from '../../../src/core/kinds/incident-document';
import { milestonesOf } from '../../../src/core/kinds/milestones';
import { formatStamp } from '../../../src/core/model/read-stamp';
import { fixed, problemsOf, report, sample, stampsOf, timeline } from './read-report';

describe('an incident report', () => {
  it('is read in full', () => {
    for (const text of [sample, sample.replaceAll('\n', '\r\n'), `\ufeff${sample}`]) {
      const document = report(text);
      assert.deepEqual(problemsOf(document), []);
      assert.equal(document.title?.text, 'Checkout requests failing in eu-west-1');
      assert.equal(document.severity?.text, 'SEV2');
      assert.equal(document.status, 'resolved');
      assert.equal(document.commander, 'alice');
      assert.deepEqual(document.systems, ['checkout-api', 'payments-db', 'Web shop']);
      assert.deepEqual(
        document.sections.map((section) => section.name),
        [
          undefined,
          'Summary',
          'Impact',
          'Systems involved',
          'Timeline',
          undefined,
          'Actions taken during response',
          'Open questions',
        ],
      );
      assert.deepEqual(stampsOf(document), [
        '2026-11-23 13:40:02Z',
        '2026-11-23 14:02:10Z',
        '~2026-11-23 14:06Z',
        '2026-11-23 14:09Z',
        '2026-11-23 14:35:20Z',
      ]);
      assert.deepEqual(
        document.entries.map((entry) => entry.id?.text),
        ['E1340', 'E1402', 'E1406', 'E1409', 'E1435'],
      );
      assert.equal(document.entries[2]?.event.text, 'Alert "checkout 5xx | eu" paged the on-call.\nTwice.');
      assert.deepEqual(document.entries[1]?.evidence, ['[graph](https://example.com/a,b)', '[log](evidence/a.log)']);
      assert.deepEqual([document.entries[3]?.kindName, document.entries[3]?.kindValue], ['severity', 'SEV2']);
      assert.equal(document.impact[0]?.system, 'checkout-api');
      assert.equal(document.impact[0]?.until && formatStamp(document.impact[0].until), '2026-11-23 14:41Z');
      assert.deepEqual(document.timeline?.columns, ['time', 'kind', 'event', 'evidence', 'id']);
      for (const entry of document.entries) {
        assert.ok(text.slice(entry.span.start, entry.span.end).startsWith('| '));
        assert.ok(text.slice(entry.span.start, entry.span.end).endsWith(' |'));
        assert.equal(text.slice(entry.id?.span.start, entry.id?.span.end), entry.id?.text);
      }
    }
  });

  it('finds the entry of each milestone', () => {
    const found = milestonesOf(report(sample));
    assert.deepEqual(
      [...found].map(([milestone, { entry }]) => [milestone, entry.id?.text]),
      [
        ['impact started', 'E1402'],
        ['detected', 'E1406'],
        ['mitigated', 'E1435'],
      ],
    );
  });

  it('counts the first of several entries for detection and the last for mitigation', () => {
    const rows = [
      '| 2026-11-23 14:20Z | mitigated | a | 1 |',
      '| 2026-11-23 14:10Z | detected | b | 2 |',
      '| 2026-11-23 14:05Z | detected | c | 3 |',
      '| 2026-11-23 14:25Z | mitigated | d | 4 |',
    ];
    const found = milestonesOf(report(timeline('| Time | Kind | Event | ID |', '|---|---|---|---|', ...rows)));
    assert.deepEqual([found.get('detected')?.entry.id?.text, found.get('mitigated')?.entry.id?.text], ['3', '4']);
  });

  it('knows the columns of the timeline by their header, in any order and padded', () => {
    const document = report(
      timeline(
        'ID     |   What happened          | **When (UTC)**       | Who',
        '------ | ------------------------ | -------------------: | ---',
        'E1     | Pods restarted.          |     2026-11-23 14:02 | @bo, carol',
      ),
    );
    assert.deepEqual(problemsOf(document), []);
    assert.deepEqual(stampsOf(document), ['2026-11-23 14:02Z']);
    assert.equal(document.entries[0]?.event.text, 'Pods restarted.');
    assert.deepEqual(document.entries[0]?.actors, ['bo', 'carol']);
    assert.deepEqual(document.timeline?.columns, ['id', 'event', 'time', 'actor']);
  });

  it('knows an id within code, a link or an anchor', () => {
    const ids = ['`E1`', '[E2](#e2)', '<a id="E3"></a>E3', '**E4**', 'E5'];
    const text = timeline(
      '| Time | Event | ID |',
      '|---|---|---|',
      ...ids.map((id) => `| 2026-11-23 14:05Z | a | ${id} |`),
    );
    const entries = report(text).entries;
    assert.deepEqual(
      entries.map(({ id }) => id?.text),
      ['E1', 'E2', 'E3', 'E4', 'E5'],
    );
    for (const { id } of entries) assert.equal(text.slice(id?.span.start, id?.span.end), id?.text);
  });

  it('reads several tables and days in one timeline', () => {
    const document = report(
      timeline(
        '### 2026-11-23',
        '',
        '| Time | Event |',
        '|---|---|',
        '| 14:00Z | a |',
        '',
        '### 2026-11-24',
        '',
        '| Time | Event |',
        '|---|---|',
        '| 09:00Z | b |',
      ),
    );
    assert.deepEqual(stampsOf(document), ['2026-11-23 14:00Z', '2026-11-24 09:00Z']);
    assert.deepEqual(problemsOf(document), []);
    assert.equal(document.timeline?.rows.length, 1);
  });

  it('checks the front matter against the schema and the team', () => {
    const cases: readonly (readonly [string, string | undefined, string | undefined])[] = [
      ['severity: high', 'severity is "high"; expected one of SEV1, SEV2, SEV3, SEV4.', 'severity: SEV2'],
      ['severity: sev1', 'severity is "sev1"; expected one of SEV1, SEV2, SEV3, SEV4.', 'severity: SEV1'],
      ['severity: P3', 'severity is "P3"; expected one of SEV1, SEV2, SEV3, SEV4.', 'severity: SEV3'],
      ['severity: 7', 'severity is "7"; expected one of SEV1, SEV2, SEV3, SEV4.', undefined],
      ['severity:', undefined, undefined],
      [
        'status: Resolved',
        'status is "Resolved"; expected one of investigating, identified, monitoring, resolved, closed.',
        'status: resolved',
      ],
      ['title: Other', 'title is kept in the first heading; this one differs.', ''],
      ['title: Title', undefined, undefined],
      ['own-key: anything', undefined, undefined],
      ['commander: [alice]', undefined, undefined],
    ];
    for (const [line, expected, after] of cases) {
      const text = `---\ntype: incident-report\n${line}\n---\n\n# Title\n`;
      assert.deepEqual(problemsOf(report(text)), expected === undefined ? [] : [['front-matter', expected]], line);
      if (after === undefined) continue;
      assert.equal(
        fixed(text, 'front-matter'),
        `---\ntype: incident-report\n${after === '' ? '' : `${after}\n`}---\n\n# Title\n`,
      );
    }
    assert.equal(report('---\ntype: incident-report\nstatus: Resolved\n---\n').status, 'resolved');
  });

  it('cannot be copied into another report without what it makes on demand', () => {
    const copy = { ...report(sample) };
    const isTaken: typeof copy extends ReportDocument ? true : false = false;
    assert.equal(isTaken, 'entries' in copy);
    const content: ReportContent = { ...copy, entries: [], milestoneEntries: [] };
    assert.equal(milestonesOf(content).size, 0);
  });
});
