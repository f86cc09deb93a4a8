import assert from 'node:assert/strict';
import fc from 'fast-check';
import { OperationError } from '../../../src/core/errors';
import { defaultConventions } from '../../../src/core/model/conventions';
import { readStamp } from '../../../src/core/model/read-stamp';
import { applyEdits } from '../../../src/core/model/text';
import { readReport } from '../../../src/core/operations/add-timeline-entry';
import { deleteTimelineEntry } from '../../../src/core/operations/delete-timeline-entry';
import { editTimelineEntry } from '../../../src/core/operations/edit-timeline-entry';
import type { EntryDraft } from '../../../src/core/operations/entry-draft';
import { draftOfEntry, findEntry, referenceOf } from '../../../src/core/operations/entry-reference';

const conventions = defaultConventions;

function reportWith(timeline: string) {
  const report = readReport(
    `---\ntype: incident-report\n---\n\n# Late mail\n\n## Timeline\n\n${timeline}`,
    conventions,
  );
  assert.ok(report !== undefined);
  return report;
}

function entryOf(report: ReturnType<typeof reportWith>, id: string) {
  const entry = report.entries.find((one) => one.id?.text === id);
  assert.ok(entry !== undefined, id);
  return entry;
}

/** The timeline after an edit, from where it begins. */
function edited(timeline: string, id: string, patch: Partial<EntryDraft>): string {
  const report = reportWith(timeline);
  const entry = entryOf(report, id);
  const { edits } = editTimelineEntry(report, entry, { draft: { ...draftOfEntry(entry), ...patch }, conventions });
  const after = applyEdits(report.markdown.text, edits);
  const start = report.markdown.text.indexOf(timeline);
  assert.equal(after.slice(0, start), report.markdown.text.slice(0, start));
  return after.slice(start);
}

function at(text: string) {
  const stamp = readStamp(text);
  assert.ok(stamp !== undefined);
  return stamp;
}

const head = '| Time | Kind | Event | Evidence | ID | Note |\n| --- | --- | --- | --- | --- | --- |\n';
const table = `${head}| 2026-11-23 14:02Z | symptom | Mail \\| late |   | E1402 | keep me |
| 2026-11-23 14:06Z | detected | Page \`a\\|b\` <!-- incident-docs-disable-line --> | [x](https://x.example) | E1406 | |
| 2026-11-23 14:20Z | check | Queue at 9 | | E1420 | **own** <!-- c --> |
`;

