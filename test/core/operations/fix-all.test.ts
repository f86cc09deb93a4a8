import assert from 'node:assert/strict';
import { defaultConventions } from '../../../src/core/model/conventions';
import { applyEdits } from '../../../src/core/model/text';
import { checkText } from '../../../src/core/operations/check-files';
import { fixAllOf, fixAllOnSave } from '../../../src/core/operations/fix-all';

const path = 'incidents/2026-11-23-one/report.md';
const head = '---\ntype: incident-report\n';
const table = '\n# E\n\n## Timeline\n\n| Time | Event | ID |\n| --- | --- | --- |\n';

async function checked(text: string) {
  const file = await checkText(path, text, { conventions: defaultConventions });
  assert.ok(file !== undefined);
  return file;
}

async function onSave(text: string): Promise<string> {
  return applyEdits(text, await fixAllOnSave(await checked(text), defaultConventions));
}

describe('fixing all', () => {
  for (const eol of ['\n', '\r\n']) {
    it(`fixes on save what needs no look, once, with ${JSON.stringify(eol)}`, async () => {
      const row = '| 2026-11-23 14:02Z | Ran `a | b`, because it failed. | E1402 |\n';
      const before = `${head}owner: @alice\n---\n${table}${row}`.replaceAll('\n', eol);
      const after = before.replace('@alice', '"@alice"').replace('a |', 'a \\|');
      assert.equal(await onSave(before), after);
      assert.equal(await onSave(after), after);
    });
  }

  it('goes on where one fix makes room for another', async () => {
    const before = `${head}owner: @alice\n\n---\n\n# E\n`;
    const after = await onSave(before);
    assert.equal(await onSave(after), after);
  });

  it('leaves a suppression on save that has nothing to suppress yet', async () => {
    const text = `${head}---\n\n# E\n\n<!-- incident-docs-disable-next-line time-format: as told -->\n`;
    assert.ok((await checked(text)).findings.some(({ rule }) => rule === 'unused-suppression'));
    assert.equal(await onSave(text), text);
  });

  it('fixes all findings of one rule alone, where there are several', async () => {
    const text = `${head}owner: @alice\n---\n\n# E <!-- incident-docs-disable-line blame: x -->\n\nText <!-- incident-docs-disable-line blame: x -->\n`;
    const { findings } = await checked(text);
    assert.equal(
      applyEdits(text, fixAllOf('unused-suppression', findings)),
      `${head}owner: @alice\n---\n\n# E\n\nText\n`,
    );
    assert.deepEqual(fixAllOf('front-matter', findings), []);
    assert.deepEqual(fixAllOf('blame', findings), []);
  });
});
