import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { FrontMatter } from '../../../src/core/kinds/front-matter';
import { readConventions } from '../../../src/core/kinds/read-conventions';
import { readFrontMatter } from '../../../src/core/kinds/read-front-matter';
import { readMarkdown } from '../../../src/core/markdown/read-markdown';
import { formatMessage } from '../../../src/core/model/message';
import { applyEdits } from '../../../src/core/model/text';

function read(lines: readonly string[]): FrontMatter {
  return readFrontMatter(readMarkdown(`---\n${lines.join('\n')}\n---\n\n# Title\n`));
}

function valuesOf(frontMatter: FrontMatter): Record<string, string | readonly string[] | undefined> {
  return Object.fromEntries(frontMatter.fields.map((field) => [field.key, field.value]));
}

function wordsOf(frontMatter: FrontMatter): readonly string[] {
  return frontMatter.problems.map((problem) => formatMessage(problem.message));
}

describe('front matter', () => {
  it('reads values as YAML does', () => {
    const frontMatter = read([
      'type: incident-report',
      'severity: SEV2 # a guess',
      "commander: 'alice'",
      'title: "Checkout: errors \\"5xx\\""',
      'due: 2026-11-30',
      'count: 007',
      'reviewers: [bo, "carol"]',
      'reports:',
      '  - 2026-11-23-checkout-errors # the first',
      "  - 'b'",
      'tags:',
      '- x',
      'note: >',
      '  two',
      '  lines',
      'empty:',
      'tilde: ~',
      'owner:   # nobody yet',
      'map: {a: b}',
    ]);
    assert.deepEqual(valuesOf(frontMatter), {
      type: 'incident-report',
      severity: 'SEV2',
      commander: 'alice',
      title: 'Checkout: errors "5xx"',
      due: '2026-11-30',
      count: '007',
      reviewers: ['bo', 'carol'],
      reports: ['2026-11-23-checkout-errors', 'b'],
      tags: ['x'],
      note: 'two lines\n',
      empty: undefined,
      tilde: undefined,
      owner: undefined,
      map: '{a: b}',
    });
    assert.deepEqual(wordsOf(frontMatter), []);
  });

  it('takes a value literally that YAML rejects, and offers to quote it', () => {
    const cases: readonly (readonly [string, string | readonly string[], string])[] = [
      ['owner: @alice', '@alice', 'owner: "@alice"'],
      ['owner: @alice # lead', '@alice', 'owner: "@alice" # lead'],
      ['title: Checkout: errors', 'Checkout: errors', 'title: "Checkout: errors"'],
      ['title: 50 % of `POST`: failing', '50 % of `POST`: failing', 'title: "50 % of `POST`: failing"'],
      ['owner: *alice', '*alice', 'owner: "*alice"'],
      ['owner: `alice`', '`alice`', 'owner: "`alice`"'],
      ['reviewers: [@bo, carol]', ['@bo', 'carol'], 'reviewers: ["@bo", carol]'],
      ['reviewers:\n  - @bo\n  - carol', ['@bo', 'carol'], 'reviewers:\n  - "@bo"\n  - carol'],
      ['status: "resolved', '"resolved', 'status: "\\"resolved"'],
      ['owner: !who alice', '!who alice', 'owner: "!who alice"'],
    ];
    for (const [line, value, fixed] of cases) {
      const text = `---\n${line}\nphase: x\n---\n`;
      const frontMatter = readFrontMatter(readMarkdown(text));
      assert.deepEqual(frontMatter.fields[0]?.value, value, line);
      const shown = typeof value === 'string' ? value : value.join(', ');
      assert.equal(wordsOf(frontMatter)[0], `This value needs quotes in YAML; it is read as "${shown}".`);
      const fix = frontMatter.problems[0]?.fixes?.[0];
      assert.ok(fix);
      assert.equal(formatMessage(fix.title), 'Quote the value');
      const after = applyEdits(text, fix.edits);
      assert.equal(after, `---\n${fixed}\nphase: x\n---\n`);
      const again = readFrontMatter(readMarkdown(after));
      assert.deepEqual(again.fields[0]?.value, value);
      assert.deepEqual(wordsOf(again), []);
    }
  });

  it('keeps exact places under CRLF and a byte order mark', () => {
    for (const ending of ['\n', '\r\n']) {
      for (const mark of ['', '\ufeff']) {
        const text = `${mark}${['---', 'type: postmortem', 'reviewers: [bo, @carol] # two', 'due: "2026-11-30"', '---', ''].join(ending)}`;
        const { fields, span } = readFrontMatter(readMarkdown(text));
        assert.deepEqual(
          fields.map((field) => [
            text.slice(field.keySpan.start, field.keySpan.end),
            text.slice(field.valueSpan.start, field.valueSpan.end),
          ]),
          [
            ['type', 'postmortem'],
            ['reviewers', '[bo, @carol]'],
            ['due', '"2026-11-30"'],
          ],
        );
        assert.deepEqual(
          fields[1]?.items?.map((item) => text.slice(item.span.start, item.span.end)),
          ['bo', '@carol'],
        );
        assert.equal(span?.start, mark.length);
        assert.equal(text.slice(span?.start, span?.end), text.slice(mark.length).trimEnd());
      }
    }
  });

  it('says which line is no key and value, and which key stands twice', () => {
    const frontMatter = read(['type: postmortem', 'just words', 'type: incident-report']);
    assert.deepEqual(wordsOf(frontMatter), [
      '"just words" is not read; expected "key: value".',
      'type stands here again; the first one counts.',
    ]);
    assert.equal(frontMatter.fields[0]?.value, 'postmortem');
  });

  it('is found without its closing fence and after empty lines', () => {
    const unclosed = 'type: incident-report\nstatus: resolved\n';
    for (const [text, fixed] of [
      [`---\n${unclosed}\n# Title\n`, `---\n${unclosed}---\n\n# Title\n`],
      [`\n\n---\n${unclosed}---\n# Title\n`, `---\n${unclosed}---\n# Title\n`],
      [`---\n${unclosed.trimEnd()}`, `---\n${unclosed}---\n`],
    ] as const) {
      const frontMatter = readFrontMatter(readMarkdown(text));
      assert.deepEqual(valuesOf(frontMatter), { type: 'incident-report', status: 'resolved' });
      assert.equal(frontMatter.problems.length, 1);
      assert.equal(applyEdits(text, frontMatter.problems[0]?.fixes?.[0]?.edits ?? []), fixed);
    }
    assert.deepEqual(readFrontMatter(readMarkdown('---\n\nText: here\n')).fields, []);
    assert.deepEqual(readFrontMatter(readMarkdown('# Title\n\ntype: x\n')).fields, []);
  });

  it('reads through a merge conflict and offers either side', () => {
    const text =
      '---\ntype: postmortem\n<<<<<<< HEAD\nstatus: draft\n=======\nstatus: published\n>>>>>>> other\nowner: bo\n---\n';
    const frontMatter = readFrontMatter(readMarkdown(text));
    assert.equal(frontMatter.fields.find((field) => field.key === 'status')?.value, 'draft');
    const conflict = frontMatter.problems.find((problem) => problem.rule === 'merge-conflict');
    const results = conflict?.fixes?.map((fix) => applyEdits(text, fix.edits));
    assert.deepEqual(results, [
      '---\ntype: postmortem\nstatus: draft\nowner: bo\n---\n',
      '---\ntype: postmortem\nstatus: published\nowner: bo\n---\n',
    ]);
  });

  it('neither expands aliases nor follows keys to a prototype', () => {
    const bomb = ['a: &a [x,x,x,x,x,x,x,x,x]'];
    for (let level = 1; level < 9; level++) {
      const [name, before] = ['abcdefghi'.charAt(level), 'abcdefghi'.charAt(level - 1)];
      bomb.push(`${name}: &${name} [${Array(9).fill(`*${before}`).join(',')}]`);
    }
    const frontMatter = read(bomb);
    assert.deepEqual(wordsOf(frontMatter), ['9 values need quotes in YAML; they are read as written.']);
    const strange = read(['__proto__: x', 'constructor: y', 'type: postmortem']);
    assert.deepEqual(
      strange.fields.map((field) => field.key),
      ['__proto__', 'constructor', 'type'],
    );
    assert.equal(({} as Record<string, unknown>)['x'], undefined);
  });

  it('keeps deep, long and crowded YAML away from the library', () => {
    for (const body of ['['.repeat(10_000), '- '.repeat(10_000), 'a: '.repeat(3000), `x: ${'y'.repeat(70_000)}`]) {
      const frontMatter = read(['type: postmortem', `deep: ${body}`]);
      assert.equal(frontMatter.fields[0]?.value, 'postmortem');
      assert.equal(frontMatter.problems[0]?.rule, 'front-matter');
    }
  });

  it('is not held up by text that only repeats itself', function () {
    // Without the limits before the library this takes most of a minute.
    this.timeout(20_000);
    const signs = [
      ' ',
      '  \n',
      '"',
      "'",
      '"\\',
      ' #',
      '- ',
      '-\n',
      '? ',
      '&a ',
      '*a ',
      '!a ',
      '|\n',
      '[',
      ']',
      '{',
      '}',
      ',',
      '[],',
      '\r',
      'a\n',
      'a: b\n',
      'a:\n',
      '---\n',
      '<<<<<<<\n',
      '=======\n>>>>>>>\n',
    ];
    for (const sign of signs) {
      for (const lead of ['', 'k: ', 'k: [']) {
        const body = lead + sign.repeat(60_000 / sign.length);
        const closed = readFrontMatter(readMarkdown(`---\ntype: postmortem\n${body}\n---\n# T\n`));
        assert.equal(closed.fields[0]?.value, 'postmortem');
        readFrontMatter(readMarkdown(`---\ntype: postmortem\n${body}`));
        readConventions(body);
      }
    }
  });

  it('never throws and always points into the text', () => {
    const line = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      fc.constantFrom(
        'type: a',
        '  - b',
        '- c',
        '# d',
        '<<<<<<< x',
        '=======',
        '>>>>>>> y',
        'k: [a,',
        ']',
        'e: |',
        '---',
      ),
      fc.stringMatching(/^[a-c]: ?["'[\]{}&*!@`|>#:, a-z-]{0,20}$/),
    );
    const ending = fc.constantFrom('\n', '\r\n', '\r');
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), ending, fc.boolean(), (lines, eol, hasMark) => {
        const text = `${hasMark ? '\ufeff' : ''}---${eol}${lines.join(eol)}${eol}---${eol}rest`;
        const frontMatter = readFrontMatter(readMarkdown(text));
        for (const { span } of frontMatter.problems)
          assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length);
        for (const field of frontMatter.fields) {
          assert.ok(text.slice(field.keySpan.start, field.keySpan.end).includes(field.key));
          assert.ok(field.keySpan.end <= field.valueSpan.start && field.valueSpan.end <= text.length);
          if (typeof field.value === 'string' && !/\s/.test(field.value.trim()) && !/["'\\]/.test(text)) {
            assert.ok(text.slice(field.valueSpan.start, field.valueSpan.end).includes(field.value.trim()));
          }
        }
      }),
    );
  });
});
