import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { defaultConventions } from '../../../src/core/model/conventions';
import { applyEdits } from '../../../src/core/model/text';
import { checkText } from '../../../src/core/operations/check-files';
import { editBetween, type FixedFile, fixText } from '../../../src/core/operations/fix-text';
import { readFixture } from '../rules/fixture';

const options = { conventions: defaultConventions, as: 'incident-report' } as const;
const path = 'incidents/2026-11-23-one/report.md';

async function fix(text: string): Promise<FixedFile> {
  const fixed = await fixText(path, text, options);
  assert.ok(fixed !== undefined);
  return fixed;
}

describe('fixing a text', () => {
  const table = '| Time | Kind | Event | ID |\n| --- | --- | --- | --- |\n';

  it('applies safe fixes and leaves those that need a look', async () => {
    const before = `---\nowner: @alice\nseverity: SEV9\n---\n\n# E\n\nIt failed because of it.\n\n- ⟨time⟩ restarted\n`;
    const { text, fixed, findings } = await fix(before);
    assert.equal(text, before.replace('@alice', '"@alice"'));
    assert.equal(fixed, 1);
    const left = new Set(findings.map(({ rule }) => rule));
    for (const rule of ['front-matter', 'causal-language', 'placeholder']) assert.ok(left.has(rule), rule);
  });

  it('goes on where one fix makes room for another', async () => {
    const first = '| 2026-11-23 14:02Z | check | Ran `a | b`. | E1402 |\n';
    const second = '| 2026-11-23 14:03Z | check | Ran `c | d`. | E1403 |\n';
    const idle = '<!-- incident-docs-disable-next-line time-format: as told -->';
    const { text, fixed } = await fix(`# E\n\n## Timeline\n\n${table}${first}${idle}\n${second}`);
    assert.ok(text.endsWith(`${table}${first.replace('a |', 'a \\|')}${second.replace('c |', 'c \\|')}`), text);
    assert.ok(fixed >= 3);
  });

  it('is stable after one time, adds no finding and keeps the line endings, for every document of the rules', async () => {
    const folder = 'test/core/rules';
    const files = readdirSync(folder).filter((file) => file.endsWith('.md') && file !== 'README.md');
    for (const file of files) {
      for (const { text: written, title } of readFixture(readFileSync(`${folder}/${file}`, 'utf8'))) {
        const text = written.replaceAll('\n', '\r\n');
        const before = await checkText(path, text, options);
        const once = await fix(text);
        const twice = await fix(once.text);
        assert.deepEqual([twice.text, twice.fixed], [once.text, 0], `${file}: ${title}`);
        assert.doesNotMatch(once.text, /(?:^|[^\r])\n/, `${file}: ${title}`);
        assert.ok(once.findings.length <= (before?.findings.length ?? 0), `${file}: ${title}`);
      }
    }
  }).timeout(20_000);

  it('says nothing of a text that is no document of ours', async () => {
    assert.equal(await fixText('a.md', '# Notes\n', { conventions: defaultConventions }), undefined);
  });
});

describe('the edit between two texts', () => {
  it('leads from the one to the other', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n') });
    fc.assert(
      fc.property(text, text, (before, after) => {
        assert.equal(applyEdits(before, [editBetween(before, after)]), after);
      }),
    );
  });

  it('leaves alone what both begin and end with', () => {
    assert.deepEqual(editBetween('one two', 'one, two'), { span: { start: 3, end: 3 }, newText: ',' });
  });
});
