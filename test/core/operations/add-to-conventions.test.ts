import assert from 'node:assert/strict';
import { readConventions } from '../../../src/core/kinds/read-conventions';
import { applyEdits } from '../../../src/core/model/text';
import { addToConventions } from '../../../src/core/operations/add-to-conventions';

describe('adding a name to a list of the conventions', () => {
  const check = (text: string, expected: string, name = 'api') => {
    const after = applyEdits(text, addToConventions(text, 'systems', name));
    assert.equal(after, expected);
    const { conventions, problems } = readConventions(after);
    assert.equal(conventions.systems.at(-1)?.name, name);
    assert.deepEqual(problems, []);
  };

  it('adds the list to a file without it', () => check('# ours\nfolder: x', '# ours\nfolder: x\nsystems:\n  - api\n'));
  it('adds the list to an empty file', () => check('', 'systems:\n  - api\n'));
  it('fills a list that is empty', () => check('systems: # all\nlang: en\n', 'systems: # all\n  - api\nlang: en\n'));
  it('fills an empty list in one line', () => check('systems: []\n', 'systems: [api]\n'));
  it('adds to a list in one line', () => check('systems: [a, b] # two\n', 'systems: [a, b, api] # two\n'));
  it('adds below the last item with its indentation and line ending', () =>
    check('systems:\r\n- a # one\r\nlang: en\r\n', 'systems:\r\n- a # one\r\n- api\r\nlang: en\r\n'));
  it('adds below an item of several lines', () =>
    check(
      'systems:\n    - name: a\n      paths: [x]\n\nlang: en\n',
      'systems:\n    - name: a\n      paths: [x]\n    - api\n\nlang: en\n',
    ));
  it('quotes what needs quotes', () => check('systems: [a]\n', 'systems: [a, "b, c: d"]\n', 'b, c: d'));
  it('leaves a file alone that is no YAML or has something else there', () => {
    assert.throws(() => addToConventions('systems: [', 'systems', 'api'), /was not changed/);
    assert.throws(() => addToConventions('systems: {a: 1}', 'systems', 'api'), /was not changed/);
  });
});
