import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readDocument } from '../../../src/core/kinds';
import type { ReportDocument } from '../../../src/core/kinds/incident-document';
import { readMarkdown } from '../../../src/core/markdown/read-markdown';
import { defaultConventions } from '../../../src/core/model/conventions';
import { applyEdits } from '../../../src/core/model/text';
import { entryAt, linkEvidence } from '../../../src/core/operations/link-evidence';

const link = '[a.log](evidence/a.log)';

describe('linkEvidence', () => {
  it('fills an empty cell', () => {
    check(
      ['| Time | Event | Evidence | ID |', '| --- | --- | --- | --- |', '| 14:05Z | «Here». | | E1405 |'],
      ['| Time | Event | Evidence | ID |', '| --- | --- | --- | --- |', `| 14:05Z | Here. | ${link} | E1405 |`],
    );
  });

  it('stands behind what the cell holds', () => {
    check(
      ['| Time | Event | Evidence |', '|---|---|---|', '|14:05Z|«Here».|[x](y)|'],
      ['| Time | Event | Evidence |', '|---|---|---|', `|14:05Z|Here.|[x](y), ${link}|`],
    );
  });

  it('keeps the widths of a padded table where there is room', () => {
    const evidence = 'Evidence'.padEnd(40);
    const rule = '-'.repeat(40);
    check(
      [`| Time   | ${evidence} |`, `| ------ | ${rule} |`, `| «14:05Z» | ${''.padEnd(40)} |`],
      [`| Time   | ${evidence} |`, `| ------ | ${rule} |`, `| 14:05Z | ${link.padEnd(40)} |`],
    );
    check(
      [`| Time   | ${evidence} |`, `| ------ | ${rule} |`, `| «14:05Z» | ${'[x](y)'.padEnd(40)} |`],
      [`| Time   | ${evidence} |`, `| ------ | ${rule} |`, `| 14:05Z | ${`[x](y), ${link}`.padEnd(40)} |`],
    );
  });

  it('appends a column to header, delimiter and this row alone', () => {
    check(
      ['| Time | Event |', '| --- | --- |', '| 14:04Z | First. |', '| 14:05Z | «Here». |'],
      ['| Time | Event | Evidence |', '| --- | --- | --- |', '| 14:04Z | First. |', `| 14:05Z | Here. | ${link} |`],
    );
  });

  it('fills up a row that is shorter than its header', () => {
    check(
      ['| Time | Event | Owner | Links |', '| --- | --- | --- | --- |', '| 14:05Z | «Here».'],
      ['| Time | Event | Owner | Links |', '| --- | --- | --- | --- |', `| 14:05Z | Here. | | ${link}`],
    );
  });

  it('keeps a comment at the end of the cell, and the pipes of the others', () => {
    check(
      [
        '| Time | Event | Evidence |',
        '| --- | --- | --- |',
        '| 14:05Z | «a» \\| b | [x](y) <!-- incident-docs-disable-line: quoted --> |',
      ],
      [
        '| Time | Event | Evidence |',
        '| --- | --- | --- |',
        `| 14:05Z | a \\| b | [x](y), ${link} <!-- incident-docs-disable-line: quoted --> |`,
      ],
    );
  });

  it('follows the words of a list item', () => {
    check(
      ['- 2026-11-23 14:05Z: [E1405] check: «Here»'],
      [`- 2026-11-23 14:05Z: [E1405] check: Here Evidence: ${link}`],
    );
    check(
      ['- 2026-11-23 14:05Z: [E1405] «Here» Evidence: [x](y)', '  - more'],
      [`- 2026-11-23 14:05Z: [E1405] Here Evidence: [x](y), ${link}`, '  - more'],
    );
  });

  it('reads back what it wrote', () => {
    for (const lines of [
      ['| Time | Event | ID |', '| --- | --- | --- |', '| 2026-11-23 14:05Z | «Here». | E1405 |'],
      ['- 2026-11-23 14:05Z: «Here».'],
    ]) {
      const { text, report } = read(lines, '\n');
      const entry = entryAt(report, text.indexOf('Here'));
      assert.ok(entry);
      const { report: after } = read([applyEdits(text, linkEvidence(report, entry, [link, link]))], '\n');
      assert.deepEqual(after.entries[0]?.evidence, [link, link]);
    }
  });

  it('leaves every other byte of any table alone', () => {
    const cell = fc.constantFrom(
      '',
      'a',
      'b \\| c',
      '`x | y`',
      '[l](u)',
      'é',
      '  ',
      '<!-- incident-docs-disable-line: z -->',
    );
    const row = fc.array(cell, { minLength: 1, maxLength: 6 }).map((cells) => `| 14:05Z | ${cells.join(' | ')} |`);
    const header = fc.constantFrom(
      '| Time | Event |',
      '| Time | Event | Evidence | ID |',
      '|Time|Evidence|',
      'Time | Event',
    );
    fc.assert(
      fc.property(
        header,
        fc.array(row, { minLength: 1, maxLength: 5 }),
        fc.constantFrom('\n', '\r\n'),
        (head, rows, eol) => {
          const rule = head.replace(/[^|\s]+/g, '---');
          const { text, report } = read([head, rule, ...rows], eol);
          for (const entry of report.entries) {
            const after = applyEdits(text, linkEvidence(report, entry, [link]));
            const changed = lines(after).flatMap((line, at) => (line === lines(text)[at] ? [] : [at]));
            const own = text.slice(0, entry.span.start).split(eol).length - 1;
            const isColumnNew = !head.includes('Evidence');
            assert.deepEqual(changed, [
              ...(isColumnNew ? [own - at(text, entry.span.start), own - at(text, entry.span.start) + 1] : []),
              own,
            ]);
            assert.equal(after.split(link).length, text.split(link).length + 1);
          }
        },
      ),
    );
    /** Lines between the header and the row. */
    function at(text: string, offset: number): number {
      const before = text.slice(0, offset).split(/\r?\n/);
      return before.length - 1 - before.findIndex((line) => line.includes('Time') && line.includes('|'));
    }
    function lines(text: string): readonly string[] {
      return text.split(/\r?\n/);
    }
  });

  it('finds no entry elsewhere', () => {
    const { text, report } = read(['| Time | Event |', '| --- | --- |', '| 14:05Z | Here. |', '', 'After.'], '\n');
    for (const place of ['# Checkout', '| Time', '---', 'After.']) {
      assert.equal(entryAt(report, text.indexOf(place)), undefined, place);
    }
  });
});

/** The entry is the one whose line holds the text in «». */
function check(before: readonly string[], after: readonly string[]): void {
  for (const eol of ['\n', '\r\n']) {
    const { text, report, marked } = read(before, eol);
    const entry = entryAt(report, marked);
    assert.ok(entry, before.join('\n'));
    assert.equal(applyEdits(text, linkEvidence(report, entry, [link])), read(after, eol).text);
  }
}

function read(lines: readonly string[], eol: string): { text: string; report: ReportDocument; marked: number } {
  const head = lines[0]?.startsWith('---\ntype')
    ? []
    : ['---', 'type: incident-report', '---', '# Checkout', '', '## Timeline', ''];
  const written = [...head, ...lines, ''].join(eol);
  const marked = written.indexOf('«');
  const text = written.replace(/[«»]/g, '');
  const report = readDocument(readMarkdown(text), defaultConventions, 'incident-report');
  assert.equal(report?.kind, 'incident-report');
  return { text, report, marked };
}
