import assert from 'node:assert/strict';
import { importFilesOf } from '../../../src/core/operations/import-files';
import { readImportPath } from '../../../src/core/operations/read-import';
import { createInMemoryStore } from '../../support/in-memory-store';
import { importOptions, leftOutOf, lineOf, linesOf, notesOf, readText } from './read-text';

const day = (...messages: readonly object[]) => JSON.stringify(messages.map((one) => ({ type: 'message', ...one })));
const at = (clock: string) => `${Date.parse(`2026-11-23T${clock}Z`) / 1000}.000100`;

const users = JSON.stringify([
  { id: 'U1', name: 'alice', profile: { display_name: '', real_name: 'Alice Jones' } },
  { id: 'U2', name: 'bo', profile: { display_name: 'bo' } },
]);

async function readChannel(files: Readonly<Record<string, string>>, options = {}) {
  const read = await readImportPath(importFilesOf(createInMemoryStore(files)), 'inc-42', {
    ...importOptions,
    ...options,
  });
  assert.ok(typeof read === 'object' && 'candidates' in read, JSON.stringify(read));
  return read;
}

describe('a Slack export', () => {
  it('is read day by day, with the names of people from users.json', async () => {
    const read = await readChannel({
      'users.json': users,
      'inc-42/2026-11-24.json': day({ user: 'U2', text: 'quiet night', ts: '1795564800.000000' }),
      'inc-42/2026-11-23.json': day({ user: 'U1', text: 'rolled back api to 4.18.1, cc <@U2>', ts: at('14:31:05') }),
    });
    assert.deepEqual(linesOf(read), [
      '2026-11-23 14:31:05Z action? rolled back api to 4.18.1, cc @bo @Alice Jones',
      '2026-11-25 00:00:00Z note quiet night @bo',
    ]);
    assert.equal(read.candidates[0]?.key, `slack:inc-42/${at('14:31:05')}`);
    assert.equal(read.candidates[0]?.zone, undefined);
  });

  it('leaves out joins, topics and the talk of programs, and counts them', async () => {
    const read = await readChannel({
      'inc-42/2026-11-23.json': day(
        { user: 'U1', subtype: 'channel_join', text: '<@U1> has joined the channel', ts: at('14:00:00') },
        { user: 'U1', subtype: 'channel_topic', text: 'set the topic', ts: at('14:00:01') },
        { bot_id: 'B1', subtype: 'bot_message', username: 'standup', text: 'What did you do?', ts: at('14:00:02') },
        { bot_id: 'B2', username: 'monitor', text: '', attachments: [{ fallback: 'FIRING: 5xx' }], ts: at('14:00:03') },
        { user: 'U1', text: ':wave:', ts: at('14:00:04') },
        { user: 'U1', text: 'no stamp' },
      ),
    });
    assert.deepEqual(linesOf(read), ['2026-11-23 14:00:03Z alert? FIRING: 5xx']);
    assert.deepEqual(leftOutOf(read), { housekeeping: 2, automatic: 1, empty: 1, 'no-time': 1 });
  });

  it('puts markup into plain words and links into evidence', () => {
    const said = (text: string) => {
      const [candidate] = readText(day({ user: 'U9', text, ts: at('14:00:00') })).candidates;
      return [candidate?.event, ...(candidate?.evidence ?? [])];
    };
    assert.deepEqual(said('see <https://graphs.example.com/d/1?a=1&amp;b=2|the graph> &lt;now&gt;'), [
      'see the graph \\<now>',
      'https://graphs.example.com/d/1?a=1&b=2',
    ]);
    assert.deepEqual(said('<https://graphs.example.com/d/1,2|two>'), ['two', 'https://graphs.example.com/d/1%2C2']);
    assert.deepEqual(said('<https://graphs.example.com/d/1>'), [
      'graphs.example.com',
      'https://graphs.example.com/d/1',
    ]);
    assert.deepEqual(said('<!here> *now* _really_ ~not~ in <#C1|general>: snake_case_name 2*3*4'), [
      '@here now really not in #general: snake_case_name 2*3*4',
    ]);
    assert.deepEqual(said('up :white_check_mark: at 14:05:09 :thumbsup::skin-tone-2:'), [
      'up (white check mark) at 14:05:09 (thumbsup)',
    ]);
    assert.deepEqual(
      said('<!subteam^S1|@oncall> <!date^1700000000^{date}|14 Nov> <mailto:a@example.com|a@example.com>'),
      ['@oncall 14 Nov a@example.com'],
    );
    assert.deepEqual(said('```\nERROR one\nERROR two\n```'), ['` ERROR one ERROR two `']);
  });

  it('says what a reply answers, also from the day before, and guesses its kind by its own words', async () => {
    const read = await readChannel({
      'inc-42/2026-11-23.json': day({ text: 'deploying 4.18.2', ts: at('23:59:00'), thread_ts: at('23:59:00') }),
      'inc-42/2026-11-24.json': day({ text: 'thanks', ts: '1795478500.000000', thread_ts: at('23:59:00') }),
    });
    assert.equal(
      read.candidates[1] && lineOf(read.candidates[1]).slice(21),
      'note In reply to "deploying 4.18.2": thanks',
    );
  });

  it('reads neither days outside the window nor messages', async () => {
    const store = createInMemoryStore({
      'inc-42/2026-11-01.json': day({ text: 'long before', ts: '1793500000.000000' }),
      'inc-42/2026-11-23.json': day({ text: 'before', ts: at('13:00:00') }, { text: 'within', ts: at('14:00:00') }),
    });
    const from = Date.UTC(2026, 10, 23, 14);
    const read = await readImportPath(importFilesOf(store), 'inc-42', { ...importOptions, window: { from } });
    assert.ok(typeof read === 'object' && 'candidates' in read);
    assert.deepEqual(
      read.candidates.map(({ event }) => event),
      ['within'],
    );
    assert.deepEqual(leftOutOf(read), { outside: 1 });
    assert.deepEqual(notesOf(read), ['1 file of a day outside the window was not read.']);
    assert.ok(!store.reads.includes('inc-42/2026-11-01.json'));
  });

  it('can be ended between two days', async () => {
    const store = createInMemoryStore({ 'inc-42/2026-11-23.json': day({ text: 'a', ts: at('13:00:00') }) });
    assert.equal(
      await readImportPath(importFilesOf(store), 'inc-42', importOptions, { signal: AbortSignal.abort() }),
      'cancelled',
    );
    assert.ok(!store.reads.includes('inc-42/2026-11-23.json'));
  });

  it('can be ended within a day, and gives others a turn meanwhile', async () => {
    const many = day(
      ...Array.from({ length: 1600 }, (_, index) => ({ text: `m${index}`, ts: at('13:00:00') + index })),
    );
    const files = importFilesOf(createInMemoryStore({ 'inc-42/2026-11-23.json': many }));
    let turns = 0;
    const signal = new AbortController();
    const pause = async () => {
      turns++;
      if (turns === 2) signal.abort();
    };
    assert.equal(await readImportPath(files, 'inc-42', importOptions, { pause, signal: signal.signal }), 'cancelled');
    assert.equal(turns, 2);
  });

  it('asks for a channel where all of an export is given, and goes on past a file that is broken', async () => {
    const store = createInMemoryStore({ 'export/general/2026-11-23.json': '[]', 'export/users.json': '[]' });
    const read = await readImportPath(importFilesOf(store), 'export', importOptions);
    assert.ok(typeof read === 'object' && 'problem' in read);
    assert.match(read.problem.template, /expected one of them/);
    const broken = await readChannel({
      'inc-42/2026-11-22.json': '[{"ts": "1',
      'inc-42/2026-11-23.json': day({ text: 'kept', ts: at('13:00:00') }),
    });
    assert.deepEqual(
      broken.candidates.map(({ event }) => event),
      ['kept'],
    );
    assert.deepEqual(broken.leftOut, [{ reason: 'unreadable', count: 1, examples: ['2026-11-22.json'] }]);
  });

  it('reads what the interface of Slack answers', () => {
    const text = JSON.stringify({ ok: true, messages: [{ user: 'U1', text: 'paged the DBA', ts: at('14:05:00') }] });
    assert.deepEqual(linesOf(readText(text)), ['2026-11-23 14:05:00Z escalation? paged the DBA @U1']);
  });
});

