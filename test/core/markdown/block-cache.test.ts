import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createBlockCache } from '../../../src/core/markdown/block-cache';
import type { Block, MarkdownDocument } from '../../../src/core/markdown/markdown-document';
import { readMarkdown } from '../../../src/core/markdown/read-markdown';
import { updateMarkdown } from '../../../src/core/markdown/update-markdown';

describe('values kept with blocks', () => {
  const text = `${Array.from({ length: 9 }, (_, index) => `Paragraph ${index}.`).join('\n\n')}\n`;

  it('are made once for a block that stays, wherever edits move it', () => {
    const made: string[] = [];
    const valuesOf = createBlockCache((block) => {
      made.push(block.text);
      return block.text;
    });
    const before = readMarkdown(text);
    valuesOf(before);
    made.length = 0;
    const [first, last] = [text.indexOf('1'), text.indexOf('7')];
    const after = updateMarkdown(before, [
      { start: last, end: last, newText: 'x' },
      { start: first, end: first, newText: 'x' },
    ]);
    valuesOf(after);
    assert.deepEqual(made, ['Paragraph x1.\n', 'Paragraph x7.\n']);
    assert.equal(valuesOf(after), valuesOf(after));
  });

  it('are those of their blocks after any edit', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(), fc.nat(40), fc.constantFrom('', 'x', '\n\n', '# ', '\n- a\n'))),
        (edits) => {
          const valuesOf = createBlockCache((block) => ({ block }));
          let document = readMarkdown(text);
          check(document, valuesOf(document));
          for (const [place, length, newText] of edits) {
            const start = place % (document.text.length + 1);
            document = updateMarkdown(document, [
              { start, end: Math.min(document.text.length, start + length), newText },
            ]);
            check(document, valuesOf(document));
          }
        },
      ),
    );
  });
});

function check({ blocks }: MarkdownDocument, values: readonly { readonly block: Block }[]) {
  assert.equal(values.length, blocks.length);
  for (const [index, { block }] of values.entries()) assert.equal(block, blocks[index]);
}
