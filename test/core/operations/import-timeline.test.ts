import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Candidate } from '../../../src/core/import/candidate';
import { readDocument } from '../../../src/core/kinds';
import type { ReportDocument } from '../../../src/core/kinds/incident-document';
import { readMarkdown } from '../../../src/core/markdown/read-markdown';
import { defaultConventions } from '../../../src/core/model/conventions';
import { formatMessage, message } from '../../../src/core/model/message';
import { applyEdits } from '../../../src/core/model/text';
import { candidatesFor, importResult, importTimeline } from '../../../src/core/operations/import-timeline';

const start = Date.UTC(2026, 10, 23, 14);
const minute = 60_000;

const report = [
  '---',
  'type: incident-report',
  '---',
  '# Checkout errors',
  '',
  '## Timeline',
  '',
  '| Time | Kind | Event | Evidence | ID | Mood |',
  '| --- | --- | --- | --- | --- | --- |',
  '| 2026-11-23 14:00Z | symptom | First. | | E1400 | :-( |',
  '| 2026-11-23 14:10Z | check | Second. | | E1410 | :-) | <!-- kept -->',
  '',
  '## Open questions',
  '',
].join('\n');

function candidate(minutes: number, event: string, more: Partial<Candidate> = {}): Candidate {
  return {
    key: `slack:inc/${minutes}.${event.length}`,
    where: 'message 1',
    stamp: { kind: 'exact', at: start + minutes * minute, seconds: true },
    kind: 'note',
    event,
    systems: [],
    actors: [],
    evidence: [],
    ...more,
  };
}

function importInto(text: string, candidates: readonly Candidate[]) {
  const imported = importTimeline(text, candidates, defaultConventions);
  return {
    ...imported,
    text: applyEdits(text, imported.edits),
    says: importResult(imported).map(formatMessage).join(' '),
  };
}

function read(text: string): ReportDocument {
  const document = readDocument(readMarkdown(text), defaultConventions, 'incident-report');
  assert.equal(document?.kind, 'incident-report');
  return document as ReportDocument;
}

