import assert from 'node:assert/strict';
import { readDocument } from '../../../src/core/kinds';
import { milestonesOf } from '../../../src/core/kinds/milestones';
import { readMarkdown } from '../../../src/core/markdown/read-markdown';
import { defaultConventions } from '../../../src/core/model/conventions';
import { problemsOf, report, stampsOf, timeline } from './read-report';

describe('a timeline written as a list', () => {
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

  it('says that a time of a list has no date', () => {
    const text = timeline('- 14:02 UTC: a', '- 14:03 UTC: b');
    assert.deepEqual(
      problemsOf(report(text)).map(([, words]) => words),
      ['"14:02 UTC" has no date; expected 2026-11-23 14:05Z.', '"14:03 UTC" has no date; expected 2026-11-23 14:05Z.'],
    );
    assert.deepEqual(problemsOf(report(text, Date.UTC(2026, 10, 23))), []);
  });
});
