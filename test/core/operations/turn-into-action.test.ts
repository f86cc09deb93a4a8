import assert from 'node:assert/strict';
import { readDocument } from '../../../src/core/kinds';
import { readMarkdown } from '../../../src/core/markdown/read-markdown';
import { defaultConventions } from '../../../src/core/model/conventions';
import { turnIntoAction } from '../../../src/core/operations/turn-into-action';
import { checkDocument } from '../../../src/core/rules/check';
import { createInMemoryStore } from '../../support/in-memory-store';

const folder = 'incidents/2026-11-23-errors';
const reportPath = `${folder}/report.md`;
const postmortemPath = `${folder}/postmortem.md`;
const now = Date.UTC(2026, 10, 24);
const table = [
  '| ID | Action | Type | Addresses | Owner | Due | Priority | Status | Proof |',
  '| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
].join('\n');
const first = '| A1 | Set the pool size | prevent | C1 | alice | 2026-12-04 | P1 | open | |';
const postmortem = [
  '---',
  'type: postmortem',
  'reports: [2026-11-23-errors]',
  '---',
  '',
  '# Pool halved',
  '',
  '## Root causes and contributing factors',
  '',
  '### C1 Retry change',
  '',
  '- Role: trigger',
  '- Actions: A1, A4',
  '',
  'The pool was 5. The canary should have stopped the deploy. It ran 4 minutes.',
  '',
  '## Corrective and preventive actions',
  '',
  table,
  first,
  '',
  '## Lessons',
  '',
].join('\n');
const report = [
  '---',
  'type: incident-report',
  'severity: SEV2',
  'commander: alice',
  '---',
  '',
  '# Errors',
  '',
  '## Summary',
  '',
  'Requests failed. We will add an alert on the pool. Errors stopped.',
  '',
  '## Timeline',
  '',
  '| Time | Event | ID |',
  '| --- | --- | --- |',
  '| 2026-11-23 14:02Z | The limit should be 200. | E1402 |',
  '',
].join('\n');

describe('turnIntoAction', () => {
  for (const eol of ['\n', '\r\n']) {
    it(`makes a wish of the postmortem an action of the cause it stands in, with ${JSON.stringify(eol)}`, async () => {
      const text = postmortem.replaceAll('\n', eol);
      const files = await turn({ [postmortemPath]: text }, postmortemPath, 'should have');
      const row =
        '| A5 | ⟨what will be different⟩: "The canary should have stopped the deploy" | | C1 | | | | open | |';
      const expected = postmortem
        .replace(' The canary should have stopped the deploy.', '')
        .replace(`${first}\n`, `${first}\n${row}\n`);
      assert.equal(files.get(postmortemPath), expected.replaceAll('\n', eol));
      // A4 is cited and is nowhere, before and after.
      assert.deepEqual(rulesIn(text), ['broken-reference', 'counterfactual']);
      assert.deepEqual(rulesIn(files.get(postmortemPath) ?? ''), ['broken-reference', 'placeholder']);
    });
  }

  it('takes the paragraph along where the wish is all of it', async () => {
    const text = postmortem.replace('The pool was 5. ', '').replace(' It ran 4 minutes.', '');
    const files = await turn({ [postmortemPath]: text }, postmortemPath, 'should have');
    assert.ok(files.get(postmortemPath)?.includes('- Actions: A1, A4\n\n## Corrective'), files.get(postmortemPath));
  });

  it('makes the table, or the section, where there is none', async () => {
    const bare = postmortem.replace(`${table}\n${first}\n\n`, '');
    const added = await turn({ [postmortemPath]: bare }, postmortemPath, 'should have');
    assert.match(added.get(postmortemPath) ?? '', /actions\n\n\| ID \|.*\n\| --- .*\n\| A5 \| .* \|\n\n## Lessons\n$/);
    const none = bare.replace('## Corrective and preventive actions\n\n', '');
    const made = await turn({ [postmortemPath]: none }, postmortemPath, 'should have');
    assert.equal(made.get(postmortemPath), added.get(postmortemPath));
  });

  it('adds an item where actions stand in a list', async () => {
    const listed = postmortem.replace(`${table}\n${first}`, '- [ ] A1: Set the pool size');
    const files = await turn({ [postmortemPath]: listed }, postmortemPath, 'should have');
    assert.ok(files.get(postmortemPath)?.includes('size\n- [ ] A5: ⟨what will be different⟩: "The canary'));
  });

  it('goes on with the ids that are there, in the columns that are there', async () => {
    const other = postmortem.replace(`${table}\n${first}`, '|Nr|What|Who|\n|-|-|-|\n|REQ-9|Set the pool size|alice|');
    const files = await turn({ [postmortemPath]: other }, postmortemPath, 'should have');
    assert.ok(
      files
        .get(postmortemPath)
        ?.includes('|REQ-10|⟨what will be different⟩: "The canary should have stopped the deploy"||\n'),
      files.get(postmortemPath),
    );
  });

  it('moves work to come from the report to a postmortem that is made for it', async () => {
    const files = await turn({ [reportPath]: report }, reportPath, 'We will');
    assert.equal(files.get(reportPath), report.replace(' We will add an alert on the pool.', ''));
    assert.ok(files.get(postmortemPath)?.includes('| A1 | We will add an alert on the pool | | | | | | open | |\n'));
    assert.deepEqual(rulesIn(files.get(postmortemPath) ?? ''), []);
  });

  it('cites the entry that it came from, and leaves no hollow row', async () => {
    const files = await turn({ [reportPath]: report, [postmortemPath]: postmortem }, reportPath, 'should be');
    assert.equal(files.get(reportPath), report.replace('The limit should be 200.', '⟨what was seen⟩'));
    assert.ok(
      files.get(postmortemPath)?.includes(`${first}\n| A5 | The limit should be 200 [E1402] | | | | | | open | |\n`),
    );
  });

  it('refuses where there is no sentence', async () => {
    await assert.rejects(turn({ [reportPath]: report }, reportPath, 'severity'), { code: 'not-found' });
  });
});

async function turn(files: Readonly<Record<string, string>>, path: string, cue: string) {
  const store = createInMemoryStore(files);
  const start = files[path]?.indexOf(cue) ?? -1;
  const span = { start, end: start + cue.length };
  const { change } = await turnIntoAction(store, defaultConventions, { path, span, now });
  store.apply(change);
  return store.files;
}

function rulesIn(text: string): readonly string[] {
  const document = readDocument(readMarkdown(text), defaultConventions);
  assert.ok(document !== undefined);
  return checkDocument(document, { conventions: defaultConventions }).map(({ rule }) => rule);
}
