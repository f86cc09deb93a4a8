import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type CliRun, runCliIn } from '../support/run-cli';
import { withTemporaryFolder } from '../support/temporary-folder';

const clean = report({ summary: 'Requests failed from 14:02 UTC.' });
const causal = report({ summary: 'Requests failed because the pool was full.' });
const openCausal = report({ status: 'investigating', summary: 'Requests failed because the pool was full.' });
const one = 'incidents/2026-11-23-one/report.md';
const two = 'incidents/2026-11-24-two/report.md';

describe('incident-docs lint', () => {
  it('is clean with exit code 0', () =>
    lint({ '.incidents.yml': '', [one]: clean }, [], ({ code, stdout, stderr }) => {
      assert.deepEqual([code, stdout, stderr], [0, '1 file checked: no findings.\n', '']);
    }));

  it('prints path, line, column, severity, rule and message, and ends with 1', () =>
    lint({ '.incidents.yml': '', [two]: causal, [one]: causal }, [], ({ code, stdout, stderr }) => {
      assert.equal(code, 1);
      assert.equal(stderr, '');
      const lines = stdout.trimEnd().split('\n');
      const words =
        'warning causal-language "because" gives a cause. A report states what was observed. Can this be two timed entries?';
      assert.deepEqual(lines, [`${one}:10:17 ${words}`, `${two}:10:17 ${words}`, '2 files checked: 2 warnings.']);
    }));

  it('informs while the incident is open, and warns with --strict', async () => {
    const files = { '.incidents.yml': '', [one]: openCausal };
    await lint(files, [], ({ code, stdout }) => {
      assert.equal(code, 0);
      assert.match(stdout, /:10:17 info causal-language .*\n1 file checked: 1 info\.\n$/);
    });
    await lint(files, ['--strict'], ({ code, stdout }) => {
      assert.equal(code, 1);
      assert.match(stdout, /warning causal-language/);
    });
  });

  it('prints JSON with zero-based UTF-16 places', () =>
    lint(
      { '.incidents.yml': '', [one]: causal.replace('Requests', '😀 Requests') },
      ['--format', 'json'],
      ({ code, stdout }) => {
        assert.equal(code, 1);
        assert.deepEqual(JSON.parse(stdout), {
          version: 1,
          files: [
            {
              path: one,
              kind: 'incident-report',
              findings: [
                {
                  rule: 'causal-language',
                  severity: 'warning',
                  message: '"because" gives a cause. A report states what was observed. Can this be two timed entries?',
                  range: { start: { line: 9, character: 19 }, end: { line: 9, character: 26 } },
                  fixable: true,
                },
              ],
            },
          ],
          summary: { files: 1, errors: 0, warnings: 1, infos: 0, hints: 0 },
        });
      },
    ));

  it('reads any Markdown as the kind that --as names, at full severity', async () => {
    const files = { 'notes.md': '# Outage\n\nIt failed because of the disk.\n', [one]: openCausal };
    await lint(files, ['--as', 'incident-report', 'notes.md'], ({ code, stdout }) => {
      assert.equal(code, 1);
      assert.match(stdout, /^notes\.md:3:11 warning causal-language /m);
    });
    await lint(files, ['--as', 'incident-report', one], ({ code }) => assert.equal(code, 1));
  });

  it('says that a named file is no document of ours, and goes on', () =>
    lint({ 'notes.md': '# Notes\n' }, ['notes.md'], ({ code, stdout }) => {
      assert.equal(code, 0);
      assert.equal(
        stdout,
        'notes.md is no incident document; --as KIND checks any Markdown.\n0 files checked: no findings.\n',
      );
    }));

  it('walks a folder for incident documents only, and follows no link', () =>
    withTemporaryFolder(
      {
        '.incidents.yml': '',
        [one]: clean,
        'incidents/templates/report.md': causal,
        'incidents/README.md': '# It failed because\n',
        'docs/report.md': causal,
        'elsewhere/report.md': causal,
      },
      async (folder) => {
        symlinkSync('../elsewhere', path.join(folder, 'incidents/link'));
        symlinkSync('.', path.join(folder, 'incidents/loop'));
        for (const given of ['.', 'incidents', 'incidents/2026-11-23-one'])
          assert.equal((await runCliIn(folder, ['lint', given])).stdout, '1 file checked: no findings.\n', given);
        assert.equal((await runCliIn(folder, ['lint', 'docs'])).stdout, '0 files checked: no findings.\n');
      },
    ));

  it('finds the folder from below it, and shows paths from there', () =>
    withTemporaryFolder({ '.incidents.yml': '', [one]: causal, 'src/a.ts': '' }, async (folder) => {
      const { stdout } = await runCliIn(folder, ['lint'], 'src');
      assert.match(stdout, /^\.\.\/incidents\/2026-11-23-one\/report\.md:10:17 /);
    }));

  it('checks the marked folders right below, each by its own conventions', () =>
    withTemporaryFolder(
      {
        'a/.incidents.yml': 'folder: docs\n',
        'a/docs/2026-11-23-x/report.md': causal,
        'b/.incidents.yml': '',
        'b/docs/2026-11-23-x/report.md': causal,
        [`b/${one}`]: clean,
      },
      async (folder) => {
        for (const argv of [['lint'], ['lint', '.']]) {
          const { stdout } = await runCliIn(folder, argv);
          assert.match(stdout, /^a\/docs\/2026-11-23-x\/report\.md:10:17 .*\n2 files checked: 1 warning\.\n$/);
        }
        assert.match((await runCliIn(folder, ['list'])).stderr, /Several folders here keep incidents: a, b\./);
      },
    ));

  it('checks .incidents.yml where something in it is not read', async () => {
    await lint({ '.incidents.yml': 'folder: incidents\ntypo: 1\n', [one]: clean }, [], ({ code, stdout }) => {
      assert.equal(code, 1);
      assert.match(stdout, /^\.incidents\.yml:2:1 warning conventions /);
    });
    await lint({ '.incidents.yml': '' }, ['--format', 'json', '.incidents.yml'], ({ stdout }) => {
      assert.equal(JSON.parse(stdout).files[0].kind, 'conventions');
    });
  });

  it('checks a folder that nobody marked', () =>
    lint({ 'a/report.md': causal, 'a/notes.md': '# N\n' }, ['a'], ({ code, stdout }) => {
      assert.equal(code, 1);
      assert.match(stdout, /1 file checked: 1 warning\.\n$/);
    }));

  it('gives one finding for a file above 1 MiB', () =>
    lint({ '.incidents.yml': '', [one]: clean + '*a_ '.repeat(300_000) }, [], ({ code, stdout }) => {
      assert.equal(code, 1);
      assert.match(
        stdout,
        /^incidents\S+:1:1 warning too-complex This file is 1\.2 MiB; up to 1 MiB is checked\.\n1 file/,
      );
    }));

  describe('ends with 2 and one line on stderr', () => {
    const refuses = (
      what: string,
      argv: readonly string[],
      words: string,
      files: Record<string, string | Uint8Array> = {},
    ) =>
      it(`for ${what}`, () =>
        lint({ '.incidents.yml': '', ...files }, argv, ({ code, stderr }) => {
          assert.deepEqual([code, stderr], [2, `incident-docs: ${words}\n`]);
        }));

    refuses('a path that is not there', ['none.md', 'gone'], 'none.md is not there. gone is not there.');
    refuses('a binary file', ['a.md'], 'a.md is binary; expected Markdown.', { 'a.md': Uint8Array.of(35, 0, 0) });
    refuses('another encoding', ['a.md'], 'a.md is not UTF-8 text.', { 'a.md': Uint8Array.of(35, 0xe9, 0x20) });
    refuses('an unknown option', ['--foo'], "Unknown option '--foo'. See: incident-docs lint --help");
    refuses(
      'an unknown kind',
      ['--as', 'report', 'a.md'],
      '--as is "report"; expected one of incident-report, postmortem. See: incident-docs lint --help',
    );
    refuses(
      'an unknown format',
      ['--format=xml'],
      '--format is "xml"; expected one of text, json, sarif, github. See: incident-docs lint --help',
    );

    it('for a folder without .incidents.yml', () =>
      lint({ 'a.md': '' }, [], ({ code, stderr }) => {
        const words = 'No .incidents.yml here or in a folder above. "incident-docs new" makes one.';
        assert.deepEqual([code, stderr], [2, `incident-docs: ${words}\n`]);
      }));

    it('for a file that may not be read, and still checks the others', function () {
      // Root reads everything.
      if (process.getuid?.() === 0 || process.platform === 'win32') this.skip();
      return withTemporaryFolder({ '.incidents.yml': '', [one]: causal, [two]: causal }, async (folder) => {
        chmodSync(path.join(folder, one), 0);
        const { code, stdout, stderr } = await runCliIn(folder, ['lint']);
        assert.equal(code, 2);
        assert.match(stdout, /1 file checked: 1 warning/);
        assert.equal(stderr, `incident-docs: ${one} cannot be read: no permission.\n`);
      });
    });
  });

  it('looks up the commits that a postmortem cites', () =>
    withTemporaryFolder({ '.incidents.yml': '' }, async (folder) => {
      execFileSync('git', ['init', '--quiet', folder]);
      const name = 'incidents/2026-11-23-one/postmortem.md';
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      const cause = '### C1 Pool\n\n- Role: trigger\n- Commits: introduced `a1b2c3d4e5f6`\n';
      const text = `---\ntype: postmortem\n---\n\n# P\n\n## Root causes and contributing factors\n\n${cause}`;
      writeFileSync(path.join(folder, name), text);
      const { code, stdout, stderr } = await runCliIn(folder, ['lint']);
      assert.deepEqual([code, stderr], [1, '']);
      assert.match(stdout, /:12:\d+ \w+ unknown-commit /);
    }));

  it('still prints what it could check beside what it could not', () =>
    withTemporaryFolder({ '.incidents.yml': '', [one]: causal }, async (folder) => {
      mkdirSync(path.join(folder, 'empty'));
      const { code, stdout } = await runCliIn(folder, ['lint', '--format', 'json', one, 'none.md', 'empty']);
      assert.equal(code, 2);
      assert.deepEqual(JSON.parse(stdout).summary, { files: 1, errors: 0, warnings: 1, infos: 0, hints: 0 });
    }));
});

