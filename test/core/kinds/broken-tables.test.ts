import assert from 'node:assert/strict';
import { fixed, problemsOf, report, timeline } from './read-report';

describe('a broken table of a report', () => {
  it('joins surplus cells where they belong and offers to escape the pipe', () => {
    const head = ['| Time | Kind | Event | Evidence | ID |', '|---|---|---|---|---|'];
    for (const [row, event, after] of [
      ['| 2026-11-23 14:00Z | check | ran ps | grep java | | E1400 |', 'ran ps | grep java', 'ran ps \\| grep java'],
      [
        '| 2026-11-23 14:00Z | check | ran `ps | grep java | wc` | | E1400 |',
        'ran `ps | grep java | wc`',
        'ran `ps \\| grep java \\| wc`',
      ],
    ] as const) {
      const text = timeline(...head, row);
      const document = report(text);
      const cells = row.split('|').length - 2;
      assert.deepEqual(problemsOf(document), [
        ['cell-count', `This row has ${cells} cells, the header 5. A | in a cell is written \\|.`],
      ]);
      assert.equal(document.entries[0]?.event.text, event);
      assert.equal(document.entries[0]?.id?.text, 'E1400');
      const result = fixed(text, 'cell-count');
      assert.ok(result.includes(after), result);
      assert.deepEqual(problemsOf(report(result)), []);
      assert.equal(report(result).entries[0]?.event.text, event);
    }
    assert.deepEqual(
      problemsOf(
        report(timeline(...head, '| 2026-11-23 14:00Z | check | x | | E1400 | |', '| 2026-11-23 14:00Z | check |')),
      ),
      [],
    );
  });

  it('makes one finding of many rows with surplus cells', () => {
    const rows = Array.from({ length: 30 }, (_, minute) => `| 2026-11-23 14:${10 + minute}Z | a | b |`);
    const text = timeline('| Time | Event |', '|---|---|', ...rows);
    assert.deepEqual(problemsOf(report(text)), [
      ['cell-count', '30 rows have more cells than the header, which has 2. A | in a cell is written \\|.'],
    ]);
    assert.deepEqual(problemsOf(report(fixed(text, 'cell-count'))), []);
  });

  it('says what ends a table and how many rows it hides', () => {
    const head = ['| Time | Event |', '|---|---|', '| 2026-11-23 14:00Z | a |'];
    const rest = ['| 2026-11-23 14:01Z | b |', '| 2026-11-23 14:02Z | c |'];
    const comment = timeline(...head, '<!-- one | two -->', ...rest);
    assert.deepEqual(problemsOf(report(comment)), [
      ['broken-table', 'This comment ends the table; 2 rows below it are not read.'],
    ]);
    const after = fixed(comment, 'broken-table');
    assert.ok(after.includes('| a <!-- one \\| two --> |\n| 2026-11-23 14:01Z'), after);
    assert.equal(report(after).entries.length, 3);
    const blank = timeline(...head, '', rest[0] ?? '');
    assert.deepEqual(problemsOf(report(blank)), [
      ['broken-table', 'This empty line ends the table; 1 row below it is not read.'],
    ]);
    assert.equal(report(fixed(blank, 'broken-table')).entries.length, 2);
    assert.deepEqual(problemsOf(report(timeline(...head, '', 'Text after the table.'))), []);
  });
});
