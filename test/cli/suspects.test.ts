import assert from 'node:assert/strict';
import path from 'node:path';
import { copySample, removeFolder } from '../../scripts/test-folders.mjs';
import { runCliIn } from '../support/run-cli';

const incident = '2026-11-09-checkout-errors';

describe('incident-docs suspects', () => {
  let folder: string;
  before(() => {
    folder = copySample();
  });
  after(() => removeFolder(path.dirname(folder)));

  const run = (...argv: readonly string[]) => runCliIn(folder, ['suspects', ...argv], '.', { env: process.env });

  it('gives candidates with their reasons, and none that the cause cites already', async () => {
    const { code, stdout } = await run(incident, '--cause', 'C1', '--format', 'json');
    assert.equal(code, 0);
    const { version, searches } = JSON.parse(stdout);
    assert.equal(version, 1);
    assert.equal(searches.length, 1);
    assert.match(searches[0].fixes[0], /^1993004f808d/);
    assert.equal(searches[0].partial, false);
    const subjects = searches[0].suspects.map(({ subject }: { subject: string }) => subject);
    assert.equal(subjects[0], 'Retry a payment once on 503');
    assert.ok(!subjects.includes('Halve the pool when retrying'));
    assert.ok(searches[0].suspects.every(({ reasons }: { reasons: readonly string[] }) => reasons.length > 0));
  });

  it('finds what came in before impact for a cause without a fix, the systems’ own files first', async () => {
    const { stdout } = await run(incident, '--cause', 'c2');
    assert.match(stdout, /^C2\n71d481116e36 {2}Halve the pool when retrying\n.*touches checkout-api/);
  });

  it('looks at the window that is asked for', async () => {
    const { stdout } = await run(incident, '--days', '1', '--format', 'json');
    assert.deepEqual(JSON.parse(stdout).searches[0].window, {
      from: '2026-11-08T14:02:10Z',
      until: '2026-11-09T14:02:10Z',
    });
  });

  it('says what is not there', async () => {
    assert.match((await run('2020-01-01-nothing')).stderr, /There is no incident 2020-01-01-nothing here\./);
    assert.match((await run(incident, '--cause', 'C9')).stderr, /There is no cause C9 in/);
    assert.match((await run()).stderr, /Which incident\?/);
    assert.match((await run(incident, '--days', 'x')).stderr, /--days is "x"; expected 1 to 365\./);
  });
});
