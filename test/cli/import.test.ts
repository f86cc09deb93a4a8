import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runCliIn } from '../support/run-cli';
import { withTemporaryFolder } from '../support/temporary-folder';

const id = '2026-11-23-checkout-errors';
const reportPath = `incidents/${id}/report.md`;
const report = [
  '---',
  'type: incident-report',
  'status: investigating',
  '---',
  '',
  '# Checkout errors',
  '',
  '## Timeline',
  '',
  '| Time | Kind | Event | Evidence | ID |',
  '| --- | --- | --- | --- | --- |',
  '| 2026-11-23 14:00Z | impact started | First. | | E1400 |',
  '',
].join('\r\n');
const files = { '.incidents.yml': 'timeZone: Europe/Berlin\n', [reportPath]: report };

const at = (clock: string) => `${Date.parse(`2026-11-23T${clock}Z`) / 1000}.000100`;
const day = JSON.stringify([
  { type: 'message', user: 'U1', text: 'rolled back to 4.18.1', ts: at('14:31:05') },
  { type: 'message', user: 'U1', text: 'password: hunter22', ts: at('14:32:00') },
  { type: 'message', user: 'U1', subtype: 'channel_join', text: 'joined', ts: at('14:00:00') },
]);
const slack = {
  ...files,
  'export/users.json': JSON.stringify([{ id: 'U1', name: 'alice' }]),
  'export/inc-42/2026-11-23.json': day,
};

const readReport = (folder: string) => readFileSync(path.join(folder, reportPath), 'utf8');

