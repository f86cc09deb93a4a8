import assert from 'node:assert/strict';
import { readDocument } from '../../../src/core/kinds';
import { readMarkdown } from '../../../src/core/markdown/read-markdown';
import { defaultConventions } from '../../../src/core/model/conventions';
import { applyEdits, lineStartsOf } from '../../../src/core/model/text';
import { checkDocument } from '../../../src/core/rules/check';
import { removeComment } from '../../../src/core/rules/remove-comment';
import { suppressionEdit } from '../../../src/core/rules/suppress';
import { suppressionsOf } from '../../../src/core/rules/suppressions';

/** The lines (from 1) whose word CUE is suppressed for the rule `one`. */
function suppressed(text: string, rule = 'one'): readonly number[] {
  const { isSuppressed } = suppressionsOf(readMarkdown(text));
  const lines: number[] = [];
  for (const { index } of text.matchAll(/CUE/g))
    if (isSuppressed(rule, index)) lines.push(text.slice(0, index).split(/\r\n|\r|\n/).length);
  return lines;
}

function suppress(text: string, reason = 'as told'): string {
  const start = text.indexOf('CUE');
  const finding = { rule: 'one', span: { start, end: start + 3 } };
  const after = applyEdits(text, suppressionEdit(readMarkdown(text), finding, { reason, extent: 'line' }));
  assert.deepEqual(suppressed(after), [text.slice(0, start).split(/\r\n|\r|\n/).length]);
  return after;
}

describe('suppressions', () => {
  it('switch a rule off on the line of the comment', () => {
    assert.deepEqual(suppressed('CUE\n\nCUE <!-- incident-docs-disable-line one: why -->\n\nCUE'), [3]);
  });

  it('name several rules, separated by commas, or none for all', () => {
    assert.deepEqual(suppressed('CUE <!-- incident-docs-disable-line two, one: why -->'), [1]);
    assert.deepEqual(suppressed('CUE <!-- incident-docs-disable-line two: one -->'), []);
    assert.deepEqual(suppressed('CUE <!-- incident-docs-disable-line -->'), [1]);
    assert.deepEqual(suppressed('CUE <!-- incident-docs-disable-line: why -->'), [1]);
  });

  it('reach the next line that is not blank', () => {
    assert.deepEqual(suppressed('<!-- incident-docs-disable-next-line one: why -->\n\n \nCUE\nCUE'), [4]);
    assert.deepEqual(suppressed('CUE\r\n<!--\r\nincident-docs-disable-next-line one\r\n-->\r\nCUE\r\n'), [5]);
  });

  it('hold for a stretch', () => {
    const text = 'CUE\n\n<!-- incident-docs-disable one -->\n\nCUE\n\n<!-- incident-docs-enable one -->\n\nCUE\n';
    assert.deepEqual(suppressed(text), [5]);
    assert.deepEqual(suppressed(text, 'two'), []);
  });

  it('let the last word count, for one rule or for all', () => {
    const text = [
      '<!-- incident-docs-disable -->\n',
      'CUE\n',
      '<!-- incident-docs-enable one -->\n',
      'CUE\n',
      '<!-- incident-docs-disable one, two -->\n',
      'CUE\n',
      '<!-- incident-docs-enable -->\n',
      'CUE\n',
    ].join('\n');
    assert.deepEqual(suppressed(text), [3, 11]);
    assert.deepEqual(suppressed(text, 'three'), [3, 7, 11]);
  });

  it('stand in the last cell of a row', () => {
    const head = '| Event | ID |\n| --- | --- |\n';
    assert.deepEqual(
      suppressed(`${head}| CUE | E1 |\n| CUE | E2 <!-- incident-docs-disable-line one: why --> |\n`),
      [4],
    );
    assert.deepEqual(suppressed(`${head}| a | E1 <!-- incident-docs-disable-next-line --> |\n| CUE | E2 |\n`), [4]);
  });

  it('are no suppressions in code, nor unless they are comments', () => {
    assert.deepEqual(suppressed('```\n<!-- incident-docs-disable -->\n```\n\nCUE'), []);
    assert.deepEqual(suppressed('CUE incident-docs-disable-line one'), []);
    assert.deepEqual(suppressed('CUE <!-- incident-docs-disable-lines one -->'), []);
    assert.deepEqual(suppressed('CUE <!-- incident-docs-disable-line one'), []);
  });

  it('are YAML comments in front matter', () => {
    assert.deepEqual(suppressed('---\na: CUE # incident-docs-disable-line one: why\nb: CUE\n---\n'), [2]);
  });

  it('take time in proportion to the text, whatever it holds', () => {
    const hostile = [
      '<!-- incident-docs-disable-line ',
      'incident-docs-disable-line ',
      '<!-- incident-docs-disable-next-line -->',
      '<!-- incident-docs-disable a,b,c -->\n',
    ];
    for (const part of hostile) {
      const text = `${part.repeat(20_000)}${'\n'.repeat(200_000)}CUE`;
      assert.equal(typeof suppressed(text).length, 'number');
    }
  });
});

