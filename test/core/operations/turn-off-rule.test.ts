import assert from 'node:assert/strict';
import { readConventions } from '../../../src/core/kinds/read-conventions';
import { applyEdits } from '../../../src/core/model/text';
import { turnOffRule } from '../../../src/core/operations/turn-off-rule';

describe('turning a rule off for the team', () => {
  const check = (text: string, expected: string) => {
    const after = applyEdits(text, turnOffRule(text, 'time-format'));
    assert.equal(after, expected);
    const { conventions, problems } = readConventions(after);
    assert.equal(conventions.lint.rules['time-format'], 'off');
    assert.deepEqual(problems, []);
  };

  it('adds the section to an empty file', () => check('', 'lint:\n  time-format: off\n'));
  it('adds the section after what stands there, comments kept', () =>
    check('# ours\nfolder: incidents', '# ours\nfolder: incidents\nlint:\n  time-format: off\n'));
  it('adds a line before the first rule with its indentation and line ending', () =>
    check(
      'lint:\r\n    placeholder: hint # soon\r\n',
      'lint:\r\n    time-format: off\r\n    placeholder: hint # soon\r\n',
    ));
  it('changes the level that stands there', () =>
    check('lint:\n  time-format: error # loud\n', 'lint:\n  time-format: off # loud\n'));
  it('fills a section that is empty', () => check('lint:\nfolder: x\n', 'lint:\n  time-format: off\nfolder: x\n'));
  it('writes into a section in one line', () =>
    check('lint: {placeholder: hint}\n', 'lint: { time-format: off,placeholder: hint}\n'));
  it('leaves a file alone that is no YAML', () => {
    assert.throws(() => turnOffRule('lint: [', 'time-format'), /was not changed/);
  });
});
