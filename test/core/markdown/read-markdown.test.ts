import assert from 'node:assert/strict';
import type { Block } from '../../../src/core/markdown/markdown-document';
import { readMarkdown } from '../../../src/core/markdown/read-markdown';

function check(text: string, expected: readonly string[]): void {
  assert.deepEqual(
    readMarkdown(text)
      .blocks.filter((block) => block.kind !== 'blank')
      .map(shown),
    expected,
  );
}

/** Kind, level, info, and the content or the cells. */
function shown(block: Block): string {
  const cells = block.cells?.map((cell) => `[${block.text.slice(cell.start, cell.end)}]`).join('');
  const content = cells ?? JSON.stringify(block.text.slice(block.contentStart, block.contentEnd)).slice(1, -1);
  return [block.kind, block.level, block.info, content].filter((part) => part !== undefined && part !== '').join(' ');
}

describe('reading Markdown', () => {
  it('finds front matter at the top only, with either closing fence', () => {
    check('---\na: b\n---\nx', ['front-matter a: b\\n', 'paragraph x']);
    check('---\na: b\n...\nx', ['front-matter a: b\\n', 'paragraph x']);
    check('\n---\na: b\n---', ['thematic-break ---', 'heading 2 a: b']);
    check('---\na: b', ['thematic-break ---', 'paragraph a: b']);
  });

  it('skips a byte order mark and keeps it in the first block', () => {
    check('\ufeff# H', ['heading 1 H']);
    check('\ufeff---\na: b\n---\n', ['front-matter a: b\\n']);
    assert.equal(readMarkdown('\ufeff# H').blocks[0]?.text, '\ufeff# H');
  });

  it('reads LF, CRLF and CR alike', () => {
    for (const ending of ['\n', '\r\n', '\r']) {
      check(['# H', 'a', '', '| a |', '|---|', '| 1 |', '', '```x', 'y', '```', ''].join(ending), [
        'heading 1 H',
        'paragraph a',
        'table-header [a]',
        'table-delimiter [---]',
        'table-row [1]',
        'code x y',
      ]);
    }
  });

  it('reads ATX and setext headings', () => {
    check('# a #\n## b#\n#c\n####### d', ['heading 1 a', 'heading 2 b#', 'paragraph #c\\n####### d']);
    check('a\nb\n===\nc\n-', ['heading 1 a\\nb', 'heading 2 c']);
  });

  it('reads each table row as a block, with surplus and missing cells as they are', () => {
    check('a | b\n-|:-:\n| 1 | 2 | 3 |\n1\n| `x\\|y` | |\ntext\n\nafter', [
      'table-header [a][b]',
      'table-delimiter [-][:-:]',
      'table-row [1][2][3]',
      'table-row [1]',
      'table-row [`x\\|y`][]',
      'table-row [text]',
      'paragraph after',
    ]);
  });

  it('splits a cell at a pipe in code unless it is escaped', () => {
    check('| a | b |\n|---|---|\n| `x|y` | `x\\|y` |', [
      'table-header [a][b]',
      'table-delimiter [---][---]',
      'table-row [`x][y`][`x\\|y`]',
    ]);
  });

  it('demands as many delimiters as header cells', () => {
    check('| a | b |\n|---|', ['paragraph | a | b |\\n|---|']);
  });

  it('ends a table at a blank line, a comment, a heading or a list', () => {
    const table = '| a |\n|---|\n';
    for (const [after, kind] of [
      ['<!-- c -->', 'comment c'],
      ['# h', 'heading 1 h'],
      ['- x', 'list-item 0 x'],
    ]) {
      check(`${table}${after}`, ['table-header [a]', 'table-delimiter [---]', kind ?? '']);
    }
  });

  it('goes on with a table across the markers of a merge conflict', () => {
    check('| a |\n|---|\n| 1 |\n<<<<<<< HEAD\n| 2 |\n||||||| base\n=======\n| 3 |\n>>>>>>> main\n| 4 |', [
      'table-header [a]',
      'table-delimiter [---]',
      'table-row [1]',
      'conflict-marker HEAD',
      'table-row [2]',
      'conflict-marker base',
      'conflict-marker',
      'table-row [3]',
      'conflict-marker main',
      'table-row [4]',
    ]);
  });

  it('takes seven equals signs as an underline outside a conflict, as a marker inside', () => {
    check('a\n=======', ['heading 1 a']);
    check('<<<<<<< x\na\n=======\nb\n>>>>>>> y\nc\n=======', [
      'conflict-marker x',
      'paragraph a',
      'conflict-marker',
      'paragraph b',
      'conflict-marker y',
      'heading 1 c',
    ]);
  });

  it('reads list items with their depth and continuation', () => {
    check('- a\n  b\nlazy\n  - c\n    1. d\n\n       more\n- e', [
      'list-item 0 a\\n  b\\nlazy',
      'list-item 1 c',
      'list-item 2 d',
      'paragraph more',
      'list-item 0 e',
    ]);
  });

  it('reads fences, unclosed ones and those of list items too', () => {
    check('~~~ log x\na\n```\n~~~\nb', ['code log x a\\n```', 'paragraph b']);
    check('- a\n  ```js\n  x\n\n  y\n  ```\n- b', ['list-item 0 a', 'code js   x\\n\\n  y', 'list-item 0 b']);
    check('- ```js\n  x\nb', ['code js   x', 'paragraph b']);
    check('```\na\n\nb', ['code a\\n\\nb']);
  });

  it('reads comments over several lines, also unclosed ones', () => {
    check('<!-- a\n\nb -->\nc', ['comment a\\n\\nb', 'paragraph c']);
    check('<!-- a\n\n# b', ['comment a\\n\\n# b']);
    check('<!-- a --> b', ['html <!-- a --> b']);
  });

  it('reads quotes flat, with lazy continuation', () => {
    check('> a\nb\n\nc', ['quote a\\nb', 'paragraph c']);
    check('> # a\nb', ['quote # a', 'paragraph b']);
    check('> ```\nb', ['quote ```', 'paragraph b']);
  });

  it('reads indented code only where no paragraph goes on', () => {
    check('    a\n\nb\n    c', ['code a', 'paragraph b\\n    c']);
  });
});
