import assert from 'node:assert/strict';
import { runCliIn } from '../support/run-cli';
import { withTemporaryFolder } from '../support/temporary-folder';

const id = '2026-11-23-checkout-errors';

function report(...rows: readonly string[]): string {
  const head = '---\ntype: incident-report\nstatus: resolved\n---\n\n# Checkout errors\n\n## Timeline\n';
  return [head, '| Time | Kind | Event | ID |', '| --- | --- | --- | --- |', ...rows, ''].join('\n');
}

const files = {
  '.incidents.yml': '',
  [`incidents/${id}/report.md`]: report(
    '| 2026-11-23 14:02:10Z | impact started | Rate rose. | E1402 |',
    '| ~2026-11-23 14:06Z | detected | Paged. | E1406 |',
    '| 2026-11-23 14:35:20Z | mitigated | Rolled back. | E1435 |',
  ),
  'incidents/2026-11-24-other/report.md': report('| 2026-11-24 09:00Z | impact started | Rate rose. | E0900 |'),
  'incidents/2026-11-24-other/postmortem.md': '---\ntype: postmortem\n---\n\n# Other\n',
  'src/a.ts': '',
};

describe('incident-docs metrics', () => {
  it('prints each length with both entries and its formula, and what is missing with what adds it', () =>
    withTemporaryFolder(files, async (folder) => {
      const { code, stdout, stderr } = await runCliIn(folder, ['metrics', `incidents/${id}`]);
      assert.deepEqual([code, stderr], [0, '']);
      const lines = stdout.split('\n');
      assert.equal(lines[0], id);
      const line = (name: string) => lines.find((one) => one.startsWith(`  ${name} `))?.replace(/\s+/g, ' ');
      assert.equal(
        line('time to mitigate'),
        ' time to mitigate 33 min 10 s (E1402 to E1435). From the first entry of kind impact started to the last of kind mitigated.',
      );
      assert.match(line('time to detect') ?? '', /about 4 min \(E1402 to E1406\)/);
      assert.equal(
        line('time to resolve'),
        ` time to resolve cannot be computed: no \`resolved\` entry. To add it: incident-docs log "TIME … #resolved" --incident ${id}`,
      );
    }));

  it('prints one JSON object a line and incident', () =>
    withTemporaryFolder(files, async (folder) => {
      const { stdout } = await runCliIn(folder, ['metrics', '--format', 'json'], 'src');
      const [first, second, ...rest] = stdout.trimEnd().split('\n');
      assert.deepEqual(rest, []);
      assert.equal(JSON.parse(second ?? '').incident, '2026-11-24-other');
      const { incident, metrics } = JSON.parse(first ?? '');
      assert.equal(incident, id);
      const of = (name: string) => metrics.find((one: { id: string }) => one.id === name);
      assert.deepEqual(of('time-to-mitigate'), {
        id: 'time-to-mitigate',
        status: 'exact',
        milliseconds: 1_990_000,
        from: 'E1402',
        to: 'E1435',
        reason: null,
      });
      assert.deepEqual(of('time-to-detect').milliseconds, { min: 110_000, max: 350_000 });
      assert.deepEqual(of('time-to-resolve'), {
        id: 'time-to-resolve',
        status: 'unavailable',
        from: 'E1402',
        to: null,
        reason: 'cannot be computed: no `resolved` entry',
      });
    }));

  it('prints a CSV that no spreadsheet takes for formulas', () =>
    withTemporaryFolder(
      {
        '.incidents.yml': 'calendar: { days: [mon], from: "14:00", until: "14:30" }\n',
        [`incidents/${id}/report.md`]: report(
          '| 2026-11-23 14:02Z | impact started | Rate rose. | E1 |',
          '| 2026-11-23 14:35Z | mitigated | Rolled back. | E2 |',
          '| 2026-11-23 14:20Z | severity =1+1,"x" | Set. | E3 |',
          '| 2026-11-23 15:00Z | resolved | Well. | E4 |',
        ),
      },
      async (folder) => {
        const { stdout } = await runCliIn(folder, ['metrics', `incidents/${id}/report.md`, '--format=csv']);
        const rows = stdout.split('\r\n');
        assert.ok(rows[0]?.startsWith('incident,metric,status,milliseconds,min,max,from,to,reason,'));
        assert.ok(rows.includes(`${id},time-to-mitigate,exact,1980000,,,E1,E2,,exact,1680000,,`), stdout);
        assert.ok(
          rows.some((row) => row.includes(',"time-in-severity:=1+1,""x""",exact,2400000,')),
          stdout,
        );
        assert.ok(
          rows.every((row) => !/(?:^|,)"?[=+@-]/.test(row)),
          stdout,
        );
      },
    ));

  it('quotes an incident whose name begins like a formula', () =>
    withTemporaryFolder({ '.incidents.yml': '', 'incidents/=cmd/report.md': report() }, async (folder) => {
      const { stdout } = await runCliIn(folder, ['metrics', '--format', 'csv']);
      assert.ok(stdout.split('\r\n')[1]?.startsWith("'=cmd,"), stdout);
    }));

  it('ends with 2 for a path that leads nowhere or to no report, and prints the others', () =>
    withTemporaryFolder(files, async (folder) => {
      const argv = ['metrics', `incidents/${id}`, 'gone.md', 'incidents/2026-11-24-other/postmortem.md'];
      const { code, stdout, stderr } = await runCliIn(folder, argv);
      assert.equal(code, 2);
      assert.ok(stdout.startsWith(id));
      assert.equal(
        stderr,
        'incident-docs: gone.md is not there. incidents/2026-11-24-other/postmortem.md is no incident report.\n',
      );
    }));
});
