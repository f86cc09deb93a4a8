import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runCliIn } from '../support/run-cli';
import { withTemporaryFolder } from '../support/temporary-folder';

const id = '2026-11-23-checkout-errors';
const reportPath = `incidents/${id}/report.md`;

describe('incident-docs new', () => {
  it('makes .incidents.yml and the report, and prints its path', () =>
    withTemporaryFolder({ '.git/HEAD': '', 'src/a.ts': '' }, async (folder) => {
      const argv = ['new', 'Checkout errors', '--severity', 'sev2', '--system', 'a', '--system=b', '--started', '-20m'];
      const { code, stdout, stderr } = await runCliIn(folder, argv, 'src');
      assert.deepEqual([code, stdout, stderr], [0, `../${reportPath}\n`, '']);
      const text = readFileSync(path.join(folder, reportPath), 'utf8');
      assert.match(text, /^severity: SEV2$/m);
      assert.match(text, /- `a`\n- `b`\n/);
      assert.match(text, /\| 2026-11-23 14:15(?::20)?Z \| impact started \|/);
      assert.ok(existsSync(path.join(folder, '.incidents.yml')));
      assert.equal((await runCliIn(folder, ['lint', '--strict'])).stderr, '');
      assert.equal((await runCliIn(folder, ['lint'])).stdout, '1 file checked: no findings.\n');
    }));

  it('reads a bare time in the zone of the team', () =>
    withTemporaryFolder({ '.incidents.yml': 'timeZone: Asia/Tokyo\n' }, async (folder) => {
      await runCliIn(folder, ['new', 'X', '--started', '23:05']);
      const [name = ''] = readdirSync(path.join(folder, 'incidents'));
      assert.match(readFileSync(path.join(folder, 'incidents', name, 'report.md'), 'utf8'), /2026-11-23 14:05Z/);
    }));

  it('keeps incidents in the marked folder itself where the team says so', () =>
    withTemporaryFolder({ '.incidents.yml': 'folder: .\n' }, async (folder) => {
      assert.equal((await runCliIn(folder, ['new', 'Checkout errors'])).stdout, `${id}/report.md\n`);
      assert.equal((await runCliIn(folder, ['new', 'postmortem', id])).stdout, `${id}/postmortem.md\n`);
      assert.equal((await runCliIn(folder, ['lint'])).stdout, '2 files checked: no findings.\n');
      assert.equal((await runCliIn(folder, ['log', 'seen'])).code, 0);
    }));

  it('never overwrites', () =>
    withTemporaryFolder({ '.incidents.yml': '' }, async (folder) => {
      await runCliIn(folder, ['new', 'Checkout errors']);
      const { stdout } = await runCliIn(folder, ['new', 'Checkout errors']);
      assert.equal(stdout, `incidents/${id}-2/report.md\n`);
    }));

  it('makes a postmortem of an incident, named by id or path', () =>
    withTemporaryFolder({ '.incidents.yml': '' }, async (folder) => {
      await runCliIn(folder, ['new', 'Checkout errors']);
      const { code, stdout } = await runCliIn(folder, ['new', 'postmortem', `incidents/${id}/`, '--owner', 'bo']);
      assert.deepEqual([code, stdout], [0, `incidents/${id}/postmortem.md\n`]);
      assert.match(readFileSync(path.join(folder, `incidents/${id}/postmortem.md`), 'utf8'), /^owner: bo$/m);
      const again = await runCliIn(folder, ['new', 'postmortem', id]);
      assert.deepEqual(
        [again.code, again.stderr],
        [2, `incident-docs: incidents/${id}/postmortem.md is there already.\n`],
      );
    }));

  const refuses = (argv: readonly string[], words: string) =>
    it(`ends with 2 for ${argv.join(' ')}`, () =>
      withTemporaryFolder({ '.incidents.yml': '' }, async (folder) => {
        const { code, stderr } = await runCliIn(folder, ['new', ...argv]);
        assert.deepEqual([code, stderr], [2, `incident-docs: ${words} See: incident-docs new --help\n`]);
        assert.deepEqual(readdirSync(folder), ['.incidents.yml']);
      }));

  refuses(['Checkout', 'errors'], 'A title of several words needs quotes.');
  refuses(['postmortem'], 'A postmortem needs the id of its incident.');
  refuses(['X', '--severity', 'SEV9'], '--severity is "SEV9"; expected one of SEV1, SEV2, SEV3, SEV4.');
  refuses(['X', '--started', '14.5'], '"14.5" is not read as a time. 14:05, -20m or unknown are.');
  refuses(['X', '--owner', 'bo'], '--owner does not go with a report.');
});

