import assert from 'node:assert/strict';
import { readDocument } from '../../../src/core/kinds';
import type { ReportDocument } from '../../../src/core/kinds/incident-document';
import { milestonesOf } from '../../../src/core/kinds/milestones';
import { formatStamp } from '../../../src/core/kinds/read-stamp';
import { readMarkdown } from '../../../src/core/markdown/read-markdown';
import { defaultConventions } from '../../../src/core/model/conventions';
import { formatMessage } from '../../../src/core/model/message';
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
});
