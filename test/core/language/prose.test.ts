import assert from 'node:assert/strict';
import { JOINER, MASK } from '../../../src/core/language/marks';
import { proseOf } from '../../../src/core/language/prose';
import type { Block, BlockKind } from '../../../src/core/markdown/markdown-document';

function blockOf(text: string, kind: BlockKind = 'paragraph'): Block {
  return { kind, text, lineCount: 1, contentStart: 0, contentEnd: text.trimEnd().length };
}

/** The sentences with runs of covered signs drawn as `□`, and what the reader does not see left out. */
function sentencesOf(block: Block): readonly string[] {
  const prose = proseOf(block);
  assert.ok(prose !== undefined);
  assert.equal(prose.text.length, block.text.length);
  return prose.sentences.map(({ start, end }) =>
    prose.text
      .slice(start, end)
      .replaceAll(JOINER, '')
      .replaceAll(new RegExp(`${MASK}+`, 'g'), '□'),
  );
}

function check(text: string, expected: readonly string[]): void {
  assert.deepEqual(sentencesOf(blockOf(text)), expected);
}

describe('The prose of a block', () => {
  it('covers code spans of any fence and leaves an unclosed fence alone', () => {
    check('Set `due to` and ``a ` b`` and ` open', ['Set □ and □ and ` open']);
  });

  it('shows the text of links and images and hides their targets', () => {
    check('See [the graph](https://x.example/a(b)_c "because") and ![a drop](./so.png), [it][1].', [
      'See the graph and a drop, it.',
    ]);
  });

  it('covers URLs, autolinks, citations and footnotes', () => {
    check('Seen at https://x.example/due-to, <https://y.example> [E1402][^1].', ['Seen at □, □ □.']);
  });

  it('hides comments and tags, and reads a break as space', () => {
    check('A <!-- because --> failed<br>after <b>deploy</b>&nbsp;7.', ['A  failed    after deploy      7.']);
  });

  it('joins a word over emphasis and keeps identifiers', () => {
    check('Failed be**cause** of _load_ on my_pool_size, 2 * 3.', ['Failed because of load on my_pool_size, 2 * 3.']);
  });

  it('covers quotations across sentences, curly and straight', () => {
    check('Bo wrote "It broke. It was DNS." and left.', ['Bo wrote □ and left.']);
    check('Bo wrote “the pool, due to load” at noon.', ['Bo wrote □ at noon.']);
    check("Bo wrote 'due to load' about the pods' state.", ["Bo wrote □ about the pods' state."]);
  });

  it('leaves a quotation that never closes, and apostrophes, as they are', () => {
    check("The 24\" panel and the team's host, the pods' log.", ["The 24\" panel and the team's host, the pods' log."]);
  });

  it('parts sentences, but not at abbreviations, numbers, versions and hosts', () => {
    check('Rose to 3.5 %, e.g. on db.example.com vs. the rest (v1.2.3). Fell at approx. 14:10. Done!', [
      'Rose to 3.5 %, e.g. on db.example.com vs. the rest (v1.2.3).',
      'Fell at approx. 14:10.',
      'Done!',
    ]);
  });

  it('goes on over soft line breaks and parts at a line that opens with a time', () => {
    check('The pod\nrestarted\n14:05Z - Rolled back', ['The pod\nrestarted', 'Rolled back']);
  });

  it('covers a time that labels the line, and cuts off a bold label', () => {
    check('**19:02 UTC** - Restarted', ['Restarted']);
    check('[10:33] Restarted', ['Restarted']);
    check('2026-11-23 14:02 – 14:05Z: Restarted', ['Restarted']);
    check('**Resolution**: Restarted', ['Resolution:', 'Restarted']);
  });

  it('covers pasted log lines', () => {
    check(
      'It stopped.\nCaused by: java.io.IOException: no route\n\tat com.example.Pool.take(Pool.java:42)\n... 12 more',
      ['It stopped.'],
    );
    check('2026-11-23 14:02:10,123 ERROR [main] failed because', []);
    check('2026-11-23T14:02:10Z WARN pool: due to load', []);
  });

  it('reads each cell of a table for itself', () => {
    const text = '| 14:02Z | A failed | B "x |\n';
    const cells = [
      { start: 2, end: 8 },
      { start: 11, end: 19 },
      { start: 22, end: 26 },
    ];
    assert.deepEqual(sentencesOf({ ...blockOf(text, 'table-row'), cells }), ['A failed', 'B "x']);
  });

  it('is nothing for code, quotes, comments, HTML and front matter', () => {
    for (const kind of ['code', 'quote', 'comment', 'html', 'front-matter', 'table-delimiter', 'blank'] as const) {
      assert.equal(proseOf(blockOf('because', kind)), undefined);
    }
  });
});
