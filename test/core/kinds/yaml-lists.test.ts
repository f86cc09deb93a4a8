import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readPlainList, readYamlPair } from '../../../src/core/kinds/yaml-text';

const part = fc.constantFrom(
  ...[
    'a',
    '2026-11-09-checkout',
    '007',
    '1.5',
    'null',
    'yes',
    '~',
    '-',
    '- b',
    '@bo',
    '"q"',
    "'s'",
    'a b',
    'a:b',
    'a: b',
  ],
  ...[
    '#',
    ' # c',
    '?',
    '[',
    ']',
    '{',
    '}',
    ',',
    ', ',
    ' ',
    '\t',
    '\n',
    '\u00a0',
    'ä',
    '(x)',
    '/',
    '.',
    '*',
    '&',
    '!',
    '%',
  ],
);
const list = fc.array(part, { maxLength: 8 }).map((parts) => `[${parts.join('')}]`);

describe('A list in square brackets', () => {
  it('is read without YAML only where YAML reads the same', () => {
    fc.assert(
      fc.property(list, (text) => {
        const items = readPlainList(text);
        if (items === undefined) return;
        const moved = items.map((item) => ({
          text: item.text,
          span: { start: item.span.start + 3, end: item.span.end + 3 },
        }));
        const span = { start: 3, end: text.length + 3 };
        assert.deepEqual(readYamlPair(`k: ${text}`), { state: 'list', items: moved, span });
      }),
      { numRuns: 2000 },
    );
  });

  it('is read without YAML where its items are plain', () => {
    assert.deepEqual(
      readPlainList('[2026-11-09-checkout, 007]')?.map(({ text }) => text),
      ['2026-11-09-checkout', '007'],
    );
    assert.equal(readPlainList('["a", b]'), undefined);
  });
});
