import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createLexiconMatcher, lexicon } from '../../../src/core/language/lexicon/index';
import { type Prose, proseOf } from '../../../src/core/language/prose';
import { readMarkdown } from '../../../src/core/markdown/read-markdown';
import type { DocumentKindId } from '../../../src/core/model/incident';

const matchers = (['incident-report', 'postmortem'] as const satisfies readonly DocumentKindId[]).map((kind) =>
  createLexiconMatcher(kind),
);

const sentences = lexicon.flatMap(({ flags }) => flags).map((sentence) => sentence.replace(/[{}]/g, ''));
const parts = fc.constantFrom(...sentences.flatMap((sentence) => sentence.split(/(?<= )|(?=[,.;:’'-])/)));
const markup = fc.constantFrom(
  ...['*', '**', '_', '__', '~~', '`', '[', '](x)', '](a b "c")', ']', '![', '<b>', '</b>', '<br>', '<!-- a -->'],
  ...['&nbsp;', '&amp;', '\\*', '\\', '"', "'", '“', '”', '’s', "'s", "n't", '\n', '\n\n', '\r\n', '  ', '\t', '|'],
  ...[
    '14:02 UTC ',
    '\n14:02',
    '2 pm ',
    'h ',
    '- ',
    '# ',
    '> ',
    '[E1402] ',
    '4',
    '4min ',
    '{{',
    '}}',
    'http://',
    'x://',
    ' | ',
    '\\\\| ',
    ' 14:05 ',
    ' 2nd ',
    ' Foo.',
  ],
  ...['é', '\ue000', '\ue001', '—', ': ', '. ', '.', '_a', '/', '@'],
);
const anyParts = fc.array(fc.oneof({ weight: 4, arbitrary: parts }, { weight: 1, arbitrary: markup }), {
  maxLength: 40,
});
const texts = fc.oneof(
  anyParts.map((all) => all.join('')),
  anyParts.map((all) => `| Time | Event |\n| --- | --- |\n| 14:02 | ${all.join('').replace(/[\r\n]/g, ' ')} |\n`),
);

describe('The search for words that wake a phrase', () => {
  it('passes over no phrase, whatever signs stand in and around its words', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { blocks, starts } = readMarkdown(text);
        for (const [index, block] of blocks.entries()) {
          const prose = proseOf(block, { text, start: starts[index] ?? 0 });
          if (prose === undefined) continue;
          for (const matcher of matchers) assert.deepEqual(matcher.cuesIn(prose), matcher.cuesIn(unsearchable(prose)));
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('finds the words of every example where they stand alone', () => {
    for (const sentence of sentences) {
      const block = readMarkdown(sentence).blocks[0];
      const prose = block && proseOf(block);
      if (prose === undefined) continue;
      for (const matcher of matchers) assert.deepEqual(matcher.cuesIn(prose), matcher.cuesIn(unsearchable(prose)));
    }
  });
});

/** The same prose, read from a text in which every word goes on behind a sign, so that each sentence is looked at. */
function unsearchable({ text, block, sentences: all }: Prose): Prose {
  return { text, block, sentences: all, source: { text: 'a*b'.repeat(text.length), start: 0 } };
}
