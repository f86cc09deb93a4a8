import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readMarkdown } from '../../../src/core/markdown/read-markdown';
import { sectionsOf } from '../../../src/core/markdown/sections';

/** Counts how many code units a reader looks at, so that growth can be told without a clock. */
class CountedText {
  looks = 0;
  readonly #text: string;
  readonly length: number;

  constructor(text: string) {
    this.#text = text;
    this.length = text.length;
  }

  charCodeAt(at: number): number {
    this.looks++;
    return this.#text.charCodeAt(at);
  }

  startsWith(part: string, at: number): boolean {
    this.looks += part.length;
    return this.#text.startsWith(part, at);
  }

  slice(from: number, to?: number): string {
    return this.#text.slice(from, to);
  }
}

function looksAt(text: string): number {
  const counted = new CountedText(text);
  readMarkdown(counted as unknown as string);
  return counted.looks;
}

const hostile: Readonly<Record<string, (size: number) => string>> = {
  'emphasis without end': (size) => '*a_ '.repeat(size),
  'quote signs': (size) => '>'.repeat(size),
  'quote signs with spaces': (size) => '> '.repeat(size),
  'quotes of many levels': (size) => `${'> '.repeat(30)}a\n`.repeat(size / 30),
  'one giant line': (size) => 'a'.repeat(size),
  pipes: (size) => '|'.repeat(size),
  'lines of a pipe': (size) => '|\n'.repeat(size),
  'escaped pipes': (size) => '\\|'.repeat(size),
  'bullets on a line': (size) => `${'- '.repeat(size)}x`,
  'bullets in a quote': (size) => `> ${'- '.repeat(size)}x`,
  'numbers on a line': (size) => '1. '.repeat(size),
  'ever deeper lists': (size) =>
    Array.from({ length: Math.sqrt(size) }, (_, index) => `${' '.repeat(index)}- a`).join('\n'),
  backticks: (size) => '`'.repeat(size),
  fences: (size) => '```\n'.repeat(size),
  'open comments in items': (size) => '- <!--\n'.repeat(size),
  'open comments after one another': (size) => '<!-- a\n\n'.repeat(size),
  'open tags': (size) => '<a '.repeat(size),
  'open tags on lines': (size) => '<div\n'.repeat(size),
  attributes: (size) => `<a ${'b="c" '.repeat(size)}`,
  'headers and delimiters': (size) => 'a\n-|-\n'.repeat(size),
  'delimiter-like lines': (size) => 'a|b\n-|-|-\n'.repeat(size),
  'front matter without end': (size) => `---\n${'a: b\n'.repeat(size)}`,
  headings: (size) => '###### a\n'.repeat(size),
  hashes: (size) => `# ${'# '.repeat(size)}`,
  'carriage returns': (size) => '\r'.repeat(size),
  'blank lines in an item': (size) => `- a\n${'\n'.repeat(size)}`,
  tabs: (size) => '\t'.repeat(size),
  'conflict markers': (size) => '<<<<<<< a\n=======\n'.repeat(size),
};

describe('the block reader on hostile input', () => {
  for (const [name, make] of Object.entries(hostile)) {
    it(`takes time linear in the text for ${name}`, () => {
      const small = make(4_000);
      const large = make(8_000);
      const growth = looksAt(large) / looksAt(small);
      assert.ok(growth < 1.3 * (large.length / small.length), `grew by ${growth}`);
      assert.ok(
        looksAt(large) < 20 * large.length + 1_000,
        `looked ${looksAt(large) / large.length} times at each unit`,
      );
    });
  }

  it('reads a mebibyte of each without a throw, covering the text', () => {
    for (const make of Object.values(hostile)) {
      const text = make(1 << 18).slice(0, 1 << 20);
      const { blocks } = readMarkdown(text);
      assert.equal(
        blocks.reduce((length, block) => length + block.text.length, 0),
        text.length,
      );
    }
  });

  it('covers any text without gap or overlap, content inside the block', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const document = readMarkdown(text);
        assert.equal(document.blocks.map((block) => block.text).join(''), text);
        for (const block of document.blocks) {
          assert.ok(0 <= block.contentStart && block.contentStart <= block.contentEnd);
          assert.ok(block.contentEnd <= block.text.length);
        }
      }),
    );
  });

  it('tells sections in linear time, however many headings there are', () => {
    const sections = sectionsOf(readMarkdown('# a\n## b\n'.repeat(50_000)));
    assert.equal(sections.length, 100_000);
    assert.equal(sections[0]?.endBlock, 2);
  });
});
