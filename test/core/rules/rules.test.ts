import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readDocument } from '../../../src/core/kinds';
import { readMarkdown } from '../../../src/core/markdown/read-markdown';
import { type CommitLookup, citationKey } from '../../../src/core/model/commit';
import { defaultConventions } from '../../../src/core/model/conventions';
import { formatMessage } from '../../../src/core/model/message';
import { applyEdits, lineStartsOf, positionAt, type TextEdit } from '../../../src/core/model/text';
import { rules } from '../../../src/core/rules';
import { checkDocument } from '../../../src/core/rules/check';
import { conventionsRule } from '../../../src/core/rules/check-conventions';
import type { CheckedFinding, Rule } from '../../../src/core/rules/rule';
import type { ReportSummary } from '../../../src/core/workspace/incident-summary';
import { summariseReport } from '../../../src/core/workspace/summarise';
import { type Expectation, type FixtureDocument, readFixture } from './fixture';

const fixtureFolder = 'test/core/rules';
const pageFolder = 'docs/rules';

describe('the rules', () => {
  it('have ids of one kind, each once', () => {
    const ids = rules.map(({ id }) => id);
    assert.deepEqual([...new Set(ids)], ids);
    for (const id of ids) assert.match(id, /^[a-z]+(-[a-z]+)*$/);
  });

  it('each have a file, a fixture and a page that says what it is about', () => {
    for (const { id, summary, severity, appliesTo } of rules) {
      assert.ok(existsSync(`src/core/rules/${id}.ts`), `src/core/rules/${id}.ts`);
      assert.ok(existsSync(`${fixtureFolder}/${id}.md`), `${fixtureFolder}/${id}.md`);
      checkPage({ id, summary, severity, appliesTo });
    }
    checkPage({ ...conventionsRule, appliesTo: ['.incidents.yml'] });
  });

  it('speak for everything that the readers of documents cannot read', () => {
    const ids = new Set(rules.map(({ id }) => id));
    const files = readdirSync('src/core/kinds').map((file) => readFileSync(`src/core/kinds/${file}`, 'utf8'));
    const named = files.flatMap((text) => [...text.matchAll(/\brule: '([a-z-]+)'/g)].map(([, id = '']) => id));
    assert.ok(named.length > 0);
    assert.deepEqual(
      named.filter((id) => !ids.has(id)),
      [],
    );
  });

  it('leave no page and no fixture behind', () => {
    const ids = new Set(rules.map(({ id }) => id));
    const pages = readdirSync(pageFolder).filter((file) => file !== 'README.md');
    assert.deepEqual(
      pages.filter((file) => !ids.has(stemOf(file)) && stemOf(file) !== conventionsRule.id),
      [],
    );
    assert.deepEqual(
      fixtureFiles().filter((file) => !ids.has(stemOf(file))),
      [],
    );
  });
});

for (const file of fixtureFiles()) {
  const rule = rules.find(({ id }) => id === stemOf(file));
  if (rule === undefined) continue;
  describe(`the rule ${rule.id}`, () => {
    for (const document of readFixture(readFileSync(`${fixtureFolder}/${file}`, 'utf8'))) {
      const where = `${document.title} (line ${document.fixtureLine + 1})`;
      it(`finds what is marked: ${where}`, () => checkFindings(rule, document));
      it(`fixes what it can: ${where}`, () => checkFixes(rule, document));
    }
  });
}

function fixtureFiles(): readonly string[] {
  return readdirSync(fixtureFolder).filter((file) => file.endsWith('.md') && file !== 'README.md');
}

function stemOf(file: string): string {
  return file.replace(/\.md$/, '');
}

