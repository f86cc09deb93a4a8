import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readImportText } from '../../../src/core/operations/read-import';
import { importOptions, leftOutOf, linesOf, notesOf, problemOf, readText } from './read-text';

describe('log entries of PagerDuty', () => {
  it('are read with the kinds that their types state', () => {
    const entry = (type: string, clock: string, more: object) => ({
      id: `R${clock.replace(/:/g, '')}`,
      type: `${type}_log_entry`,
      created_at: `2026-11-23T${clock}Z`,
      ...more,
    });
    const user = { type: 'user_reference', summary: 'Alice Jones' };
    const read = readText(
      JSON.stringify({
        log_entries: [
          entry('trigger', '14:05:30', { summary: 'Triggered through the API.', service: { summary: 'checkout' } }),
          entry('repeat_trigger', '14:05:35', {
            summary: 'Triggered through the API.',
            channel: { summary: 'Queue depth over 5,000' },
          }),
          entry('notify', '14:05:40', { summary: 'Notified Alice Jones by phone.' }),
          entry('acknowledge', '14:07:00', { summary: 'Acknowledged by Alice Jones.', agent: user }),
          entry('annotate', '14:20:00', { agent: user, channel: { summary: 'Restarted api-3' } }),
          entry('resolve', '15:00:00', {
            summary: 'Resolved by Alice Jones.',
            agent: user,
            html_url: 'https://pd.example.com/1',
          }),
          { type: 'trigger_log_entry' },
        ],
      }),
    );
    assert.deepEqual(
      linesOf(read),
      [
        '2026-11-23 14:05:30Z alert Triggered through the API. ',
        '2026-11-23 14:05:35Z alert Triggered through the API: Queue depth over 5,000',
        '2026-11-23 14:05:40Z escalation Notified Alice Jones by phone.',
        '2026-11-23 14:07:00Z acknowledged Acknowledged by Alice Jones. @Alice Jones',
        '2026-11-23 14:20:00Z action? annotate: Restarted api-3 @Alice Jones',
        '2026-11-23 15:00:00Z alert? Resolved by Alice Jones. @Alice Jones https://pd.example.com/1',
      ].map((line) => line.trim()),
    );
    assert.deepEqual(read.candidates[0]?.systems, ['checkout']);
    assert.equal(read.candidates[0]?.key, 'pagerduty:R140530');
    assert.deepEqual(leftOutOf(read), { 'no-time': 1 });
  });
});

describe('runs of GitHub Actions', () => {
  it('are read as gh prints them', () => {
    const read = readText(
      JSON.stringify([
        {
          ...{ databaseId: 77, attempt: 2, number: 12, workflowName: 'Deploy', displayTitle: 'Retry on 503' },
          ...{ headBranch: 'main', headSha: 'a1b2c3d4e5f60718293a4b5c6d7e8f9012345678', conclusion: 'success' },
          ...{
            createdAt: '2026-11-23T13:30:00Z',
            updatedAt: '2026-11-23T13:40:02Z',
            url: 'https://github.com/o/r/actions/runs/77',
          },
        },
        {
          databaseId: 78,
          workflowName: 'Tests',
          conclusion: '',
          status: 'in_progress',
          createdAt: '2026-11-23T13:45:00Z',
        },
      ]),
    );
    assert.deepEqual(linesOf(read), [
      '2026-11-23 13:40:02Z change? Workflow Deploy #12 on main ended: success (Retry on 503) https://github.com/o/r/actions/runs/77 a1b2c3d4e5f6',
      '2026-11-23 13:45:00Z note Workflow Tests started',
    ]);
    assert.deepEqual(
      read.candidates.map(({ key }) => key),
      ['github:77/2', 'github:78/started'],
    );
  });

  it('are read as the interface gives them', () => {
    const run = {
      ...{
        id: 5,
        name: 'release',
        run_number: 3,
        run_attempt: 1,
        head_branch: 'main',
        head_sha: 'ffffffffffff',
        conclusion: 'failure',
      },
      ...{ run_started_at: '2026-11-23T13:30:00Z', updated_at: '2026-11-23T13:31:00Z', actor: { login: 'bo' } },
    };
    assert.deepEqual(linesOf(readText(JSON.stringify({ total_count: 1, workflow_runs: [run] }))), [
      '2026-11-23 13:31:00Z change? Workflow release #3 on main ended: failure @bo ffffffffffff',
    ]);
  });
});