describe('incident-docs import', () => {
  it('adds a channel of a Slack export, and nothing the second time', () =>
    withTemporaryFolder(slack, async (folder) => {
      const { code, stdout, stderr } = await runCliIn(folder, ['import', 'export/inc-42']);
      assert.deepEqual([code, stderr], [0, '']);
      assert.deepEqual(stdout.split('\n'), [
        'Added 1 entry. 1 kind is a guess.',
        reportPath,
        '',
        'Guessed kinds',
        '  E1431 action: "rolled back" suggests it',
        '',
        'Left out',
        '  Looks like it holds a key, a token or a password: 1 (2026-11-23.json, message 2)',
        '  About the channel itself (joins, leaves, topics): 1',
        '',
      ]);
      const text = readReport(folder);
      assert.ok(
        text.endsWith(
          `| 2026-11-23 14:31:05Z | action | rolled back to 4.18.1 | | E1431 | alice | slack:inc-42/${at('14:31:05')} |\r\n`,
        ),
      );
      assert.equal(text.replace(/\r\n/g, '').includes('\n'), false);
      const again = await runCliIn(folder, ['import', 'export/inc-42/2026-11-23.json']);
      assert.match(again.stdout, /^Added no entries, left out 1 known one\.\n/);
      assert.equal(readReport(folder), text);
      assert.deepEqual(readdirSync(path.join(folder, 'incidents', id)), ['report.md']);
    }));

  it('shows what it would add in a dry run, and writes nothing', () =>
    withTemporaryFolder(slack, async (folder) => {
      const { code, stdout } = await runCliIn(folder, ['import', 'export/inc-42', '--dry-run']);
      assert.equal(code, 0);
      assert.match(
        stdout,
        /^Nothing is written in a dry run[^\n]*\n {2}E1431 {2}2026-11-23 14:31:05Z {2}action\? {2}rolled back[^\n]*\nWould add 1 entry\./,
      );
      assert.equal(readReport(folder), report);
    }));

  it('prints JSON that says everything', () =>
    withTemporaryFolder(slack, async (folder) => {
      const { stdout } = await runCliIn(folder, ['import', 'export/inc-42', '--format', 'json', '--kind', 'note']);
      const result = JSON.parse(stdout);
      assert.deepEqual(Object.keys(result), [
        'version',
        'incident',
        'report',
        'dryRun',
        'message',
        'added',
        'known',
        'leftOut',
        'notes',
      ]);
      assert.deepEqual(
        [result.incident, result.message, result.added[0].id, result.added[0].kind, result.added[0].guessed],
        [id, 'Added 1 entry.', 'E1431', 'note', null],
      );
      assert.deepEqual(result.leftOut[0].examples, ['2026-11-23.json, message 2']);
    }));

  it('reads notes of the standard input in the zone of the team, on the day of the incident', () =>
    withTemporaryFolder(files, async (folder) => {
      const readStdin = async () => new TextEncoder().encode('15:05 restarted api-3\n15:20 errors fell\n');
      const { code, stdout } = await runCliIn(folder, ['import', '-', '--until', '15:10'], '.', { readStdin });
      assert.equal(code, 0);
      assert.match(
        stdout,
        /Assumed\n {2}Times without a date are taken as times from 2026-11-23 on\.\n {2}Times without an offset are read as times in Europe\/Berlin: 1\./,
      );
      assert.match(stdout, /Outside the window: 1/);
      assert.match(readReport(folder), /\| 2026-11-23 14:05Z \| action \| restarted api-3 \|/);
    }));

  it('takes the columns of a table as they are named', () =>
    withTemporaryFolder({ ...files, 'notes.csv': 'Zeit;Text\n23.11.2026 15:05;Neustart\n' }, async (folder) => {
      const unclear = await runCliIn(folder, ['import', 'notes.csv', '--map', 'event=Text']);
      assert.deepEqual(
        [unclear.code, unclear.stderr],
        [
          2,
          'incident-docs: The header has "Zeit", "Text"; none of them is known as the time. --map time=NAME,event=NAME says which column is which. See: incident-docs import --help\n',
        ],
      );
      const argv = ['import', 'notes.csv', '--map', 'time=Zeit,event=Text', '--time-zone', 'UTC'];
      assert.equal((await runCliIn(folder, argv)).code, 0);
      assert.match(readReport(folder), /\| 2026-11-23 15:05Z \| note \| Neustart \|/);
    }));

  it('adds the changes of git before impact started', () =>
    withTemporaryFolder(files, async (folder) => {
      const env = {
        ...process.env,
        GIT_CONFIG_NOSYSTEM: '1',
        HOME: folder,
        GIT_COMMITTER_DATE: '2026-11-23T10:00:00Z',
      };
      const git = (...args: string[]) => execFileSync('git', args, { cwd: folder, env, stdio: 'pipe' });
      const who = ['-c', 'user.name=alice', '-c', 'user.email=alice@example.org'];
      git('init', '-q');
      git(...who, 'commit', '-q', '--allow-empty', '-m', 'Retry on 503');
      const { code, stdout } = await runCliIn(folder, ['import', '--git'], '.', { env: { PATH: process.env.PATH } });
      assert.deepEqual([code, stdout.split('\n')[0]], [0, 'Added 1 entry.']);
      assert.match(
        readReport(folder),
        /\| 2026-11-23 10:00:00Z \| change \| Committed: Retry on 503 \| `[0-9a-f]{12}` \| E1000 \| alice \| git:[0-9a-f]{12} \|/,
      );
    }));

  it('writes nothing where Ctrl+C comes while it reads', () =>
    withTemporaryFolder(slack, async (folder) => {
      const controller = new AbortController();
      controller.abort();
      const listenForInterrupt = () => ({ signal: controller.signal, dispose: () => undefined });
      const { code, stdout, stderr } = await runCliIn(folder, ['import', 'export/inc-42'], '.', { listenForInterrupt });
      assert.deepEqual([code, stdout, stderr], [130, '', 'incident-docs: ended. Nothing was written.\n']);
      assert.equal(readReport(folder), report);
    }));

  it('counts the files on a terminal', () =>
    withTemporaryFolder(slack, async (folder) => {
      for (const date of ['2026-11-24', '2026-11-25'])
        writeFileSync(path.join(folder, `export/inc-42/${date}.json`), day);
      let now = 0;
      const world = { isTerminal: true, now: () => (now += 1000) };
      const { stderr } = await runCliIn(folder, ['import', 'export/inc-42'], '.', world);
      assert.match(stderr, /2 of 3 files read/);
      assert.ok(stderr.endsWith('\r\u001b[K'));
    }));

  const refuses = (argv: readonly string[], words: string, more: Readonly<Record<string, string>> = {}) =>
    it(`ends with 2 for ${argv.join(' ')}`, () =>
      withTemporaryFolder({ ...slack, ...more }, async (folder) => {
        const { code, stdout, stderr } = await runCliIn(folder, ['import', ...argv]);
        assert.deepEqual([code, stdout, stderr], [2, '', `incident-docs: ${words}\n`]);
        assert.equal(readReport(folder), report);
      }));

  const help = ' See: incident-docs import --help';
  refuses([], `A SOURCE is needed: a file, a folder, - or --git.${help}`);
  refuses(['a', 'b'], `One SOURCE at a time; a path with blanks needs quotes.${help}`);
  refuses(['--git', 'a'], `--git takes no SOURCE.${help}`);
  refuses(['none.json'], 'none.json is not there.');
  refuses(['export'], 'export holds folders (inc-42); expected one of them, with a file a day.');
  refuses(['export/inc-42', '--kind', 'gossip'], `--kind is "gossip", which is not a kind here.${help}`);
  refuses(['export/inc-42', '--kind', 'severity'], `--kind severity would need a value for each entry.${help}`);
  refuses(
    ['export/inc-42', '--time-zone', 'Mars'],
    `--time-zone is "Mars"; expected a name such as Europe/Berlin.${help}`,
  );
  refuses(
    ['export/inc-42', '--map', 'when=Zeit'],
    `--map has "when=Zeit"; expected COLUMN=HEADER with one of time, date, kind, event, system, actor, evidence, id.${help}`,
  );
  refuses(['export/inc-42', '--from', '15:00', '--until', '14:00'], `--until is before --from.${help}`);
  refuses(['export/inc-42', '--from', 'soon'], `"soon" is not read as a time. 14:05, -20m or unknown are.${help}`);
  refuses(['export/inc-42', '--incident', 'none'], 'There is no incident "none" here.');
  refuses(
    ['odd.json'],
    'odd.json holds a list of an object with foo; expected messages of Slack, log entries of PagerDuty, runs of GitHub Actions, or deployments with a time.',
    { 'odd.json': '[{"foo":1}]' },
  );
});
