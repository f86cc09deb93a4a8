import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Log, Result, Run } from 'sarif';
import { formatLintGithub } from '../../src/cli/format-github';
import { rules } from '../../src/core/rules';
import { runCliIn } from '../support/run-cli';
import { withTemporaryFolder } from '../support/temporary-folder';
import { checkSarif } from './sarif-shape';

const head = '---\ntype: incident-report\nseverity: SEV2\nstatus: investigating\n---\n\n# Errors\n\n';
const table = '## Timeline\n\n| Time | Kind | Event | Evidence | ID |\n| --- | --- | --- | --- | --- |\n';
const row = '| 2026-11-23 14:10Z | check | Ran `a | b`, 😀 and then because of it. | | E1410 |\n';
const files = { '.incidents.yml': '', 'incidents/2026-11-23-ä #1/report.md': head + table + row + row };
const shown = 'incidents/2026-11-23-ä #1/report.md';

async function sarifOf(folder: string, argv: readonly string[] = [], env: Record<string, string> = {}): Promise<Run> {
  const { stdout } = await runCliIn(folder, ['lint', '--format', 'sarif', ...argv], '.', { env });
  const log: Log = JSON.parse(stdout);
  checkSarif(log);
  const [run] = log.runs;
  assert.ok(run !== undefined);
  return run;
}

function resultOf(run: Run, rule: string): Result {
  const found = run.results?.find(({ ruleId }) => ruleId === rule);
  assert.ok(found !== undefined, `no result of ${rule}`);
  return found;
}

describe('incident-docs lint --format sarif', () => {
  it('says of each finding rule, level, place and fixes', () =>
    withTemporaryFolder(files, async (folder) => {
      const run = await sarifOf(folder);
      const cell = resultOf(run, 'cell-count');
      const uri = 'incidents/2026-11-23-%C3%A4%20%231/report.md';
      const artifactLocation = { uri, uriBaseId: '%SRCROOT%' };
      assert.equal(cell.level, 'warning');
      assert.match(cell.message.text ?? '', /^This row has 6 cells/);
      assert.deepEqual(cell.locations?.[0]?.physicalLocation?.artifactLocation, artifactLocation);
      assert.equal(cell.locations?.[0]?.physicalLocation?.region?.startLine, 13);
      assert.equal(cell.fixes?.[0]?.description?.text, 'Escape the pipe');
      const at = row.indexOf('a | b') + 'a '.length + 1;
      const region = { startLine: 13, startColumn: at, endLine: 13, endColumn: at };
      assert.deepEqual(cell.fixes?.[0]?.artifactChanges, [
        { artifactLocation, replacements: [{ deletedRegion: region, insertedContent: { text: '\\' } }] },
      ]);
      const base = run.originalUriBaseIds?.['%SRCROOT%']?.uri ?? '';
      assert.equal(new URL(uri, base).href, pathToFileURL(path.join(folder, shown)).href);
    }));

  it('counts columns from one in UTF-16 units, the end behind the last', () =>
    withTemporaryFolder(files, async (folder) => {
      const run = await sarifOf(folder);
      assert.equal(run.columnKind, 'utf16CodeUnits');
      const start = row.indexOf('because') + 1;
      const causal = resultOf(run, 'causal-language');
      assert.equal(causal.level, 'note');
      assert.deepEqual(causal.locations?.[0]?.physicalLocation?.region, {
        startLine: 13,
        startColumn: start,
        endLine: 13,
        endColumn: start + 'because of'.length,
      });
      // Moving an explanation needs the postmortem, so it is no edit that a viewer could apply.
      assert.equal(causal.fixes, undefined);
    }));

  it('names another place that belongs to a finding', () =>
    withTemporaryFolder(files, async (folder) => {
      const { relatedLocations = [] } = resultOf(await sarifOf(folder), 'duplicate-id');
      for (const one of relatedLocations) assert.equal(one.physicalLocation?.region?.startLine, 13);
    }));

  it('explains every rule with its page', () =>
    withTemporaryFolder({ '.incidents.yml': 'typo: 1\n' }, async (folder) => {
      const run = await sarifOf(folder);
      const described = run.tool.driver.rules ?? [];
      assert.deepEqual(
        described.map(({ id }) => id),
        [...rules.map(({ id }) => id), 'conventions'],
      );
      for (const { id, help, helpUri, shortDescription } of described) {
        if (!existsSync(`docs/rules/${id}.md`)) continue;
        assert.ok(help?.markdown?.startsWith(`# ${id}\n\n${shortDescription?.text}\n`), id);
        assert.equal(helpUri, pathToFileURL(path.resolve(`docs/rules/${id}.md`)).href);
      }
      for (const { ruleId, ruleIndex = -1 } of run.results ?? []) assert.equal(described[ruleIndex]?.id, ruleId);
      assert.equal(run.results?.[0]?.ruleId, 'conventions');
    }));

  it('counts paths from the checkout on GitHub', () =>
    withTemporaryFolder(files, async (folder) => {
      const env = { GITHUB_WORKSPACE: path.dirname(folder) };
      const place = resultOf(await sarifOf(folder, [], env), 'cell-count').locations?.[0]?.physicalLocation;
      assert.ok(place?.artifactLocation?.uri?.startsWith(`${path.basename(folder)}/incidents/`));
    }));

  it('names a file beside the folder by its whole address', () =>
    withTemporaryFolder({ ...files, 'src/a.ts': '' }, async (folder) => {
      const { stdout } = await runCliIn(folder, ['lint', '--format', 'sarif'], 'src');
      const log: Log = JSON.parse(stdout);
      checkSarif(log);
      const place = log.runs[0]?.results?.[0]?.locations?.[0]?.physicalLocation?.artifactLocation;
      assert.deepEqual(place, { uri: pathToFileURL(path.join(folder, shown)).href });
    }));

  it('says what could not be read, and is sound without findings', () =>
    withTemporaryFolder({ '.incidents.yml': '' }, async (folder) => {
      assert.deepEqual((await sarifOf(folder)).invocations, [{ executionSuccessful: true }]);
      const [invocation] = (await sarifOf(folder, ['none.md'])).invocations ?? [];
      assert.equal(invocation?.executionSuccessful, false);
      assert.equal(invocation?.toolExecutionNotifications?.[0]?.message.text, 'none.md is not there.');
    }));
});