function checkPage(rule: Pick<Rule, 'id' | 'summary' | 'severity'> & { readonly appliesTo: readonly string[] }): void {
  const path = `${pageFolder}/${rule.id}.md`;
  const page = readFileSync(path, 'utf8');
  assert.ok(page.startsWith(`# ${rule.id}\n\n${rule.summary}\n`), `${path} begins with the id and the summary`);
  const documents = rule.appliesTo.join(', ');
  assert.ok(
    page.includes(`\nSeverity: ${rule.severity}. Documents: ${documents}.`),
    `${path} says severity and documents`,
  );
  const prose = page.replace(/^(`{3,}).*\n[\s\S]*?^\1$/gm, '');
  const headings = [...prose.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading);
  assert.deepEqual(headings, ['Why', 'Not like this', 'Like this', 'Fixes', 'Options', 'Suppress'], path);
}

function checkFindings(rule: Rule, document: FixtureDocument): void {
  for (const eol of ['\n', '\r\n']) {
    const text = document.text.replaceAll('\n', eol);
    const lineStarts = lineStartsOf(text);
    const looked = new Set([rule.id, ...document.expectations.map((one) => one.rule ?? rule.id)]);
    const findings = check(rule, document, text).filter((finding) => looked.has(finding.rule));
    const actual = findings.map((finding, index) => {
      const { line } = positionAt(lineStarts, finding.span.start);
      return describeFinding(finding, { line, text, expectation: document.expectations[index] });
    });
    assert.deepEqual(
      actual,
      document.expectations.map((one) => describeExpectation(one, rule)),
    );
  }
}

function check(rule: Rule, document: FixtureDocument, text: string): readonly CheckedFinding[] {
  const hasType = /^---\r?\n(?:[^\n]*\n)*?type:/.test(text);
  const as = document.as ?? (hasType ? undefined : rule.appliesTo[0]);
  const read = readDocument(readMarkdown(text), defaultConventions, as);
  assert.ok(read !== undefined, 'the document has no kind');
  const commits = new Map<string, CommitLookup>();
  for (const citation of read.kind === 'postmortem' ? read.causes.flatMap((cause) => cause.commits) : [])
    commits.set(citationKey(citation), lookUp(citation.hash));
  return checkDocument(read, {
    conventions: defaultConventions,
    strict: document.strict || !hasType,
    commits,
    reports: [coveredReport()],
    isContained: (release, key) => (release === 'v4.18.2' ? !key.startsWith('0ff0') : null),
    ...(document.path === undefined ? {} : { path: document.path }),
  });
}

const impactStarted = Date.UTC(2026, 10, 23, 14, 2, 10);

/** The report that every postmortem of a fixture covers. */
function coveredReport(): ReportSummary {
  const rows = [
    '| 2026-11-23 13:40Z | change | Deploy finished. | `v4.18.2` | E1340 |',
    '| 2026-11-23 13:42Z | change | Deploy of 2026.11.4 finished. | | E1342 |',
    '| 2026-11-23 13:50:10Z | note | Seen. | | E1350 |',
    '| 2026-11-23 13:50:40Z | note | Seen too. | | E1350 |',
    '| 2026-11-23 14:02:10Z | impact started | Errors rose. | | E1402 |',
  ];
  const table = ['| Time | Kind | Event | Evidence | ID |', '| --- | --- | --- | --- | --- |', ...rows].join('\n');
  const text = `---\ntype: incident-report\n---\n\n# Errors\n\n## Timeline\n\n${table}\n`;
  const report = readDocument(readMarkdown(text), defaultConventions);
  assert.ok(report?.kind === 'incident-report');
  const about = { findings: 0, id: '2026-11-23-errors', conventions: defaultConventions };
  return summariseReport(report, 'incidents/2026-11-23-errors/report.md', about);
}

function lookUp(hash: string): CommitLookup {
  if (hash.startsWith('0bad')) return { state: 'unknown', shallow: false };
  if (hash.startsWith('05ba')) return { state: 'unknown', shallow: true };
  if (hash.startsWith('0a2b')) return { state: 'ambiguous', candidates: [hash.padEnd(40, '0'), hash.padEnd(40, '1')] };
  const at = hash.startsWith('af7e') ? impactStarted + 8 * 60_000 : Date.UTC(2026, 10, 23, 10, 50);
  const commit = { subject: 'Retry on 503', author: 'alice', authored: at, committed: at, parents: [] };
  return { state: 'found', commit: { ...commit, hash: hash.padEnd(40, '0') } };
}

interface Described {
  readonly line: number;
  readonly text: string;
  readonly expectation: Expectation | undefined;
}

/** Only what the expectation of the same place in the list speaks of, so that lists can be compared whole. */
function describeFinding(finding: CheckedFinding, { line, text, expectation }: Described) {
  const found = text.slice(finding.span.start, finding.span.end).replaceAll('\r\n', '\n');
  const isBare = expectation === undefined;
  return {
    line: line + 1,
    rule: finding.rule,
    ...(isBare || expectation.text !== undefined ? { text: found } : {}),
    ...(expectation?.severity !== undefined ? { severity: finding.severity } : {}),
    ...(isBare || expectation.says !== undefined ? { says: formatMessage(finding.message) } : {}),
  };
}

function describeExpectation({ line, rule, text, severity, says }: Expectation, own: Rule) {
  return {
    line: line + 1,
    rule: rule ?? own.id,
    ...(text === undefined ? {} : { text }),
    ...(severity === undefined ? {} : { severity }),
    ...(says === undefined ? {} : { says }),
  };
}

function checkFixes(rule: Rule, document: FixtureDocument): void {
  for (const eol of ['\n', '\r\n']) {
    const text = document.text.replaceAll('\n', eol);
    const before = check(rule, document, text);
    const own = before.filter((finding) => finding.rule === rule.id);
    const expectations = document.expectations.filter((one) => (one.rule ?? rule.id) === rule.id);
    for (const [index, finding] of own.entries()) {
      const edits = editsOf(finding);
      const fixed = expectations[index]?.fixed;
      if (edits === undefined) {
        assert.equal(fixed, undefined, `no fix edits ${JSON.stringify(expectations[index])}`);
        continue;
      }
      const after = applyEdits(text, edits);
      checkCounts(before, check(rule, document, after), { rule: rule.id, leaves: document.leaves });
      if (eol === '\r\n') assert.doesNotMatch(after, /(?:^|[^\r])\n|\r(?!\n)/, 'line endings are kept');
      else if (fixed !== undefined) checkFixedLines(text, after, { line: expectations[index]?.line ?? 0, fixed });
    }
    checkAllFixes(rule, document, { text, count: own.length });
  }
}

function editsOf(finding: CheckedFinding): readonly TextEdit[] | undefined {
  return finding.fixes?.find((fix) => fix.kind === 'edit')?.edits;
}

function checkCounts(
  before: readonly CheckedFinding[],
  after: readonly CheckedFinding[],
  { rule, leaves }: { rule: string; leaves: string | undefined },
): void {
  const count = (findings: readonly CheckedFinding[], id: string) => findings.filter((one) => one.rule === id).length;
  assert.ok(count(after, rule) < count(before, rule), 'the finding is gone');
  for (const { rule: id } of after) {
    if (id !== rule && id !== leaves) assert.ok(count(after, id) <= count(before, id), `no new finding of ${id}`);
  }
}

function checkFixedLines(before: string, after: string, { line, fixed }: { line: number; fixed: readonly string[] }) {
  const linesBefore = before.split('\n');
  const linesAfter = after.split('\n');
  assert.deepEqual(linesAfter.slice(line, line + fixed.length), fixed);
  if (fixed.length > 0) return;
  assert.deepEqual(linesAfter, linesBefore.toSpliced(line, linesBefore.length - linesAfter.length));
}

function checkAllFixes(rule: Rule, document: FixtureDocument, { text, count }: { text: string; count: number }): void {
  let current = text;
  for (let pass = 0; pass <= count; pass++) {
    const fixable = check(rule, document, current).find((one) => one.rule === rule.id && editsOf(one) !== undefined);
    const edits = fixable === undefined ? undefined : editsOf(fixable);
    if (edits === undefined) return;
    current = applyEdits(current, edits);
  }
  assert.fail('fixing ends');
}
