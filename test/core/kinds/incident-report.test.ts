import assert from 'node:assert/strict';
import { readDocument } from '../../../src/core/kinds';
import type { ReportContent, ReportDocument } from '../../../src/core/kinds/incident-document';
import { milestonesOf } from '../../../src/core/kinds/milestones';
import { readMarkdown } from '../../../src/core/markdown/read-markdown';
import { defaultConventions } from '../../../src/core/model/conventions';
import { formatMessage } from '../../../src/core/model/message';
import { formatStamp } from '../../../src/core/model/read-stamp';
import { applyEdits } from '../../../src/core/model/text';

const sample = `---
type: incident-report
severity: SEV2
status: resolved
commander: "@alice"
---

# Checkout requests failing in eu-west-1

## Summary

Between 14:02 and 14:41 UTC, 38 % of \`POST /checkout\` requests returned HTTP 500.

## Impact

| System | Effect | From | Until | Measure | Basis | Source |
| --- | --- | --- | --- | --- | --- | --- |
| checkout-api | HTTP 500 on \`POST /checkout\` | 2026-11-23 14:02:10Z | 2026-11-23 14:41Z | 12,410 requests | measured | [query](https://example.com) |

## Systems involved

- \`checkout-api\` 4.18.2: failing
- payments-db: degraded
- Web shop 3.2 (eu-west-1)

## Timeline

| Time | Kind | Event | Evidence | ID |
| --- | --- | --- | --- | --- |
| 2026-11-23 13:40:02Z | change | Deploy of checkout-api 4.18.2 finished. | \`a1b2c3d4e5f6\` | E1340 |
| 2026-11-23 14:02:10Z | impact started | HTTP 500 rate rose from 0.1 % to 38 %. | [graph](https://example.com/a,b), [log](evidence/a.log) | E1402 |
| ~2026-11-23 14:06Z | detected | Alert "checkout 5xx \\| eu" paged the on-call.<br>Twice. | | E1406 |
| 2026-11-23 14:09Z | severity SEV2 | Declared in the incident channel. | | E1409 |
| 2026-11-23 14:35:20Z | Mitigated | Rolled back. | | E1435 |

### E1406

The alert in full.

## Actions taken during response

- 14:31Z rolled back checkout-api to 4.18.1 [E1431]

## Open questions
`;

function report(text: string, day?: number): ReportDocument {
  const document = readDocument(readMarkdown(text), defaultConventions, 'incident-report', day);
  assert.equal(document?.kind, 'incident-report');
  return document as ReportDocument;
}

function problemsOf(document: ReportDocument): readonly (readonly [string, string])[] {
  return document.problems.map((problem) => [problem.rule, formatMessage(problem.message)]);
}

function stampsOf(document: ReportDocument): readonly string[] {
  return document.entries.map((entry) =>
    entry.stamp === undefined ? '' : `${formatStamp(entry.stamp)}${'unsure' in entry.stamp ? ' unsure' : ''}`,
  );
}

/** The document after the first fix of each problem of that rule. */
function fixed(text: string, rule: string): string {
  const edits = report(text)
    .problems.filter((problem) => problem.rule === rule)
    .flatMap(({ fixes }) => fixes?.[0]?.edits ?? []);
  return applyEdits(text, edits);
}