describe('suppressions that suppress nothing', () => {
  /** Names and extents of what is left over once every CUE was asked about for the rule `one`. */
  function unused(text: string): readonly string[] {
    const suppressions = suppressionsOf(readMarkdown(text));
    for (const { index } of text.matchAll(/CUE/g)) suppressions.isSuppressed('one', index);
    return suppressions.unused().map(({ comment, rules, partner }) => {
      const names = rules.map(({ name }) => name).join(',') || 'all';
      return `${comment.extent} ${names}${partner === undefined ? '' : ' with its end'}`;
    });
  }

  it('are those whose place holds no finding of the rule', () => {
    assert.deepEqual(unused('CUE <!-- incident-docs-disable-line one: why -->'), []);
    assert.deepEqual(unused('cue <!-- incident-docs-disable-line one: why -->'), ['line one']);
    assert.deepEqual(unused('CUE <!-- incident-docs-disable-line two, one: why -->'), ['line two']);
    assert.deepEqual(unused('<!-- incident-docs-disable-next-line -->\n\ncue\n'), ['next-line all']);
    assert.deepEqual(unused('<!-- incident-docs-disable-next-line -->\n\nCUE\n'), []);
  });

  it('count for the nearest comment alone', () => {
    const text = '<!-- incident-docs-disable one -->\n\nCUE <!-- incident-docs-disable-line one -->\n';
    assert.deepEqual(unused(text), ['from-here one']);
  });

  it('know the comment that ends their stretch and nothing else', () => {
    const off = (rules: string) => `<!-- incident-docs-disable ${rules} -->\n\n`;
    const on = (rules: string) => `<!-- incident-docs-enable ${rules} -->\n\n`;
    assert.deepEqual(unused(off('one') + on('one')), ['from-here one with its end']);
    assert.deepEqual(unused(off('') + on('')), ['from-here all with its end']);
    assert.deepEqual(unused(off('two') + off('one') + on('one') + on('two')), [
      'from-here two with its end',
      'from-here one with its end',
    ]);
    assert.deepEqual(unused(`${off('two') + off('')}CUE\n\n${on('two')}`), ['from-here two']);
    assert.deepEqual(unused(`${off('') + off('one')}CUE\n\n${on('')}`), ['from-here all']);
    assert.deepEqual(unused(`${off('one, two') + off('one')}CUE\n\n${on('one, two')}`), ['from-here one,two']);
  });

  it('take time in proportion to the text, whatever it holds', function () {
    this.timeout(20_000);
    const parts = [
      '<!-- incident-docs-disable-line one --> ',
      '<!-- incident-docs-disable a,b,c -->\n<!-- incident-docs-enable a,b,c -->\n',
      `<!-- incident-docs-disable-line ${'a '.repeat(50)}-->`,
    ];
    for (const part of parts) {
      const text = `---\ntype: postmortem\n---\n\n${part.repeat(Math.floor(200_000 / part.length))}\n`;
      const document = readDocument(readMarkdown(text), defaultConventions);
      assert.ok(document !== undefined);
      const found = checkDocument(document, { conventions: defaultConventions });
      assert.ok(found.filter(({ rule }) => rule === 'unused-suppression').length > 1000);
    }
  });
});

