import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { makeSampleWorkspace } from '../scripts/sample-workspace.mjs';
import { makeTemporaryFolder, removeFolder } from '../scripts/test-folders.mjs';
import { readDocument } from '../src/core/kinds/index';
import { milestonesOf } from '../src/core/kinds/milestones';
import { readConventions } from '../src/core/kinds/read-conventions';
import { readMarkdown } from '../src/core/markdown/read-markdown';
import { checkDocument } from '../src/core/rules/check';

const resolved = 'incidents/2026-11-09-checkout-errors';
const open = 'incidents/2026-11-23-payment-confirmations-late';

describe('the sample workspace', () => {
  let folder: string;
  let hashes: Readonly<Record<string, string>>;
  before(() => {
    folder = makeTemporaryFolder('sample');
    hashes = makeSampleWorkspace(folder);
  });
  after(() => removeFolder(folder));

  it('has the same commits on every machine', () => {
    const log = execFileSync('git', ['log', '--format=%an %aI %s'], { cwd: folder, encoding: 'utf8' })
      .trim()
      .split('\n');
    assert.ok(log.length >= 12, `only ${log.length} commits`);
    assert.deepEqual(new Set(log.map((line) => line.split(' ')[0])), new Set(['alice', 'bo', 'carol']));
    assert.equal(hashes.fault, '71d481116e36');
    assert.equal(hashes.fix, '1993004f808d');
  });

  it('has conventions without a finding', () => {
    assert.deepEqual(readConventions(read('.incidents.yml')).problems, []);
  });

  it('has a resolved incident without a finding', () => {
    assert.deepEqual(findingsOf(`${resolved}/report.md`), []);
    assert.deepEqual(findingsOf(`${resolved}/postmortem.md`), []);
  });

  it('cites the fault, 3 h 12 min before impact, and its fix', () => {
    const postmortem = documentOf(`${resolved}/postmortem.md`);
    const report = documentOf(`${resolved}/report.md`);
    assert.ok(postmortem?.kind === 'postmortem' && report?.kind === 'incident-report');
    assert.deepEqual(
      postmortem.causes[0]?.commits.map(({ relation, hash }) => [relation, hash]),
      [
        ['introduced', hashes.fault],
        ['fixed', hashes.fix],
      ],
    );
    const started = milestonesOf(report).get('impact started');
    assert.ok(started);
    const committed = execFileSync('git', ['show', '-s', '--format=%ct', hashes.fault ?? ''], {
      cwd: folder,
      encoding: 'utf8',
    });
    assert.equal((started.at - Number(committed) * 1000) / 60_000, 3 * 60 + 12);
  });

  it('has an open report in which the three sentences of analysis are found and the stack trace is not', () => {
    const findings = findingsOf(`${open}/report.md`);
    assert.deepEqual(
      findings.map((one) => `${one.rule}: ${one.text}`),
      ['causal-language: because', 'causal-language: as a result of', 'causal-language: led to'],
    );
    assert.ok(read(`${open}/report.md`).includes('Caused by:'));
  });

  function read(file: string): string {
    return readFileSync(path.join(folder, file), 'utf8');
  }

  function documentOf(file: string) {
    const { conventions } = readConventions(read('.incidents.yml'));
    return readDocument(readMarkdown(read(file)), conventions);
  }

  function findingsOf(file: string) {
    const { conventions } = readConventions(read('.incidents.yml'));
    const document = documentOf(file);
    assert.ok(document, `${file} is not read as an incident document`);
    const text = read(file);
    return checkDocument(document, { conventions, path: file }).map(({ rule, severity, span }) => ({
      rule,
      severity,
      text: text.slice(span.start, span.end),
    }));
  }
});
