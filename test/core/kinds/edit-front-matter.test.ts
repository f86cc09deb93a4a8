import assert from 'node:assert/strict';
import fc from 'fast-check';
import { setField } from '../../../src/core/kinds/edit-front-matter';
import { fieldOf } from '../../../src/core/kinds/front-matter';
import { readFrontMatter } from '../../../src/core/kinds/read-front-matter';
import { readMarkdown } from '../../../src/core/markdown/read-markdown';
import { applyEdits } from '../../../src/core/model/text';

function set(text: string, key: string, value: string | readonly string[]): string {
  return applyEdits(text, setField(readFrontMatter(readMarkdown(text)), text, key, value));
}

describe('setting a field of the front matter', () => {
  it('changes the value alone', () => {
    const cases: readonly (readonly [string, string | readonly string[], string])[] = [
      ['status: draft', 'published', 'status: published'],
      ['status:   draft   # soon', 'published', 'status:   published   # soon'],
      ['status: "draft"', 'published', 'status: "published"'],
      ["status: 'draft' # soon", "it's", "status: 'it''s' # soon"],
      ['status:', 'draft', 'status: draft'],
      ['status: # none yet', 'draft', 'status: draft # none yet'],
      ['status: draft', '@alice', 'status: "@alice"'],
      ['status: draft', 'Checkout: errors', 'status: "Checkout: errors"'],
      ['status: @bo', 'alice', 'status: alice'],
      ['status: draft', '', 'status: ""'],
      ['status: [a, b] # two', ['a', '@c'], 'status: [a, "@c"] # two'],
      ['status:\n  - a\n  - b', ['c', 'd', 'e'], 'status:\n  - c\n  - d\n  - e'],
      ['status: draft', 'draft', 'status: draft'],
      ['status: -', ['a', 'b'], 'status: [a, b]'],
    ];
    for (const [before, value, after] of cases) {
      const text = `---\ntype: postmortem\n${before}\n# a comment\nown:  [ 1,2 ]\n---\n\n# T\n`;
      assert.equal(set(text, 'status', value), text.replace(before, after));
    }
  });

  it('adds a missing key before the closing fence, and front matter where there is none', () => {
    assert.equal(
      set('---\r\ntype: a\r\n---\r\nText', 'due', '2026-11-30'),
      '---\r\ntype: a\r\ndue: 2026-11-30\r\n---\r\nText',
    );
    assert.equal(set('---\ntype: a\n\n# T\n', 'due', 'x'), '---\ntype: a\ndue: x\n\n# T\n');
    assert.equal(set('# T\n', 'type', 'postmortem'), '---\ntype: postmortem\n---\n\n# T\n');
    assert.equal(set('\ufeff', 'reviewers', ['bo']), '\ufeff---\nreviewers: [bo]\n---\n');
  });

  it('keeps every other byte and is read back as set', () => {
    const key = fc.constantFrom('type', 'status', 'owner', 'reviewers', 'other');
    const line = fc.oneof(
      fc.constantFrom(
        'status: draft # c',
        'owner: @alice',
        "owner: 'x'  ",
        'reviewers: [a, @b]',
        'reviewers:\n  - a\n  - "b"',
        'own: [ 1,2 ]',
        '# note',
        'note: |\n  two\n  lines',
        'status:',
        'title: a: b',
      ),
      fc.stringMatching(/^(?:type|status|owner): ?[a-z"':#,[\]-]{0,10}$/),
    );
    const value = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
      fc.stringMatching(/^[-?:,[\]{}#&*!|>'"%@`a-z 0-9~]{1,12}$/),
      fc.array(fc.oneof(fc.string({ minLength: 1, maxLength: 8 }), fc.constantFrom('bo', '@carol', 'a, b')), {
        minLength: 1,
        maxLength: 4,
      }),
    );
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 6 }),
        key,
        value,
        fc.constantFrom('\n', '\r\n'),
        (lines, name, wanted, eol) => {
          const text = ['---', ...lines, '---', '', '# T', ''].join('\n').replaceAll('\n', eol);
          const before = readFrontMatter(readMarkdown(text));
          const edits = setField(before, text, name, wanted);
          const after = applyEdits(text, edits);
          const read = readFrontMatter(readMarkdown(after));
          assert.deepEqual(fieldOf(read, name)?.value, wanted);
          for (const field of before.fields.filter((other) => other.key !== name)) {
            assert.deepEqual(fieldOf(read, field.key)?.value, fieldOf(before, field.key)?.value);
          }
          const edit = edits[0];
          if (edit === undefined) return;
          assert.equal(edits.length, 1);
          assert.ok(after.startsWith(text.slice(0, edit.span.start)) && after.endsWith(text.slice(edit.span.end)));
          const field = fieldOf(before, name);
          if (field !== undefined) assert.deepEqual(edit.span, field.valueSpan);
        },
      ),
      { numRuns: 300 },
    );
  });
});