describe('incident-docs log', () => {
  it('adds an entry to the only open incident, from any folder', () =>
    withTemporaryFolder({ '.incidents.yml': '', 'src/deep/a.ts': '' }, async (folder) => {
      await runCliIn(folder, ['new', 'Checkout errors', '--started', '-30m']);
      const argv = ['log', '-5m Restarted api-3 #action @carol https://example.com/x'];
      const { code, stdout, stderr } = await runCliIn(folder, argv, 'src/deep');
      assert.deepEqual([code, stderr], [0, '']);
      assert.match(stdout, /^Logged 14:30(?::20)?Z, Restarted api-3\n\.\.\/\.\.\/incidents\/\S+\/report\.md: E1430\n$/);
      const text = readFileSync(path.join(folder, reportPath), 'utf8');
      assert.match(
        text,
        /\| 2026-11-23 14:30(?::20)?Z \| action \| Restarted api-3 \| https:\/\/example\.com\/x \| E1430 \| carol \|\n/,
      );
    }));

  it('finds the folder of the incidents from any other folder of the repository, and not beyond it', () =>
    withTemporaryFolder(
      { 'repo/.git/HEAD': '', 'repo/ops/.incidents.yml': '', 'repo/src/deep/a.ts': '', 'other/a.ts': '' },
      async (folder) => {
        await runCliIn(folder, ['new', 'Checkout errors'], 'repo/ops');
        for (const sub of ['repo', 'repo/src/deep', 'repo/ops/incidents']) {
          const { code, stderr } = await runCliIn(folder, ['log', 'Restarted api-3'], sub);
          assert.deepEqual([code, stderr], [0, ''], sub);
        }
        assert.equal((await runCliIn(folder, ['log', 'Restarted api-3'], 'other')).code, 2);
      },
    ));

  it('loses none of several entries that are logged at once', () =>
    withTemporaryFolder({ '.incidents.yml': '' }, async (folder) => {
      await runCliIn(folder, ['new', 'Checkout errors', '--started', 'unknown']);
      const texts = Array.from({ length: 12 }, (_, at) => `entry number ${at}.`);
      const runs = await Promise.all(texts.map((text) => runCliIn(folder, ['log', text])));
      assert.deepEqual(
        runs.map(({ code, stderr }) => `${code}${stderr}`),
        texts.map(() => '0'),
      );
      const text = readFileSync(path.join(folder, reportPath), 'utf8');
      assert.deepEqual(
        texts.filter((one) => !text.includes(one)),
        [],
      );
      assert.deepEqual(readdirSync(path.dirname(path.join(folder, reportPath))), ['report.md']);
    }));

  it('asks for the incident where several are open', () =>
    withTemporaryFolder({ '.incidents.yml': '' }, async (folder) => {
      await runCliIn(folder, ['new', 'A']);
      await runCliIn(folder, ['new', 'B']);
      const { code, stdout, stderr } = await runCliIn(folder, ['log', 'text']);
      assert.deepEqual([code, stdout], [2, '']);
      assert.equal(
        stderr,
        'incident-docs: 2 incidents are open; --incident ID names the one that is meant: 2026-11-23-b, 2026-11-23-a.\n',
      );
      assert.equal((await runCliIn(folder, ['log', 'text', '--incident', '2026-11-23-a'])).code, 0);
      const none = await runCliIn(folder, ['log', 'text', '--incident', 'none']);
      assert.deepEqual([none.code, none.stderr], [2, 'incident-docs: There is no incident "none" here.\n']);
    }));

  it('ends with 2 where none is open, nothing is said or the kind is none', () =>
    withTemporaryFolder({ '.incidents.yml': '' }, async (folder) => {
      for (const [argv, words] of [
        [['log', 'text'], 'No incident is open. --incident ID names one of the others.'],
        [['log'], 'There is nothing to log. See: incident-docs log --help'],
        [['log', '14:05'], 'Type what was observed. See: incident-docs log --help'],
        [['log', 'done #acton'], '"acton" is not a kind here. Near it: action. See: incident-docs log --help'],
      ] as const) {
        const { code, stderr } = await runCliIn(folder, argv);
        assert.deepEqual([code, stderr], [2, `incident-docs: ${words}\n`]);
      }
    }));

  it('keeps byte order mark and line endings of the report', () =>
    withTemporaryFolder({ '.incidents.yml': '' }, async (folder) => {
      const full = path.join(folder, reportPath);
      mkdirSync(path.dirname(full), { recursive: true });
      const text = '\uFEFF---\r\ntype: incident-report\r\nstatus: identified\r\n---\r\n\r\n# E\r\n\r\n## Timeline\r\n';
      writeFileSync(full, text);
      assert.equal((await runCliIn(folder, ['log', 'It is slow'])).code, 0);
      const after = readFileSync(full, 'utf8');
      assert.ok(after.startsWith(text));
      assert.ok(!/[^\r]\n/.test(after));
    }));
});