describe('deployments of any tool', () => {
  it('are changes, with a zone where their times have none', () => {
    const read = readText(
      JSON.stringify({
        deployments: [
          {
            id: 9,
            service: 'checkout',
            version: '4.18.2',
            environment: 'production',
            status: 'succeeded',
            deployed_at: '2026-11-23 14:40:02',
            deployed_by: { login: 'bo' },
          },
          { service: 'payments', sha: 'a1b2c3d4e5f6', timestamp: 1795444800 },
          { service: 'search', timestamp: 'soon' },
        ],
      }),
    );
    assert.deepEqual(linesOf(read), [
      '2026-11-23 13:40:02Z change Deployment of checkout 4.18.2 to production: succeeded @bo',
      '2026-11-23 14:40:00Z change Deployment of payments a1b2c3d4e5f6 a1b2c3d4e5f6',
    ]);
    assert.deepEqual(
      read.candidates.map(({ zone }) => zone),
      ['Europe/Berlin', undefined],
    );
    assert.deepEqual(notesOf(read), ['Times without an offset are read as times in Europe/Berlin: 1.']);
  });

  it('may stand one on a line', () => {
    const text = '{"app":"a","time":"2026-11-23T14:00:00Z"}\n{"app":"b","time":"2026-11-23T14:01:00Z"}\n';
    assert.equal(readText(text).candidates.length, 2);
  });
});

describe('a table', () => {
  it('is read with quotes, delimiters and byte order mark as they come', () => {
    const text =
      '\uFEFFTimestamp;Type;What happened;Who\r\n2026-11-23 14:05+01:00;check;"a ""b""; c\r\nd";@alice, bo\r\n';
    assert.deepEqual(linesOf(readText(text)), ['2026-11-23 13:05Z check a "b"; c d @alice @bo']);
  });

  it('takes the columns that are named', () => {
    const text = 'Zeit,Text,Nr\n23.11.2026 14:05,Neustart,7\n';
    assert.equal(
      problemOf(text, { columns: new Map([['event', 'Text']]) }),
      'The header has "Zeit", "Text", "Nr"; none of them is known as the time.',
    );
    assert.equal(
      problemOf(text, { columns: new Map([['time', 'Uhr']]) }),
      'The header has no column "Uhr"; it has "Zeit", "Text", "Nr".',
    );
    const columns = new Map([
      ['time', 'zeit'],
      ['event', 'Text'],
      ['id', 'Nr'],
    ]);
    const read = readText(text, { columns });
    assert.deepEqual(linesOf(read), ['2026-11-23 13:05Z note Neustart']);
    assert.equal(read.candidates[0]?.key, 'csv:source/7');
  });

  it('is asked for its columns where no header is known, and not taken for one where it is prose', () => {
    const table = readImportText('Zeit;Text\n23.11.2026 14:05;Neustart\n', 'source', importOptions);
    assert.ok(typeof table === 'object' && 'problem' in table);
    assert.deepEqual(table.headers, ['Zeit', 'Text']);
    for (const prose of ['Hello, all\nnothing new\n', 'Hello, all', 'a, b, c\nd, e\n'])
      assert.match(problemOf(prose), /has no line that begins with a time/);
  });

  it('reads a column for the date, keeps what a kind says, and counts rows without a time', () => {
    const text =
      'Date,Time,Kind,Event\n2026-11-23,14:05Z,severity SEV2,Raised\n2026-11-23,15:05Z,gossip,deployed\n,,,x\n';
    const read = readText(text);
    assert.deepEqual(linesOf(read), ['2026-11-23 14:05Z severity SEV2 Raised', '2026-11-23 15:05Z change? deployed']);
    assert.deepEqual(read.leftOut, [{ reason: 'no-time', count: 1, examples: ['source, line 4'] }]);
  });

  it('says the same row once', () => {
    const read = readText('time,event\n2026-11-23 14:05Z,a\n2026-11-23 14:05Z,a\n');
    assert.equal(read.candidates.length, 1);
    assert.deepEqual(leftOutOf(read), { repeated: 1 });
  });
});

