import assert from 'node:assert/strict';
import { fixed, problemsOf, report, stampsOf, timeline } from './read-report';

const day = Date.UTC(2026, 10, 23);

describe('a timeline that is neither a table nor a list', () => {
  it('is said to hold lines that are not read, once', () => {
    const text = timeline('### 2026-11-23 14:02Z Errors rose', '', 'Seen by bo.', '', '### 14:06Z Page sent');
    assert.deepEqual(problemsOf(report(text)), [
      ['time-format', '2 lines with times are not read as entries; expected a table or a list.'],
    ]);
    assert.equal(report(text).entries.length, 0);
  });

  it('becomes a list by its marks alone, however its headings are written', () => {
    const text = timeline(
      '### 2026-11-23',
      '',
      '#### 14:02 UTC - Errors rose',
      '',
      'Seen on the dashboard.',
      '',
      '####   **14:06Z** Page sent ####',
      '```',
      'alert: 14:06',
      '```',
      '#### 14:09Z',
      '',
      'Declared on the bridge.',
      'Three joined.',
      '',
      '### 24 November',
      '#### ~00:10Z Closed',
    );
    const turned = fixed(text, 'time-format');
    assert.equal(
      turned,
      timeline(
        '### 2026-11-23',
        '',
        '- 14:02 UTC - Errors rose',
        '',
        'Seen on the dashboard.',
        '',
        '- **14:06Z** Page sent',
        '```',
        'alert: 14:06',
        '```',
        '- 14:09Z Declared on the bridge.',
        'Three joined.',
        '',
        '### 24 November',
        '- ~00:10Z Closed',
      ),
    );
    assert.deepEqual(stampsOf(report(turned)), [
      '2026-11-23 14:02Z',
      '2026-11-23 14:06Z',
      '2026-11-23 14:09Z',
      '~2026-11-24 00:10Z',
    ]);
  });

  it('becomes a list where it is lines of text', () => {
    const lines = [
      '14:02Z errors rose',
      '14:06Z page sent  ',
      '',
      '**14:09Z** declared.',
      'Three joined.',
      '14:20Z left',
    ];
    const turned = fixed(timeline('2026-11-23', '', ...lines), 'time-format');
    assert.equal(
      turned,
      timeline(
        '2026-11-23',
        '',
        '- 14:02Z errors rose',
        '- 14:06Z page sent  ',
        '',
        '- **14:09Z** declared.',
        'Three joined.',
        '- 14:20Z left',
      ),
    );
    assert.equal(report(turned).entries.length, 4);
  });

  it('keeps CRLF', () => {
    const text = timeline('### 14:02Z a', '', '### 14:06Z', '', 'b').replaceAll('\n', '\r\n');
    assert.equal(fixed(text, 'time-format'), timeline('- 14:02Z a', '', '- 14:06Z b').replaceAll('\n', '\r\n'));
  });

  it('leaves headings without a clock, and a sentence that begins with one', () => {
    for (const lines of [
      ['### 12 March', '### E1406', '### 5 whys', '### Alert at 14:05', '### 2026-11-23'],
      ['14:05 UTC is when the first of them called, as its log says; at', '14:06 more came, and', 'the last at noon.'],
      ['- 14:05Z a', '', '  14:06Z and later, as bo says.'],
    ]) {
      assert.deepEqual(
        problemsOf(report(timeline(...lines), day)).filter(([, words]) => words.includes('lines')),
        [],
      );
    }
  });

  it('offers no fix where an entry would be left without words', () => {
    const [problem] = report(timeline('### 14:02Z', '', '- a', '', '### 14:05Z', '', '- b'), day).problems;
    assert.equal(problem?.rule, 'time-format');
    assert.equal(problem?.fixes, undefined);
  });
});