describe('incident-docs lint --format github', () => {
  it('prints a workflow command a finding, and the summary', () =>
    withTemporaryFolder(files, async (folder) => {
      const { code, stdout } = await runCliIn(folder, ['lint', '--format', 'github']);
      assert.equal(code, 1);
      const lines = stdout.trimEnd().split('\n');
      assert.match(lines.at(-1) ?? '', /^1 file checked: /);
      const cell = lines.find((line) => line.includes('title=cell-count'));
      assert.ok(cell?.startsWith(`::warning title=cell-count,file=${shown},line=13,col=1,endColumn=`), cell);
      assert.match(cell ?? '', /::This row has 6 cells, the header 5\. A \| in a cell is written \\\|\.$/);
      assert.ok(lines.some((line) => line.startsWith('::notice title=causal-language,')));
    }));

  it('escapes what would end a value or the command', () => {
    const range = { start: { line: 1, character: 2 }, end: { line: 3, character: 0 } };
    const finding = { rule: 'a-rule', severity: 'error', fixable: false, fixes: [], related: [], range } as const;
    const file = {
      path: 'a,b:c%.md',
      kind: 'postmortem',
      fixed: 0,
      findings: [{ ...finding, message: '5 %,\r\n::x' }],
    } as const;
    const summary = { files: 1, errors: 1, warnings: 0, infos: 0, hints: 0 };
    const [line] = formatLintGithub({ files: [file], summary, others: [], unreadable: [] }, '/');
    assert.equal(line, '::error title=a-rule,file=a%2Cb%3Ac%25.md,line=2,endLine=4::5 %25,%0D%0A::x\n');
  });

  it('counts paths from the checkout', () =>
    withTemporaryFolder(files, async (folder) => {
      const env = { GITHUB_WORKSPACE: folder };
      const { stdout } = await runCliIn(folder, ['lint', '--format', 'github', '.'], 'incidents', { env });
      assert.match(stdout, /,file=incidents\/2026-11-23-ä #1\/report\.md,line=13,/);
    }));
});