describe('removing a comment', () => {
  const comment = '<!-- c -->';
  const removed = (text: string) => {
    const start = text.indexOf(comment);
    return applyEdits(text, [removeComment(text, lineStartsOf(text), { start, end: start + comment.length })]);
  };

  it('takes the blanks before it', () => {
    assert.equal(removed(`One. ${comment}\nTwo.\n`), 'One.\nTwo.\n');
    assert.equal(removed(`One. ${comment}  \nTwo.\n`), 'One.  \nTwo.\n');
    assert.equal(removed(`One ${comment} two.`), 'One two.');
    assert.equal(removed(`${comment} One.`), 'One.');
    assert.equal(removed(`| a | ${comment} |`), '| a | |');
    assert.equal(removed(`> One.\n> ${comment}\n> Two.\n`), '> One.\n>\n> Two.\n');
  });

  it('takes its line and leaves one empty line', () => {
    assert.equal(removed(`One.\r\n\r\n${comment}\r\n\r\nTwo.\r\n`), 'One.\r\n\r\nTwo.\r\n');
    assert.equal(removed(`One.\n\n${comment}\nTwo.\n`), 'One.\n\nTwo.\n');
    assert.equal(removed(`${comment}\n# One\n`), '# One\n');
    assert.equal(removed(`One.\n\n${comment}`), 'One.\n\n');
  });

  it('keeps paragraphs apart, and rows of a table together', () => {
    assert.equal(removed(`One.\n${comment}\nTwo.\n`), 'One.\n\nTwo.\n');
    assert.equal(removed(`| a |\n${comment}\n| b |\n`), '| a |\n| b |\n');
  });
});

describe('suppressing a finding', () => {
  const comment = '<!-- incident-docs-disable-line one: as told -->';

  it('adds a comment with the reason at the end of the line', () => {
    assert.equal(suppress('Some CUE here.\nMore.\n'), `Some CUE here. ${comment}\nMore.\n`);
    assert.equal(suppress('- Some CUE'), `- Some CUE ${comment}`);
  });

  it('keeps what breaks the line at its end', () => {
    assert.equal(suppress('Some CUE.  \r\nMore.\r\n'), `Some CUE. ${comment}  \r\nMore.\r\n`);
    assert.equal(suppress('Some CUE\\\nMore.\n'), `Some CUE ${comment}\\\nMore.\n`);
  });

  it('stays within a heading', () => {
    assert.equal(suppress('## CUE ##\n'), `## CUE ${comment} ##\n`);
  });

  it('writes into the last cell of a row', () => {
    const head = '| Event | ID |\n| --- | --- |\n';
    assert.equal(suppress(`${head}| CUE | E1406 |\n`), `${head}| CUE | E1406 ${comment} |\n`);
    assert.equal(suppress(`${head}| CUE   | |\n`), `${head}| CUE   | ${comment} |\n`);
    assert.equal(suppress(`${head}| CUE ||\n`), `${head}| CUE | ${comment} |\n`);
    assert.equal(suppress(`${head}| CUE | E1406`), `${head}| CUE | E1406 ${comment}`);
  });

  it('keeps the comment whole whatever the reason holds', () => {
    assert.equal(
      suppress('CUE', 'one\ntwo --> three | four'),
      'CUE <!-- incident-docs-disable-line one: one two - three | four -->',
    );
    const head = '| Event | ID |\n| --- | --- |\n';
    assert.ok(suppress(`${head}| CUE | E1 |`, 'a | b').endsWith('a \\| b --> |'));
  });

  it('uses a YAML comment in front matter', () => {
    const after = '---\nseverity: CUE # incident-docs-disable-line one: as told\n---\n';
    assert.equal(suppress('---\nseverity: CUE\n---\n'), after);
  });

  it('are written for the whole file before its first text', () => {
    const comment = '<!-- incident-docs-disable one: as told -->';
    const head = '---\ntype: postmortem\n---\n';
    checkInFile('CUE', `${comment}\n\nCUE`);
    for (const eol of ['\n', '\r\n']) {
      const check = (before: string, after: string) =>
        checkInFile(before.replaceAll('\n', eol), after.replaceAll('\n', eol));
      check(`${head}\n# T\n\nCUE\n`, `${head}\n${comment}\n\n# T\n\nCUE\n`);
      check(`${head}# CUE\n`, `${head}\n${comment}\n\n# CUE\n`);
      check('\n\n| a |\n| - |\n| CUE |', `\n\n${comment}\n\n| a |\n| - |\n| CUE |`);
      check('\uFEFF# CUE\n', `\uFEFF${comment}\n\n# CUE\n`);
      check('---\ntype: CUE\n---\n', '---\n# incident-docs-disable one: as told\ntype: CUE\n---\n');
    }
  });
});

function checkInFile(text: string, expected: string): void {
  const start = text.indexOf('CUE');
  const finding = { rule: 'one', span: { start, end: start + 3 } };
  const edits = suppressionEdit(readMarkdown(text), finding, { reason: 'as told', extent: 'file' });
  const after = applyEdits(text, edits);
  assert.equal(after, expected);
  assert.equal(suppressed(after).length, 1);
}