async function lint(
  files: Readonly<Record<string, string | Uint8Array>>,
  argv: readonly string[],
  verify: (run: CliRun) => void,
): Promise<void> {
  await withTemporaryFolder(files, async (folder) => verify(await runCliIn(folder, ['lint', ...argv])));
}

/** A report that has all that a resolved one needs; the summary stands in line 10. */
function report({ status = 'resolved', summary }: { readonly status?: string; readonly summary: string }): string {
  return [
    '---',
    'type: incident-report',
    'severity: SEV2',
    `status: ${status}`,
    '---',
    '# Errors',
    '',
    '## Summary',
    '',
    summary,
    '',
    '## Impact',
    '',
    'None measured.',
    '',
    '## Systems involved',
    '',
    '- `api`',
    '',
    '## Timeline',
    '',
    '| Time | Kind | Event | Evidence | ID |',
    '| --- | --- | --- | --- | --- |',
    '| 2026-11-23 14:02Z | impact started | HTTP 500 rose to 38 %. | [graph](https://example.com) | E1402 |',
    '| 2026-11-23 14:03Z | detected | Alert fired. | [alert](https://example.com) | E1403 |',
    '| 2026-11-23 14:04Z | mitigated | Rate fell. | [graph](https://example.com) | E1404 |',
    '| 2026-11-23 14:05Z | resolved | Rate at 0 %. | [graph](https://example.com) | E1405 |',
    '',
  ].join('\n');
}