describe('importing into a timeline', () => {
  it('puts each row at its place in time, with the id of its source in a column of its own', () => {
    const { text, says } = importInto(report, [
      candidate(20, 'Late', { actors: ['bo'], guess: message('why') }),
      candidate(5, 'Between'),
      candidate(5, 'Between too', { key: 'slack:inc/x' }),
      candidate(-5, 'Early'),
    ]);
    assert.deepEqual(text.split('\n').slice(7, 15), [
      '| Time | Kind | Event | Evidence | ID | Mood | Actor | Source ID |',
      '| --- | --- | --- | --- | --- | --- | --- | --- |',
      '| 2026-11-23 13:55:00Z | note | Early | | E1355 | | | slack:inc/-5.5 |',
      '| 2026-11-23 14:00Z | symptom | First. | | E1400 | :-( |',
      '| 2026-11-23 14:05:00Z | note | Between | | E1405 | | | slack:inc/5.7 |',
      '| 2026-11-23 14:05:00Z | note | Between too | | E1405b | | | slack:inc/x |',
      '| 2026-11-23 14:10Z | check | Second. | | E1410 | :-) | <!-- kept -->',
      '| 2026-11-23 14:20:00Z | note | Late | | E1420 | | bo | slack:inc/20.4 |',
    ]);
    assert.equal(says, 'Added 4 entries. 1 kind is a guess.');
  });

  it('offers what is new in order of time, however the source has it', () => {
    const once = importInto(report, [candidate(6, 'Known')]).text;
    const offered = [candidate(20, 'Late'), candidate(6, 'Known'), candidate(-5, 'Early'), candidate(5, 'Between')];
    const { fresh, known } = candidatesFor(once, offered, defaultConventions);
    assert.deepEqual(
      [fresh, known].map((some) => some.map(({ event }) => event)),
      [['Early', 'Between', 'Late'], ['Known']],
    );
  });

  it('adds nothing the second time, and only what is new of a source that overlaps', () => {
    const first = [candidate(5, 'One'), candidate(6, 'Two')];
    const once = importInto(report, first).text;
    const again = importInto(once, first);
    assert.deepEqual([again.text, again.edits, again.says], [once, [], 'Added no entries, left out 2 known ones.']);
    const overlapping = importInto(once, [...first, candidate(7, 'Three')]);
    assert.equal(overlapping.says, 'Added 1 entry, left out 2 known ones.');
  });

  it('knows its rows after their text, time and columns were edited by hand', () => {
    const once = importInto(report, [candidate(5, 'One')]).text;
    const edited = once
      .replace('| 2026-11-23 14:05:00Z | note | One |', '| ~2026-11-23 14:06Z | decision | Chose the first |')
      .replace('| Source ID |', '| Origin |');
    assert.equal(importInto(edited, [candidate(5, 'One')]).says, 'Added no entries, left out 1 known one.');
  });

  it('knows what was written by hand at the same time in the same words', () => {
    const same = importInto(report, [candidate(0.5, 'first'), candidate(10, '**Second**'), candidate(11, 'Second.')]);
    assert.equal(same.says, 'Added 1 entry, left out 2 known ones.');
  });

  it('makes items of a list, with the id of the source in a comment', () => {
    const list = '# A\n\n## Timeline\n\n- 2026-11-23 14:00Z: First.\n- 2026-11-23 14:10Z: Last.\n\n## Open questions\n';
    const { text } = importInto(list, [candidate(5, 'Between', { kind: 'check', actors: ['bo'] })]);
    assert.match(
      text,
      /First\.\n- 2026-11-23 14:05:00Z: \[E1405, @bo\] check: Between <!-- slack:inc\/5\.7 -->\n- 2026/,
    );
    const [, entry] = read(text).entries;
    assert.deepEqual([entry?.event.text, entry?.kindName, entry?.actors], ['Between', 'check', ['bo']]);
    assert.equal(importInto(text, [candidate(5, 'Other words, same key', { key: 'slack:inc/5.7' })]).added.length, 0);
  });

  it('makes the table where there is none', () => {
    const { text } = importInto('# A\n\n## Timeline\n\n## Open questions\n', [candidate(1, 'B'), candidate(0, 'A')]);
    assert.deepEqual(
      read(text).entries.map(({ id, event }) => [id?.text, event.text]),
      [
        ['E1400', 'A'],
        ['E1401', 'B'],
      ],
    );
    assert.match(text, /\| Time \| Kind \| Event \| Evidence \| ID \| Source ID \|\n/);
  });

  it('keeps a timeline newest first that is', () => {
    const rows = report.split('\n');
    [rows[9], rows[10]] = [rows[10] ?? '', rows[9] ?? ''];
    const { text } = importInto(rows.join('\n'), [
      candidate(5, 'a'),
      candidate(6, 'b'),
      candidate(30, 'c'),
      candidate(-1, 'd'),
    ]);
    assert.deepEqual(
      read(text).entries.map(({ event }) => event.text),
      ['c', 'Second.', 'b', 'a', 'First.', 'd'],
    );
  });

  it('goes below a merge conflict, and keeps line endings', () => {
    const conflict = [
      '<<<<<<< ours',
      '| 2026-11-23 14:05Z | note | Ours | | E1405 | |',
      '=======',
      '| 2026-11-23 14:06Z | note | Theirs | | E1406 | |',
      '>>>>>>> theirs',
    ];
    const lines = report.split('\n');
    lines.splice(10, 0, ...conflict);
    const text = lines.join('\r\n');
    const imported = importInto(text, [candidate(5.5, 'Within')]).text;
    assert.match(
      imported,
      />>>>>>> theirs\r\n\| 2026-11-23 14:05:30Z \| note \| Within [^\n]*\r\n\| 2026-11-23 14:10Z/,
    );
    assert.equal(imported.replace(/\r\n/g, '').includes('\n'), false);
  });

  it('changes no other byte, whatever stands there', () => {
    const row = fc.tuple(fc.integer({ min: -60, max: 60 }), fc.constantFrom('a', 'b `|` c', '<!-- x -->', '~~d~~', ''));
    const rows = fc.array(row, { maxLength: 12 });
    const eols = fc.constantFrom('\n', '\r\n');
    fc.assert(
      fc.property(rows, rows, eols, (existing, added, eol) => {
        const lines = existing.map(
          ([at, event]) => `| ${new Date(start + at * minute).toISOString()} | ${event.replace(/\|/g, '\\|')} | x |`,
        );
        const text = [
          '# T',
          '',
          '## Timeline',
          '',
          '| Time | Event | Mood |',
          '|---|---|---|',
          ...lines,
          '',
          'After',
        ].join(eol);
        const candidates = added.map(([at, event], index) => candidate(at, `${event}.`, { key: `slack:inc/${index}` }));
        const { text: after, added: inserted } = importInto(text, candidates);
        const newLines = new Set(inserted.map(({ id }) => id));
        const kept = after.split(eol).filter((line) => ![...newLines].some((id) => line.includes(` ${id} |`)));
        const expected = text.split(eol);
        if (inserted.length > 0) {
          expected[4] = '| Time | Event | Mood | Kind | ID | Source ID |';
          expected[5] = '|---|---|---|---|---|---|';
        }
        assert.deepEqual(
          kept.map((line) => line.replace(/ --- /g, '---')),
          expected,
        );
        assert.equal(new Set(read(after).entries.flatMap(({ id }) => id?.text ?? [])).size, newLines.size);
        assert.equal(importInto(after, candidates).added.length, 0);
      }),
      { numRuns: 60 },
    );
  });
});
