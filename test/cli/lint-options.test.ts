import assert from 'node:assert/strict';
import { chmodSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { mapInPool } from '../../src/cli/in-pool';
import { runCliIn } from '../support/run-cli';
import { withTemporaryFolder } from '../support/temporary-folder';

const head = '---\ntype: incident-report\nstatus: resolved\n---\n\n# Errors\n\n';
/** Two warnings. */
const causal = 'It failed because of it.\n\nThis led to errors.\n';
const name = 'incidents/2026-11-23-one/report.md';
const levels = (causalLanguage: string, others = 'off') =>
  `lint:\n  causal-language: ${causalLanguage}\n  missing-section: ${others}\n  empty-section: ${others}\n`;
const folderWith = (level = 'warning', body = causal) => ({ '.incidents.yml': levels(level), [name]: head + body });

describe('incident-docs lint --max-warnings', () => {
  const runs = (argv: readonly string[], level = 'warning') => {
    let result: { code: number; stderr: string } | undefined;
    return withTemporaryFolder(folderWith(level), async (folder) => {
      result = await runCliIn(folder, ['lint', ...argv]);
    }).then(() => result);
  };

  it('allows so many warnings', async () => {
    assert.equal((await runs([]))?.code, 1);
    assert.equal((await runs(['--max-warnings', '2']))?.code, 0);
    assert.equal((await runs(['--max-warnings', '-1']))?.code, 0);
    const { code, stderr } = (await runs(['--max-warnings=1'])) ?? {};
    assert.deepEqual([code, stderr], [1, 'incident-docs: --max-warnings allows 1; there are 2.\n']);
  });

  it('allows no error', async () => assert.equal((await runs(['--max-warnings', '9'], 'error'))?.code, 1));

  it('takes a number', async () => {
    const { code, stderr } = (await runs(['--max-warnings', 'few'])) ?? {};
    assert.equal(code, 2);
    assert.match(stderr ?? '', /--max-warnings is "few"; expected a number such as 10\./);
  });
});

describe('incident-docs lint --quiet', () => {
  it('shows errors only, and warnings do not count', () =>
    withTemporaryFolder(folderWith(), async (folder) => {
      const { code, stdout } = await runCliIn(folder, ['lint', '--quiet']);
      assert.deepEqual([code, stdout], [0, '1 file checked: no findings.\n']);
    }));

  it('counts warnings that it does not show where their number is bounded', () =>
    withTemporaryFolder(folderWith(), async (folder) => {
      const { code, stdout } = await runCliIn(folder, ['lint', '--quiet', '--max-warnings', '1']);
      assert.deepEqual([code, stdout], [1, '1 file checked: no findings.\n']);
    }));

  it('ends with 1 for an error', () =>
    withTemporaryFolder(folderWith('error'), async (folder) => {
      const { code, stdout } = await runCliIn(folder, ['lint', '--quiet']);
      assert.equal(code, 1);
      assert.match(stdout, /1 file checked: 2 errors\.\n$/);
    }));
});

describe('incident-docs lint --stdin', () => {
  const stdin = (text: string | Uint8Array) => ({
    readStdin: async () => (typeof text === 'string' ? new TextEncoder().encode(text) : text),
  });

  it('checks the text by the conventions of where it belongs, be the file there or not', () =>
    withTemporaryFolder({ '.incidents.yml': levels('error') }, async (folder) => {
      const argv = ['lint', '--stdin', '--stdin-filename', 'incidents/2026-11-24-two/report.md'];
      const { code, stdout } = await runCliIn(folder, argv, '.', stdin(`\uFEFF${head}${causal}`));
      assert.equal(code, 1);
      assert.match(stdout, /^incidents\/2026-11-24-two\/report\.md:8:11 error causal-language /);
      assert.match(stdout, /1 file checked: 2 errors\.\n$/);
    }));

  it('needs no name', () =>
    withTemporaryFolder({}, async (folder) => {
      const { stdout } = await runCliIn(folder, ['lint', '--stdin'], '.', stdin(head + causal));
      assert.match(stdout, /^<stdin>:8:11 warning causal-language /m);
      const sarif = await runCliIn(folder, ['lint', '--stdin', '--format=sarif'], '.', stdin(head + causal));
      assert.match(sarif.stdout, /"uri":"%3Cstdin%3E"/);
      const github = await runCliIn(folder, ['lint', '--stdin', '--format=github'], '.', stdin(head + causal));
      assert.match(github.stdout, /,file=<stdin>,line=8,col=11,/);
    }));

  it('reads .incidents.yml by its name, and any Markdown with --as', () =>
    withTemporaryFolder({}, async (folder) => {
      const yml = ['lint', '--stdin', '--stdin-filename', '.incidents.yml'];
      assert.match((await runCliIn(folder, yml, '.', stdin('typo: 1\n'))).stdout, /^\.incidents\.yml:1:1 warning /);
      const notes = ['lint', '--stdin', '--as', 'incident-report'];
      assert.match((await runCliIn(folder, notes, '.', stdin('It failed because of it.\n'))).stdout, /causal-language/);
      assert.match(
        (await runCliIn(folder, ['lint', '--stdin'], '.', stdin('# N\n'))).stdout,
        /^<stdin> is no incident/,
      );
    }));

  it('refuses what is no text, and what goes with files alone', () =>
    withTemporaryFolder({}, async (folder) => {
      const refusal = async (argv: readonly string[]) => {
        const { code, stderr } = await runCliIn(folder, ['lint', ...argv], '.', stdin(Uint8Array.of(35, 0)));
        assert.equal(code, 2);
        return stderr;
      };
      assert.match(await refusal(['--stdin']), /<stdin> is binary; expected Markdown\./);
      assert.match(await refusal(['--stdin', '--fix']), /--fix writes files; --stdin has none\./);
      assert.match(await refusal(['--stdin', 'a.md']), /--stdin takes no PATH;/);
      assert.match(await refusal(['--stdin-filename', 'a.md']), /--stdin-filename is for --stdin\./);
    }));
});

describe('incident-docs lint --fix', () => {
  const table = '## Timeline\n\n| Time | Kind | Event | Evidence | ID |\n| --- | --- | --- | --- | --- |\n';
  const row = '| 2026-11-23 14:10Z | check | Ran `a | b`, 12 lines. | | E1410 |\n';
  const fixable = `---\ntype: incident-report\nstatus: resolved\ncommander: @alice\n---\n\n# Errors\n\n${table}${row}`;
  const idle = '\nRequests failed. <!-- incident-docs-disable-line causal-language: as told -->\n';

  it('applies what needs no look, says how much, and reports the rest', () =>
    withTemporaryFolder({ '.incidents.yml': levels('warning'), [name]: fixable + idle + causal }, async (folder) => {
      const { code, stdout } = await runCliIn(folder, ['lint', '--fix']);
      assert.equal(code, 1);
      const written = readFileSync(path.join(folder, name), 'utf8');
      const expected = fixable.replace('@alice', '"@alice"').replace('a | b', 'a \\| b');
      assert.equal(written, `${expected}\nRequests failed.\n${causal}`);
      assert.match(stdout, /1 file checked, 3 findings fixed: 3 warnings\.\n$/);
      assert.match((await runCliIn(folder, ['lint', '--fix'])).stdout, /1 file checked: 3 warnings\.\n$/);
    }));

  it('keeps line endings, the byte order mark and the mode of the file', () =>
    withTemporaryFolder({ '.incidents.yml': levels('warning') }, async (folder) => {
      const crlf = (text: string) => text.replaceAll('\n', '\r\n');
      await withTemporaryFolder({ [name]: `\uFEFF${crlf(fixable)}` }, async (other) => {
        const full = path.join(other, name);
        chmodSync(full, 0o640);
        await runCliIn(folder, ['lint', '--fix', full]);
        const expected = fixable.replace('@alice', '"@alice"').replace('a | b', 'a \\| b');
        assert.equal(readFileSync(full, 'utf8'), `\uFEFF${crlf(expected)}`);
        if (process.platform !== 'win32') assert.equal(statSync(full).mode & 0o777, 0o640);
      });
    }));

  it('leaves a file alone in which nothing is safe to fix', () =>
    withTemporaryFolder(folderWith('warning', `${causal}\n- ⟨time⟩ restarted\n`), async (folder) => {
      const { mtimeMs } = statSync(path.join(folder, name));
      const { stdout } = await runCliIn(folder, ['lint', '--fix']);
      assert.match(stdout, /1 file checked: /);
      assert.equal(statSync(path.join(folder, name)).mtimeMs, mtimeMs);
    }));

  it('says that a file may not be written, and goes on', () =>
    withTemporaryFolder(
      { '.incidents.yml': levels('off'), [name]: fixable, 'incidents/2026-11-24-two/report.md': fixable },
      async (folder) => {
        chmodSync(path.join(folder, name), 0o444);
        const { code, stdout, stderr } = await runCliIn(folder, ['lint', '--fix']);
        assert.deepEqual([code, stderr], [2, `incident-docs: ${name} cannot be written: read-only.\n`]);
        assert.match(stdout, /1 file checked, 2 findings fixed: /);
      },
    ));
});

describe('incident-docs lint on a terminal', () => {
  const many = Object.fromEntries(
    Array.from({ length: 30 }, (_, index) => [`incidents/2026-11-23-${index}/report.md`, head + causal]),
  );
  const ticking = () => {
    let time = 0;
    return () => (time += 50);
  };

  it('counts the files in one line that is gone at the end', () =>
    withTemporaryFolder({ '.incidents.yml': '', ...many }, async (folder) => {
      const { stderr } = await runCliIn(folder, ['lint'], '.', { isTerminal: true, now: ticking() });
      const lines = stderr.split('\r\u001b[K');
      assert.match(lines[1] ?? '', /^\d+ of 31 files checked$/);
      assert.equal(lines.at(-1), '');
    }));

  it('shows nothing elsewhere, nor where it is quick', () =>
    withTemporaryFolder({ '.incidents.yml': '', ...many }, async (folder) => {
      assert.equal((await runCliIn(folder, ['lint'], '.', { now: ticking() })).stderr, '');
      assert.equal((await runCliIn(folder, ['lint'], '.', { isTerminal: true })).stderr, '');
    }));
});

describe('a pool', () => {
  it('runs so many at once and keeps the order', async () => {
    let running = 0;
    let most = 0;
    const results = await mapInPool([5, 1, 4, 2, 3, 0], 3, async (item) => {
      running++;
      most = Math.max(most, running);
      for (let turn = 0; turn < item; turn++) await Promise.resolve();
      running--;
      return item * 2;
    });
    assert.deepEqual([results, most], [[10, 2, 8, 4, 6, 0], 3]);
  });

  it('fails with the first failure', () =>
    assert.rejects(
      mapInPool([1, 2], 1, async (item) => Promise.reject(new Error(`no ${item}`))),
      /no 1/,
    ));
});