describe('what is imported', () => {
  const events = (...texts: readonly string[]) =>
    readText(day(...texts.map((text, index) => ({ text, ts: at(`14:00:0${index}`) }))));

  it('holds no key, token or password: such a record is named without its words', () => {
    const key = `AKIA${'ABCDEFGH23456777'}`;
    const read = events(`use ${key}`, 'password: hunter22', 'the token expired', 'db at postgres://app:s3cret@db/x');
    assert.deepEqual(
      read.candidates.map(({ event }) => event),
      ['the token expired'],
    );
    assert.deepEqual(read.leftOut, [
      { reason: 'secret', count: 3, examples: ['source, message 1', 'source, message 2', 'source, message 4'] },
    ]);
  });

  it('is one line, without signs that hide something and without Markdown that acts', () => {
    const read = events(
      'a\nb\u202Ec',
      '&lt;!-- incident-docs-disable --&gt;',
      '![x](https://example.com/x.png)',
      '`a&lt;b&gt;`',
    );
    assert.deepEqual(
      read.candidates.map(({ event }) => event),
      ['a bc', '\\<!-- incident-docs-disable -->', '!\\[x](https://example.com/x.png)', '`a<b>`'],
    );
    assert.deepEqual(notesOf(read), ['Hidden characters are taken out of entries: 1.']);
  });

  it('is cut where it is long, and says by how much', () => {
    const read = events(`${'word '.repeat(200)}end`);
    assert.match(read.candidates[0]?.event ?? '', /^(?:word ){55}word … \(724 more characters in the source\)$/);
    assert.deepEqual(notesOf(read), ['Texts longer than 280 characters are cut: 1.']);
  });

  it('has no milestone for a kind by a word alone', () => {
    const read = events('resolved!', 'mitigated', 'incident declared', 'impact started', 'acknowledged');
    assert.deepEqual(new Set(read.candidates.map(({ kind }) => kind)), new Set(['note']));
  });
});
