import fc from 'fast-check';

/** Lines as people write them, and lines that are nasty beside one another. */
const lines = [
  'The rate rose to 38 %.',
  'and fell again',
  '*emph* `code` __x__',
  '# Title',
  '## Timeline ##',
  '#no heading',
  '# a \\#',
  '#',
  '- failing',
  '* b',
  '+ c',
  '1. first',
  '1) g',
  '7. seventh',
  '-',
  '*',
  '1.',
  '- [ ] task',
  '- - n',
  '- 1. n',
  '-   wide',
  '-     code',
  '- > q',
  '- ```',
  '- # h',
  '- <!-- c',
  '- - - - - - deep',
  '> quoted',
  '> - q',
  '>',
  '>> z',
  '> ```',
  '> # h',
  '> | a |',
  '> |---|',
  '> 1. x',
  '> - - x',
  '```',
  '```js',
  '```js meta x',
  '``` a`b',
  '~~~',
  '~~~ a`b',
  '````',
  '---',
  '***',
  '_ _ _',
  '===',
  '=======',
  '| a | b |',
  '|---|---|',
  '| 1 | 2 |',
  '| 1 |',
  'a | b',
  '-|-',
  ':-: | -',
  '| 1 | 2 | 3 |',
  '| `x\\|y` | z |',
  '| a \\| b |',
  '\\| a | b',
  '| a \\\\| b |',
  '|',
  '||',
  '| - |',
  '|:-|-:|',
  '- | a | b |',
  '<!-- c',
  '-->',
  '<!-- x -->',
  '<!---->',
  '<!-->',
  '<!-- a --> b',
  '<div>',
  '</div>',
  '<b> t',
  '\n<b>',
  '<pre>',
  '\n</pre>',
  '<script>',
  '<?php',
  '?>',
  '<!DOCTYPE x>',
  '<![CDATA[',
  '...',
  'x  ',
];

const indents = ['', '', '', '', '', ' ', '  ', '   ', '    ', '     ', '\t', '      '];

const line = fc.oneof(
  { weight: 1, arbitrary: fc.constant('') },
  {
    weight: 5,
    arbitrary: fc.tuple(fc.constantFrom(...indents), fc.constantFrom(...lines)).map(([indent, text]) => indent + text),
  },
);

/** Documents of such lines, all with one line ending. */
export const nastyDocument = fc.array(line, { maxLength: 14 }).map((parts) => parts.join('\n'));

const markers = ['<<<<<<< HEAD', '|||||||', '=======', '>>>>>>> main'];

/** Stretches of text to insert anywhere, line endings of every kind and merge-conflict markers among them. */
export const nastyText = fc
  .array(
    fc.oneof(
      fc.constantFrom('\n', '\n', '\r\n', '\r', '\ufeff', '---\n', ' ', '\t', '`', '|'),
      line,
      fc.constantFrom(...markers),
    ),
    {
      maxLength: 6,
    },
  )
  .map((parts) => parts.join(''));

export const mixedDocument = fc
  .array(fc.tuple(fc.oneof(line, fc.constantFrom(...markers)), fc.constantFrom('\n', '\n', '\n', '\r\n', '\r')), {
    maxLength: 16,
  })
  .map((parts) => parts.map(([text, ending]) => text + ending).join(''));