function timeline(...lines: readonly string[]): string {
  return `# Title\n\n## Timeline\n\n${lines.join('\n')}\n`;
}

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

  it('reads lists of many kinds', () => {
    const document = report(
      timeline(
        '**2026-11-23**',
        '',
        '- 14:02 UTC: errors rose',
        '- **14:06** page sent',
        '* **14:07:30:** acknowledged',
        '* 2026-11-23 14:09Z – declared',
        '- 14:10 - checked pods',
        '- [ ] 14:11 looked at graphs',
        '- `14:12Z` scaled up',
        '- ~14:20 to 14:25 UTC: restarts',
        '- 2:30 PM customer report',
        '- no time here',
        '',
        '### November 24',
        '',
        '- 00:10Z closed',
        '- unknown: somebody flipped a switch',
        '- after E1409: quiet',
      ),
    );
    assert.deepEqual(stampsOf(document), [
      '2026-11-23 14:02Z',
      '2026-11-23 14:06Z unsure',
      '2026-11-23 14:07:30Z unsure',
      '2026-11-23 14:09Z',
      '2026-11-23 14:10Z unsure',
      '2026-11-23 14:11Z unsure',
      '2026-11-23 14:12Z',
      '2026-11-23 14:20Z/2026-11-23 14:25Z',
      '2026-11-23 14:30Z unsure',
      '2026-11-24 00:10Z',
      'unknown',
      'after E1409',
    ]);
    assert.deepEqual(
      document.entries.map((entry) => entry.event.text),
      [
        'errors rose',
        'page sent',
        'acknowledged',
        'declared',
        'checked pods',
        'looked at graphs',
        'scaled up',
        'restarts',
        'customer report',
        'closed',
        'somebody flipped a switch',
        'quiet',
      ],
    );
    assert.deepEqual(problemsOf(document), []);
  });

  it('reads dates, zones and links of a list as people write them', () => {
    const cases: readonly (readonly [item: string, stamp: string])[] = [
      ['[12-05 16:21] text', '2025-12-05 16:21Z unsure'],
      ['[03-20 16:46] text', '2026-03-20 16:46Z unsure'],
      ['2026/03/26 10:15: text', '2026-03-26 10:15Z unsure'],
      ['26.03.2026 10:20 UTC: text', '2026-03-26 10:20Z'],
      ['Thu 26 Mar 2026 10:25 UTC - text', '2026-03-26 10:25Z'],
      ['Thursday, March 26th, 2026, 10:30 UTC: text', '2026-03-26 10:30Z'],
      ['10:35 (UTC): text', '2026-03-26 10:35Z unsure'],
      ['2026-03-26, 10:40 am (UTC): text', '2026-03-26 10:40Z'],
      ['around 10:45 UTC: text', '~2026-03-26 10:45Z unsure'],
      ['c. 10:50 UTC: text', '~2026-03-26 10:50Z unsure'],
      ['10:55 — 11:00 UTC: text', '2026-03-26 10:55Z/2026-03-26 11:00Z unsure'],
      ['[11:05Z](https://chat.example/p1): text', '2026-03-26 11:05Z unsure'],
      ['13-45 11:10: text', ''],
    ];
    const document = report(
      timeline(...cases.map(([item]) => `- ${item}`)).replace('# Title', '# Queue stuck 2026-03-26'),
    );
    assert.deepEqual(
      stampsOf(document),
      cases.map(([, stamp]) => stamp),
    );
    assert.deepEqual([...new Set(document.entries.map(({ event }) => event.text))], ['text']);
    assert.deepEqual(
      document.entries.flatMap(({ evidence }) => evidence),
      ['[11:05Z](https://chat.example/p1)'],
    );
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

  it('reads the kind that a list item begins with, where it is one', () => {
    const conventions = { ...defaultConventions, entryKinds: [{ name: 'Failover', definition: 'A move.' }] };
    const text = timeline(
      '- 2026-11-23 14:02Z: impact started: 500s on checkout',
      '- 2026-11-23 14:05Z: **Severity SEV2:** raised',
      '- 2026-11-23 14:06Z: status monitoring: deploy done',
      '- 2026-11-23 14:07Z: failover: moved to eu-west-2',
      '- 2026-11-23 14:30Z - Mitigated: rate back at 0.1 %',
    );
    const document = readDocument(readMarkdown(text), conventions, 'incident-report');
    assert.ok(document?.kind === 'incident-report');
    assert.deepEqual(
      document.entries.map(({ kindName, kindValue, event }) => [kindName, kindValue, event.text]),
      [
        ['impact started', undefined, '500s on checkout'],
        ['severity', 'SEV2', 'raised'],
        ['status', 'monitoring', 'deploy done'],
        ['failover', undefined, 'moved to eu-west-2'],
        ['mitigated', undefined, 'rate back at 0.1 %'],
      ],
    );
    assert.equal(milestonesOf(document).get('mitigated')?.at, Date.UTC(2026, 10, 23, 14, 30));
  });

  it('reads id, systems and people from the brackets of a list item, also with its time changed', () => {
    const document = report(
      timeline(
        '- 2026-11-23 14:05Z: [E1405] Errors on the [dashboard](https://example.com/d)',
        '- 2026-11-23 14:31Z: [E1430, checkout-api, `payments-db`, @alice] action: Scaled out. Evidence: `a1b2c3d`, [run](https://example.com/r) <!-- x -->',
        '- 2026-11-23 14:33Z: [E1432] mitigated: back to normal',
      ),
    );
    assert.deepEqual(
      document.entries.map(({ id, kindName, systems, actors, event, evidence }) => [
        id?.text,
        kindName,
        [...systems, ...actors],
        event.text,
        evidence,
      ]),
      [
        ['E1405', '', [], 'Errors on the [dashboard](https://example.com/d)', ['[dashboard](https://example.com/d)']],
        [
          'E1430',
          'action',
          ['checkout-api', 'payments-db', 'alice'],
          'Scaled out.',
          ['`a1b2c3d`', '[run](https://example.com/r)'],
        ],
        ['E1432', 'mitigated', [], 'back to normal', []],
      ],
    );
  });

  it('leaves the words of lists that were written by hand', () => {
    const events = [
      'Status: 503 from the gateway',
      'Status page: updated for all regions',
      'Severity rating: high',
      'Role: unclear',
      'Resolved by the vendor (their notice: https://example.com/n)',
      'Resolved - the incident has been resolved.',
      'Rolled back (alice)',
      'Same as before, see [E1402]',
      '[E1402] seen again',
      '[E1402, E1406] repeat',
      '[E1405](https://example.com/e) opened',
      '[checkout-api, @alice] restarted',
      '[api] error rate at 4 %: paging on-call',
      'First page: no answer',
      'alice: looking at graphs',
      'action:none taken',
      'Found it. Evidence: graph below',
      'The change: half the pool',
      'https://example.com/status: all green',
    ];
    const document = report(timeline(...events.map((event) => `- 2026-11-23 14:05Z: ${event}`)));
    assert.deepEqual(
      document.entries.map(({ id, kindName, event }) => [id?.text, kindName, event.text]),
      events.map((event) => [undefined, '', event]),
    );
  });

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

  it('says that a time of a list has no date', () => {
    const text = timeline('- 14:02 UTC: a', '- 14:03 UTC: b');
    assert.deepEqual(
      problemsOf(report(text)).map(([, words]) => words),
      ['"14:02 UTC" has no date; expected 2026-11-23 14:05Z.', '"14:03 UTC" has no date; expected 2026-11-23 14:05Z.'],
    );
    assert.deepEqual(problemsOf(report(text, Date.UTC(2026, 10, 23))), []);
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

  it('reads both sides of a merge conflict and offers to keep both in order', () => {
    const text = timeline(
      '| Time | Event | ID |',
      '|---|---|---|',
      '| 2026-11-23 14:00Z | a | E1400 |',
      '<<<<<<< HEAD',
      '| 2026-11-23 14:05Z | c | E1405 |',
      '| 2026-11-23 14:09Z | e | E1409 |',
      '||||||| base',
      '| 2026-11-23 14:01Z | old | E1401 |',
      '=======',
      '| 2026-11-23 14:03Z | b | E1403 |',
      '| 2026-11-23 14:05Z | c | E1405 |',
      '>>>>>>> branch',
      '| 2026-11-23 14:20Z | f | E1420 |',
    );
    const document = report(text);
    assert.deepEqual(problemsOf(document), [
      ['merge-conflict', 'A merge conflict in the timeline; both sides are read, 2 and 2 entries.'],
    ]);
    assert.deepEqual(
      document.entries.map((entry) => entry.event.text),
      ['a', 'c', 'e', 'b', 'c', 'f'],
    );
    for (const eol of ['\n', '\r\n']) {
      const after = fixed(text.replaceAll('\n', eol), 'merge-conflict');
      assert.deepEqual(
        report(after).entries.map((entry) => entry.id?.text),
        ['E1400', 'E1403', 'E1405', 'E1409', 'E1420'],
      );
      assert.ok(!/[<>=|]{7}/.test(after));
      assert.equal(after.split(eol).length, 12);
    }
  });

  it('reads both sides of a conflict in a list, but not what both had before', () => {
    const lines = [
      '- 14:00Z a',
      '<<<<<<< HEAD',
      '- 14:05Z b',
      '||||||| base',
      '- 14:01Z old',
      '=======',
      '- 14:03Z c',
      '>>>>>>> x',
    ];
    const document = report(timeline(...lines), Date.UTC(2026, 10, 23));
    assert.deepEqual(
      document.entries.map((entry) => entry.event.text),
      ['a', 'b', 'c'],
    );
    assert.deepEqual(problemsOf(document), [
      ['merge-conflict', 'A merge conflict in the timeline; both sides are read, 1 and 1 entries.'],
    ]);
  });

  it('offers to keep both sides of a conflict in prose', () => {
    const text = '# T\n\n## Summary\n\n<<<<<<< HEAD\nOne.\n=======\nTwo.\n>>>>>>> b\n';
    assert.deepEqual(problemsOf(report(text)), [['merge-conflict', 'A merge conflict; both sides are read.']]);
    assert.equal(fixed(text, 'merge-conflict'), '# T\n\n## Summary\n\nOne.\nTwo.\n');
  });

  it('joins surplus cells where they belong and offers to escape the pipe', () => {
    const head = ['| Time | Kind | Event | Evidence | ID |', '|---|---|---|---|---|'];
    for (const [row, event, after] of [
      ['| 2026-11-23 14:00Z | check | ran ps | grep java | | E1400 |', 'ran ps | grep java', 'ran ps \\| grep java'],
      [
        '| 2026-11-23 14:00Z | check | ran `ps | grep java | wc` | | E1400 |',
        'ran `ps | grep java | wc`',
        'ran `ps \\| grep java \\| wc`',
      ],
    ] as const) {
      const text = timeline(...head, row);
      const document = report(text);
      const cells = row.split('|').length - 2;
      assert.deepEqual(problemsOf(document), [
        ['cell-count', `This row has ${cells} cells, the header 5. A | in a cell is written \\|.`],
      ]);
      assert.equal(document.entries[0]?.event.text, event);
      assert.equal(document.entries[0]?.id?.text, 'E1400');
      const result = fixed(text, 'cell-count');
      assert.ok(result.includes(after), result);
      assert.deepEqual(problemsOf(report(result)), []);
      assert.equal(report(result).entries[0]?.event.text, event);
    }
    assert.deepEqual(
      problemsOf(
        report(timeline(...head, '| 2026-11-23 14:00Z | check | x | | E1400 | |', '| 2026-11-23 14:00Z | check |')),
      ),
      [],
    );
  });

  it('makes one finding of many rows with surplus cells', () => {
    const rows = Array.from({ length: 30 }, (_, minute) => `| 2026-11-23 14:${10 + minute}Z | a | b |`);
    const text = timeline('| Time | Event |', '|---|---|', ...rows);
    assert.deepEqual(problemsOf(report(text)), [
      ['cell-count', '30 rows have more cells than the header, which has 2. A | in a cell is written \\|.'],
    ]);
    assert.deepEqual(problemsOf(report(fixed(text, 'cell-count'))), []);
  });

  it('says what ends a table and how many rows it hides', () => {
    const head = ['| Time | Event |', '|---|---|', '| 2026-11-23 14:00Z | a |'];
    const rest = ['| 2026-11-23 14:01Z | b |', '| 2026-11-23 14:02Z | c |'];
    const comment = timeline(...head, '<!-- one | two -->', ...rest);
    assert.deepEqual(problemsOf(report(comment)), [
      ['broken-table', 'This comment ends the table; 2 rows below it are not read.'],
    ]);
    const after = fixed(comment, 'broken-table');
    assert.ok(after.includes('| a <!-- one \\| two --> |\n| 2026-11-23 14:01Z'), after);
    assert.equal(report(after).entries.length, 3);
    const blank = timeline(...head, '', rest[0] ?? '');
    assert.deepEqual(problemsOf(report(blank)), [
      ['broken-table', 'This empty line ends the table; 1 row below it is not read.'],
    ]);
    assert.equal(report(fixed(blank, 'broken-table')).entries.length, 2);
    assert.deepEqual(problemsOf(report(timeline(...head, '', 'Text after the table.'))), []);
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