describe('editing an entry of a table', () => {
  it('writes only the cell that says something else', () => {
    assert.equal(edited(table, 'E1406', { kind: 'acknowledged' }), table.replace('| detected |', '| acknowledged |'));
    assert.equal(edited(table, 'E1420', { event: 'Queue at 9 | 10' }), table.replace('at 9 |', 'at 9 \\| 10 |'));
    assert.equal(edited(table, 'E1406', { event: 'Paged' }), table.replace('Page `a\\|b` <!--', 'Paged <!--'));
  });

  it('fills an empty cell and empties a full one', () => {
    assert.equal(edited(table, 'E1402', { evidence: ['a1b2c3d'] }), table.replace('late |   |', 'late | `a1b2c3d` |'));
    assert.equal(edited(table, 'E1406', { evidence: [] }), table.replace('[x](https://x.example)', ''));
  });

  it('keeps the row while the time only becomes more precise, and takes it to its place where it does not', () => {
    assert.equal(
      edited(table, 'E1406', { stamp: at('~2026-11-23 14:07Z') }),
      table.replace('2026-11-23 14:06Z', '~2026-11-23 14:07Z'),
    );
    const [first = '', second = '', third = ''] = table.slice(head.length).split(/(?<=\n)/);
    const moved = second.replace('14:06Z', '14:30Z');
    assert.equal(edited(table, 'E1406', { stamp: at('2026-11-23 14:30Z') }), head + first + third + moved);
    assert.equal(
      edited(table, 'E1420', { stamp: at('2026-11-23 13:00Z') }),
      head + third.replace('14:20Z', '13:00Z') + first + second,
    );
  });

  it('keeps the id and offers the one of the new time, unless the id was given by hand', () => {
    const renamed = (timeline: string, id: string, time: string) => {
      const report = reportWith(timeline);
      const entry = entryOf(report, id);
      const draft = { ...draftOfEntry(entry), stamp: at(time) };
      const { id: kept, rename } = editTimelineEntry(report, entry, { draft, conventions });
      return [kept, rename];
    };
    assert.deepEqual(renamed(table, 'E1406', '2026-11-23 14:08Z'), ['E1406', 'E1408']);
    assert.deepEqual(renamed(table, 'E1406', '2026-11-23 14:20:30Z'), ['E1406', 'E1420b']);
    assert.deepEqual(renamed(table, 'E1406', '2026-11-23 14:06:30Z'), ['E1406', undefined]);
    assert.deepEqual(renamed(table.replace('E1406', 'E7'), 'E7', '2026-11-23 14:08Z'), ['E7', undefined]);
  });

  it('adds the column that a value needs, for header, delimiter and this row alone', () => {
    const after = edited(table, 'E1420', { systems: ['mail-api', 'db'] });
    assert.equal(
      after,
      table
        .replace('| Note |', '| Note | System |')
        .replace('--- |\n', '--- | --- |\n')
        .replace('<!-- c --> |', '<!-- c --> | mail-api, db |'),
    );
  });

  it('keeps the pipes of a padded table in line where there is room', () => {
    const padded = `| Time              | Kind     | Event          | ID    |
| ----------------- | -------- | -------------- | ----- |
| 2026-11-23 14:02Z | symptom  | Mail late      | E1402 |
`;
    assert.equal(
      edited(padded, 'E1402', { event: 'Mail is late' }),
      padded.replace('Mail late      ', 'Mail is late   '),
    );
    assert.equal(edited(padded, 'E1402', { kind: 'note' }), padded.replace('symptom ', 'note    '));
  });

  it('fills a short row up to the cell that it needs', () => {
    const short =
      '| Time | Event | ID | System |\n| --- | --- | --- | --- |\n| 2026-11-23 14:02Z | Mail late | E1402 |\n';
    assert.equal(edited(short, 'E1402', { systems: ['db'] }), short.replace('E1402 |', 'E1402 | db |'));
  });

  it('leaves a bare time as it was written, and does not move a line on which the times of others hang', () => {
    const bare = `| Time | Event | ID |
| --- | --- | --- |
| 2026-11-23 23:50Z | One | E1 |
| 00:05 | Two | E2 |
| 00:10 | Three | E3 |
`;
    assert.equal(edited(bare, 'E2', { event: 'Zwei' }), bare.replace('Two', 'Zwei'));
    assert.equal(
      edited(bare, 'E1', { stamp: at('2026-11-25 01:00Z') }),
      bare.replace('2026-11-23 23:50Z', '2026-11-25 01:00Z'),
    );
  });

  it('takes the last line along also where the text has no line ending at its end', () => {
    const open = table.trimEnd();
    const [first = '', second = '', third = ''] = table.slice(head.length).split(/(?<=\n)/);
    const moved = third.replace('14:20Z', '14:04Z');
    assert.equal(edited(open, 'E1420', { stamp: at('2026-11-23 14:04Z') }), (head + first + moved + second).trimEnd());
  });

  it('refuses a row within a merge conflict', () => {
    const conflict = `${head}<<<<<<< ours\n| 2026-11-23 14:02Z | check | A | | E1402 | |\n=======\n| 2026-11-23 14:03Z | check | B | | E1403 | |\n>>>>>>> theirs\n`;
    const report = reportWith(conflict);
    const entry = entryOf(report, 'E1402');
    const draft = { ...draftOfEntry(entry), event: 'C' };
    assert.throws(() => editTimelineEntry(report, entry, { draft, conventions }), OperationError);
    assert.throws(() => deleteTimelineEntry(report, entry), OperationError);
  });
});

describe('editing an item of a list', () => {
  const list = `- 2026-11-23 14:02Z: [E1402, mail-api, @bo] symptom: Mail late <!-- c -->
  - nested detail
- 2026-11-23 14:06Z: Paged the on-call
- 2026-11-23 14:20Z: [E1420] check: Queue at 9
`;

  it('writes only the part that says something else', () => {
    assert.equal(edited(list, 'E1402', { event: 'Mail very late' }), list.replace('Mail late', 'Mail very late'));
    assert.equal(edited(list, 'E1402', { kind: 'alert' }), list.replace('symptom:', 'alert:'));
    assert.equal(edited(list, 'E1402', { stamp: at('2026-11-23 14:03Z') }), list.replace('14:02Z', '14:03Z'));
  });

  it('says the item anew where its names change, and keeps comments and what is nested', () => {
    assert.equal(
      edited(list, 'E1402', { systems: ['mail-api', 'db'], actors: [] }),
      list.replace('[E1402, mail-api, @bo]', '[E1402, mail-api, db]'),
    );
  });

  it('moves with what is nested in it', () => {
    const [first = '', nested = '', second = '', third = ''] = list.split(/(?<=\n)/);
    assert.equal(
      edited(list, 'E1402', { stamp: at('2026-11-23 14:10Z') }),
      second + first.replace('14:02Z', '14:10Z') + nested + third,
    );
  });

  it('gives an item written elsewhere an id where its words need one', () => {
    const report = reportWith(list);
    const entry = report.entries[1];
    assert.ok(entry !== undefined);
    const draft = { ...draftOfEntry(entry), systems: ['mail-api'] };
    const { edits, id } = editTimelineEntry(report, entry, { draft, conventions });
    assert.equal(id, 'E1406');
    assert.ok(
      applyEdits(report.markdown.text, edits).includes('- 2026-11-23 14:06Z: [E1406, mail-api] Paged the on-call\n'),
    );
  });
});