describe('incident-docs list', () => {
  it('prints a table, open ones first', () =>
    withTemporaryFolder({ '.incidents.yml': '' }, async (folder) => {
      assert.equal((await runCliIn(folder, ['list'])).stdout, 'No incidents here yet.\n');
      await runCliIn(folder, ['new', 'Checkout errors', '--severity', 'SEV2', '--started', '2026-11-23 13:54:20Z']);
      await runCliIn(folder, ['new', 'postmortem', id]);
      const { code, stdout } = await runCliIn(folder, ['list']);
      assert.equal(code, 0);
      assert.deepEqual(stdout.split('\n'), [
        'ID                          SEVERITY  STATUS         STARTED         POSTMORTEM  ACTIONS  TITLE',
        '2026-11-23-checkout-errors  SEV2      investigating  23 Nov, 41 min  draft       0 open   Checkout errors',
        '',
      ]);
    }));

  it('prints JSON', () =>
    withTemporaryFolder({ '.incidents.yml': '' }, async (folder) => {
      await runCliIn(folder, ['new', 'Checkout errors', '--started', '2026-11-23 14:02Z']);
      const { stdout } = await runCliIn(folder, ['list', '--format', 'json']);
      assert.deepEqual(JSON.parse(stdout), {
        version: 1,
        incidents: [
          {
            id,
            folder: `incidents/${id}`,
            title: 'Checkout errors',
            severity: null,
            status: 'investigating',
            commander: null,
            systems: [],
            impactStarted: '2026-11-23T14:02:00Z',
            mitigated: null,
            entries: 1,
            report: reportPath,
            postmortem: null,
          },
        ],
      });
    }));
});

describe('incident-docs', () => {
  it('explains itself and its commands', () =>
    withTemporaryFolder({}, async (folder) => {
      for (const argv of [['--help'], ['-h'], ['help']]) {
        const { code, stdout } = await runCliIn(folder, argv);
        assert.equal(code, 0);
        assert.match(stdout, /^ {2}lint +Check/m);
      }
      for (const argv of [
        ['lint', '--help'],
        ['help', 'lint'],
        ['lint', 'x', '-h'],
      ])
        assert.match((await runCliIn(folder, argv)).stdout, /^Usage: incident-docs lint \[PATH…\]/m);
      assert.match((await runCliIn(folder, ['--version'])).stdout, /^\d+\.\d+\.\d+\n$/);
    }));

  it('ends with 2 and one line for no or an unknown command', () =>
    withTemporaryFolder({}, async (folder) => {
      const none = await runCliIn(folder, []);
      assert.deepEqual([none.code, none.stderr], [2, 'incident-docs: no command. See: incident-docs --help\n']);
      const unknown = await runCliIn(folder, ['linnt']);
      assert.deepEqual(
        [unknown.code, unknown.stderr],
        [2, 'incident-docs: "linnt" is no command; expected one of lint, new, list, log, import, metrics, suspects.\n'],
      );
    }));
});
