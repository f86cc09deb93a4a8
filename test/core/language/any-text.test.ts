import assert from 'node:assert/strict';
import fc from 'fast-check';
import { splitExplanation } from '../../../src/core/language/clauses';
import { createLexiconMatcher } from '../../../src/core/language/lexicon/index';
import { proseOf } from '../../../src/core/language/prose';
import { readMarkdown } from '../../../src/core/markdown/read-markdown';

const matcher = createLexiconMatcher('incident-report');

const words = fc.constantFrom(
  ...[
    'because',
    'due',
    'to',
    'since',
    'as',
    'so',
    ',',
    '. ',
    '\n',
    '\n\n',
    '| ',
    '"',
    '“',
    '”',
    "'",
    '`',
    '``',
    '[',
    '](',
  ],
  ...['](x)', '**', '_', '<!--', '-->', '<a>', '14:02', 'root', 'cause', 'of', 'was', 'the', 'Pods', 'failed', 'which'],
  ...[
    'led',
    'made',
    'it',
    '(',
    ')',
    '- ',
    '# ',
    '> ',
    '…',
    ': ',
    '; ',
    '—',
    ' ',
    '  ',
    '&nbsp;',
    '\u00a0',
    '\r\n',
    '’s',
  ],
);

const texts = fc.oneof(
  fc.array(words, { maxLength: 60 }).map((parts) => parts.join(' ')),
  fc.string({ unit: 'binary' }),
);

describe('Any text', () => {
  it('is covered in place, with sentences in order and cues within them', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const block of readMarkdown(text).blocks) {
          const prose = proseOf(block);
          if (prose === undefined) continue;
          assert.equal(prose.text.length, block.text.length);
          let end = 0;
          for (const sentence of prose.sentences) {
            assert.ok(end <= sentence.start && sentence.start < sentence.end && sentence.end <= block.text.length);
            end = sentence.end;
          }
          let cueEnd = 0;
          for (const { span } of matcher.cuesIn(prose)) {
            assert.ok(cueEnd <= span.start && span.start < span.end);
            assert.ok(prose.sentences.some(({ start, end }) => start <= span.start && span.end <= end));
            cueEnd = span.end;
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('keeps its own words when it is parted, and no cause', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const block of readMarkdown(text).blocks) {
          const prose = proseOf(block);
          if (prose === undefined) continue;
          for (const { span } of matcher.cuesIn(prose)) {
            const split = splitExplanation(prose, span);
            assert.ok(split !== undefined);
            assert.equal(split.moved, block.text.slice(split.sentence.start, split.sentence.end));
            for (const kept of split.keep) {
              const left = proseOf(readMarkdown(kept).blocks[0] ?? block);
              const cues = left === undefined ? [] : matcher.cuesIn(left);
              assert.ok(!cues.some(({ entry }) => entry.category === 'causal-language'), kept);
            }
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