describe('deleting an entry', () => {
  it('takes out its lines and nothing else', () => {
    const remaining = (timeline: string, id: string) => {
      const report = reportWith(timeline);
      const start = report.markdown.text.indexOf(timeline);
      return applyEdits(report.markdown.text, deleteTimelineEntry(report, entryOf(report, id))).slice(start);
    };
    const [first = '', second = '', third = ''] = table.slice(head.length).split(/(?<=\n)/);
    assert.equal(remaining(table, 'E1406'), head + first + third);
    assert.equal(remaining(table.trimEnd(), 'E1420'), (head + first + second).trimEnd());
    const crlf = table.replaceAll('\n', '\r\n');
    assert.equal(remaining(crlf, 'E1402'), (head + second + third).replaceAll('\n', '\r\n'));
    assert.equal(remaining(crlf.trimEnd(), 'E1420'), (head + first + second).replaceAll('\n', '\r\n').trimEnd());
  });
});

describe('an entry that was opened for editing', () => {
  it('is found again after rows around it have changed, and known to have changed itself', () => {
    const report = reportWith(table);
    const reference = referenceOf(report, entryOf(report, 'E1406'));
    const shifted = reportWith(
      table.replace('| 2026-11-23 14:02Z', '| 2026-11-23 13:00Z | note | New | | E1300 | |\n| 2026-11-23 14:02Z'),
    );
    assert.equal(findEntry(shifted, reference)?.isChanged, false);
    assert.equal(findEntry(reportWith(table.replace('detected', 'alert')), reference)?.isChanged, true);
    assert.equal(findEntry(reportWith(table.replaceAll('E1406', 'E9999')), reference), undefined);
  });
});

describe('any edit of any row', () => {
  const words = fc
    .array(fc.constantFrom('a', ' ', '|', '\\', '`', '*', '<br>', ',', 'ä', '😀'), { maxLength: 12 })
    .map((signs) => signs.join(''));
  const cell = words.map((text) =>
    text
      .replace(/[\\|`]/g, '')
      .replaceAll('<br>', ' ')
      .trim(),
  );
  const minutes = fc.integer({ min: 0, max: 59 });
  const rows = fc.array(fc.record({ minute: minutes, event: cell, note: cell, pad: fc.nat(3) }), {
    minLength: 1,
    maxLength: 8,
  });
  const clock = (minute: number) => `2026-11-23 14:${String(minute).padStart(2, '0')}Z`;

  function timelineOf(list: readonly { minute: number; event: string; note: string; pad: number }[], eol: string) {
    const lines = list.map(
      ({ minute, event, note, pad }, index) =>
        `| ${clock(minute)} | check | ${event}${' '.repeat(pad)} | ${note} | E${index + 1} |${' '.repeat(pad)}`,
    );
    return ['| Time | Kind | Event | Own | ID |', '| --- | --- | --- | --- | --- |', ...lines, ''].join(eol);
  }

  it('touches no byte of another line, and reads back as it was meant', () => {
    fc.assert(
      fc.property(
        rows,
        fc.nat(),
        fc.record({ minute: minutes, event: words, systems: fc.subarray(['db', 'mail-api']) }),
        fc.constantFrom('\n', '\r\n'),
        (list, which, change, eol) => {
          const report = reportWith(timelineOf(list, eol));
          const entry = report.entries[which % report.entries.length];
          assert.ok(entry !== undefined);
          const stamp = at(clock(change.minute));
          const draft = { ...draftOfEntry(entry), stamp, event: change.event, systems: change.systems };
          const { edits } = editTimelineEntry(report, entry, { draft, conventions });
          const after = applyEdits(report.markdown.text, edits);
          const linesOfText = (text: string) => text.split(/(?<=\n)/).filter((line) => /\| E\d+ \|/.test(line));
          const isOther = (line: string) => !line.includes(`| ${entry.id?.text} |`);
          assert.deepEqual(linesOfText(after).filter(isOther), linesOfText(report.markdown.text).filter(isOther));
          const again = readReport(after, conventions)?.entries.find(({ id }) => id?.text === entry.id?.text);
          assert.ok(again !== undefined);
          assert.deepEqual(again.stamp, stamp);
          assert.deepEqual(again.systems, change.systems);
          const plain = (text: string) =>
            text
              .replaceAll('<br>', '\n')
              .replace(/\s*\n\s*/g, '\n')
              .trim();
          assert.equal(plain(again.event.text), plain(change.event));
        },
      ),
      { numRuns: 400 },
    );
  });

  it('changes nothing where nothing was changed', () => {
    fc.assert(
      fc.property(rows, fc.constantFrom('\n', '\r\n'), (list, eol) => {
        const report = reportWith(timelineOf(list, eol));
        for (const entry of report.entries) {
          const { edits } = editTimelineEntry(report, entry, { draft: draftOfEntry(entry), conventions });
          assert.deepEqual(edits, []);
        }
      }),
    );
  });
});