describe('plain text', () => {
  const day = Date.UTC(2026, 10, 23);

  it('is an entry for each line with a time, with the lines that follow', () => {
    const text = [
      'Notes of the call',
      '- 14:05 restarted api-3',
      '  and api-4',
      '[14:07:09] <bo> 5xx falls https://graphs.example.com/d/1.',
      '',
      'Not part of it',
      '2026-11-23T15:00:00Z ERROR pool exhausted',
      'java.lang.Error: x',
    ].join('\n');
    const read = readText(text, { day });
    assert.deepEqual(linesOf(read), [
      '2026-11-23 13:05Z action? restarted api-3 and api-4',
      '2026-11-23 13:07:09Z symptom? 5xx falls https://graphs.example.com/d/1. @bo https://graphs.example.com/d/1',
      '2026-11-23 15:00:00Z symptom? ERROR pool exhausted java.lang.Error: x',
    ]);
    assert.deepEqual(leftOutOf(read), { 'no-time': 2 });
    assert.deepEqual(notesOf(read), [
      'Times without a date are taken as times from 2026-11-23 on.',
      'Times without an offset are read as times in Europe/Berlin: 2.',
    ]);
  });

  it('goes past midnight, and by the days that the text names', () => {
    const text = '23:50 a\n00:10 b\nMonday, 30 November 2026\n09:00 c\n';
    const read = readText(text, { day, timeZone: 'UTC' });
    assert.deepEqual(linesOf(read), [
      '2026-11-23 23:50Z note a',
      '2026-11-24 00:10Z note b',
      '2026-11-30 09:00Z note c',
    ]);
  });

  it('reads messages as they are copied from a chat', () => {
    const text = 'Alice Jones  2:05 PM\nrolled back\n\nand it helps\nbo  2:07 PM\nthanks\n';
    assert.deepEqual(linesOf(readText(text, { day, timeZone: 'UTC' })), [
      '2026-11-23 14:05Z action? rolled back and it helps @Alice Jones',
      '2026-11-23 14:07Z note thanks @bo',
    ]);
  });

  it('reads zones by letters in the zone that is given, and no clock that does not occur there', () => {
    const spring = Date.UTC(2026, 2, 29);
    const read = readText('2026-11-23 14:05 CET a\n2026-03-29 02:30 b\n', { day: spring });
    assert.deepEqual(linesOf(read), ['2026-11-23 13:05Z note a']);
    assert.equal(read.candidates[0]?.zone, 'Europe/Berlin');
  });

  it('is no source without a time', () => {
    assert.match(problemOf('just\nwords\n'), /has no line that begins with a time/);
    assert.match(problemOf('14:05 a clock alone, and no day anywhere'), /has no line/);
  });
});

describe('whatever is given', () => {
  it('says what was expected', () => {
    assert.equal(problemOf('  \n'), 'source is empty.');
    assert.equal(
      problemOf('[{"foo": 1, "bar": 2}]'),
      'source holds a list of an object with foo, bar; expected messages of Slack, log entries of PagerDuty, runs of GitHub Actions, or deployments with a time.',
    );
    assert.match(problemOf('{"a": ['), /looks like JSON/);
    assert.match(problemOf('[{"\\u001b[31mred": 1}]'), /an object with \[31mred; expected/);
  });

  it('is read or refused, and never throws', () => {
    const keys = fc.constantFrom(
      'ts',
      'type',
      'text',
      'user',
      'subtype',
      'messages',
      'log_entries',
      'created_at',
      'id',
    );
    const more = fc.constantFrom(
      'databaseId',
      'workflow_runs',
      'conclusion',
      'service',
      'time',
      '__proto__',
      'attachments',
    );
    const values = fc.oneof(
      fc.constantFrom('1795444800.000100', '2026-11-23T14:00:00Z', 'trigger_log_entry', 'message', '<@U1', '&amp;', ''),
      fc.jsonValue({ maxDepth: 2 }),
    );
    const record = fc.dictionary(fc.oneof(keys, more), values);
    fc.assert(
      fc.property(fc.oneof(fc.array(record), record, fc.jsonValue()), (value) => {
        readImportText(JSON.stringify(value), 'source', importOptions);
      }),
    );
    const words = fc.constantFrom(
      '14:05',
      '2026-11-23',
      '"',
      ',',
      ';',
      '\n',
      '\r\n',
      'time',
      'event',
      ' ',
      '<',
      '`',
      '😀',
      '~',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string()), { maxLength: 60 }), (parts) => {
        readImportText(parts.join(''), 'source', { ...importOptions, day: Date.UTC(2026, 10, 23) });
      }),
    );
  });
});
