import assert from 'node:assert/strict';
import { formatMessage } from '../../../src/core/model/message';
import { applyEdits } from '../../../src/core/model/text';
import { checkConventions } from '../../../src/core/rules/check-conventions';

function said(text: string): readonly string[] {
  return checkConventions(text).map(
    ({ span, message }) => `${text.slice(span.start, span.end)}: ${formatMessage(message)}`,
  );
}

describe('checking .incidents.yml', () => {
  it('says nothing of what is known', () => {
    const lint = 'lint:\n  placeholder: error\n  time-format: off\n  allow: [caused a page]\n';
    assert.deepEqual(said(`folder: incidents\nsilence: 20\n${lint}`), []);
    assert.deepEqual(said(''), []);
  });

  it('names keys, values and rules that are not known, with what is near', () => {
    assert.deepEqual(said('silence: soon\nlint:\n  place-holder: error\n  xyzzy: off\n').slice(1), [
      'place-holder: "place-holder" is not a rule here. Near it: placeholder.',
      'xyzzy: "xyzzy" is not a rule here.',
    ]);
    assert.match(said('folders: incidents\n')[0] ?? '', /^folders: "folders" is not a key here. Near it: folder./);
  });

  it('tells phrases that no rule looks for', () => {
    const phrases =
      'lint:\n  phrases:\n    placeholder: [to do]\n    causal-language: [as a knock-on, "(.*)"]\n  allow: ["a (b)", "led to"]\n';
    assert.deepEqual(said(phrases), [
      'placeholder: placeholder goes by no words; phrases for it have no effect.',
      '"(.*)": This is not read as a phrase; up to 12 words with "lead*", "a|b" and "…" are.',
      '"a (b)": This is not read as a phrase; up to 12 words with "lead*", "a|b" and "…" are.',
    ]);
    const many = Array.from({ length: 202 }, (_, at) => `  - word${at}\n`).join('');
    assert.deepEqual(said(`lint:\n  allow:\n${many.replaceAll('  -', '    -')}`), [
      'word200: Of a list of phrases the first 200 are read.',
    ]);
  });

  it('stamps each with its own rule, and its fixes leave nothing', () => {
    let text = 'folders: incidents\nlint:\n  place-holder: error\n';
    for (let pass = 0; pass < 2; pass++) {
      const [finding] = checkConventions(text);
      assert.equal(finding?.rule, 'conventions');
      assert.equal(finding.severity, 'warning');
      const fix = finding.fixes?.find(({ kind }) => kind === 'edit');
      text = applyEdits(text, fix?.kind === 'edit' ? fix.edits : []);
    }
    assert.equal(text, 'folder: incidents\nlint:\n  placeholder: error\n');
    assert.deepEqual(said(text), []);
  });

  it('says one thing of a text above the bound', () => {
    const [finding, ...others] = checkConventions(`#${'x'.repeat(1_500_000)}`);
    assert.deepEqual(others, []);
    assert.equal(finding && formatMessage(finding.message), 'This file is 1.5 MiB; up to 1 MiB is checked.');
  });
});
