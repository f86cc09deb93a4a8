import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { TextChange } from '../../../src/core/markdown/markdown-document';
import { readMarkdown } from '../../../src/core/markdown/read-markdown';
import { updateMarkdown } from '../../../src/core/markdown/update-markdown';
import { mixedDocument, nastyText } from './markdown-pieces';

const edits = fc.array(fc.tuple(fc.nat(1000), fc.nat(1000), nastyText), { minLength: 1, maxLength: 3 });

/** Turns random numbers into changes of `text` that do not overlap. */
function changesOf(text: string, drawn: readonly (readonly [number, number, string])[]): TextChange[] {
  const places = drawn
    .flatMap(([a, b]) => [a % (text.length + 1), (a + (b % 20)) % (text.length + 1)])
    .sort((a, b) => a - b);
  return drawn
    .map(([, , newText], index) => ({ start: places[2 * index] ?? 0, end: places[2 * index + 1] ?? 0, newText }))
    .reverse();
}

describe('updating a document', () => {
  it('equals reading the changed text anew, edit after edit', () => {
    fc.assert(
      fc.property(mixedDocument, fc.array(edits, { minLength: 1, maxLength: 4 }), (text, rounds) => {
        let document = readMarkdown(text);
        for (const drawn of rounds) {
          const changes = changesOf(document.text, drawn);
          const updated = updateMarkdown(document, changes);
          assert.deepEqual(updated, readMarkdown(spliced(document.text, changes)));
          document = updated;
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('shares every block outside the reach of a keystroke', () => {
    const text = '# H\n\npara\n\n| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n| 5 | 6 |\n\nend\n';
    const document = readMarkdown(text);
    const at = text.indexOf('3');
    const updated = updateMarkdown(document, [{ start: at, end: at, newText: 'x' }]);
    const fresh = updated.blocks.filter((block) => !document.blocks.includes(block));
    assert.deepEqual(
      fresh.map((block) => block.text),
      ['| x3 | 4 |\n'],
    );
  });

  it('shares the blocks between two changes far apart', () => {
    const text = Array.from({ length: 100 }, (_, index) => `Paragraph ${index}.\n\n`).join('');
    const document = readMarkdown(text);
    const last = text.lastIndexOf('Paragraph');
    const updated = updateMarkdown(document, [
      { start: last, end: last, newText: 'The ' },
      { start: 0, end: 0, newText: 'The ' },
    ]);
    assert.equal(updated.blocks.filter((block) => !document.blocks.includes(block)).length, 2);
  });

  it('looks at a few lines only when a row of a long table changes', () => {
    const text = `| a | b |\n|---|---|\n${'| 1 | 2 |\n'.repeat(10_000)}`;
    const document = readMarkdown(text);
    const updated = updateMarkdown(document, [{ start: 50_000, end: 50_000, newText: 'x' }]);
    const kept = new Set(document.blocks);
    assert.equal(updated.blocks.filter((block) => !kept.has(block)).length, 1);
  });

  it('finds front matter when its closing fence is typed far below', () => {
    const document = readMarkdown('---\ntype: x\n\n# H\n\ntext\n');
    const updated = updateMarkdown(document, [{ start: 12, end: 12, newText: '---\n' }]);
    assert.equal(updated.blocks[0]?.kind, 'front-matter');
    assert.deepEqual(updated, readMarkdown(updated.text));
  });
});

function spliced(text: string, changes: readonly TextChange[]): string {
  let result = text;
  for (const { start, end, newText } of changes) result = result.slice(0, start) + newText + result.slice(end);
  return result;
}
