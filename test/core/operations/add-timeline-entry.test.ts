import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readDocument } from '../../../src/core/kinds';
import type { ReportDocument } from '../../../src/core/kinds/incident-document';
import { readMarkdown } from '../../../src/core/markdown/read-markdown';
import { defaultConventions } from '../../../src/core/model/conventions';
import { formatStamp, readStamp } from '../../../src/core/model/read-stamp';
import { applyEdits } from '../../../src/core/model/text';
import { addTimelineEntry, type EntryDraft, entryPlaceIn } from '../../../src/core/operations/add-timeline-entry';

const plainTable = [
  '---',
  'type: incident-report',
  '---',
  '# Checkout errors',
  '',
  '## Timeline',
  '',
  '| Time | Kind | Event | Evidence | ID |',
  '| --- | --- | --- | --- | --- |',
  '| 2026-11-23 14:00Z | symptom | First. | | E1400 |',
  '| 2026-11-23 14:10Z | check | Second. | | E1410 |',
  '',
  '## Open questions',
  '',
].join('\n');

describe('addTimelineEntry', () => {
  it('inserts one row between its neighbours and says where', () => {
    const added = addTimelineEntry(
      plainTable,
      draft('14:05Z', { kind: 'action', event: 'Restarted api-3.' }),
      defaultConventions,
    );
    assert.equal(added.id, 'E1405');
    assert.equal(added.after, 'E1400');
    assert.deepEqual(newLines(plainTable, added), ['| 2026-11-23 14:05Z | action | Restarted api-3. | | E1405 |']);
    const report = readDocument(readMarkdown(plainTable), defaultConventions, 'incident-report');
    assert.ok(report?.kind === 'incident-report');
    assert.deepEqual(entryPlaceIn(report, stamp('14:05Z')), { id: 'E1405', after: 'E1400' });
  });

  it('adds a letter to an id that is taken', () => {
    assert.equal(addTimelineEntry(plainTable, draft('14:00Z'), defaultConventions).id, 'E1400b');
  });

  it('writes seconds, values, systems, actors and evidence', () => {
    const text = plainTable
      .replace(
        '| Time | Kind | Event | Evidence | ID |',
        '| ID | Actor | System | Key | Event | Kind | Evidence | Time |',
      )
      .replace('| --- | --- | --- | --- | --- |', '|---|---|---|---|---|---|---|---|')
      .replaceAll(/\| 2026.*\n/g, '');
    const added = addTimelineEntry(
      text,
      draft('14:05:09Z', {
        kind: 'severity',
        value: 'SEV1',
        event: 'Raised.',
        systems: ['api', 'db'],
        actors: ['alice'],
        evidence: ['https://example.com/a?b=c', 'a1b2c3d4'],
      }),
      defaultConventions,
    );
    assert.deepEqual(newLines(text, added), [
      '| E1405 | alice | api, db | | Raised. | severity SEV1 | https://example.com/a?b=c, `a1b2c3d4` | 2026-11-23 14:05:09Z |',
    ]);
  });

  it('adds a column to header, delimiter and its own row when first used', () => {
    const added = addTimelineEntry(
      plainTable,
      draft('14:20Z', { actors: ['bo'], systems: ['api'] }),
      defaultConventions,
    );
    assert.deepEqual(newLines(plainTable, added), [
      '| Time | Kind | Event | Evidence | ID | System | Actor |',
      '| --- | --- | --- | --- | --- | --- | --- |',
      '| 2026-11-23 14:20Z | note | Something. | | E1420 | api | bo |',
    ]);
    const report = read(applyEdits(plainTable, added.edits));
    assert.deepEqual(
      report.entries.map((entry) => entry.systems),
      [[], [], ['api']],
    );
    assert.deepEqual(report.problems, []);
  });

  it('pads its row as a formatter padded the others, and lets a longer cell stick out', () => {
    const text = [
      '## Timeline',
      '',
      '| Time                 | Kind    | Event          |     ID |',
      '| :------------------- | :------ | :------------- | -----: |',
      '| 2026-11-23 14:00Z    | symptom | First.         |  E1400 |',
      '',
    ].join('\n');
    const short = addTimelineEntry(text, draft('14:05Z', { event: 'Second.' }), defaultConventions);
    assert.deepEqual(newLines(text, short), ['| 2026-11-23 14:05Z    | note    | Second.        |  E1405 |']);
    const long = addTimelineEntry(
      text,
      draft('14:05Z', { event: 'Second, and longer than that.' }),
      defaultConventions,
    );
    assert.deepEqual(newLines(text, long), [
      '| 2026-11-23 14:05Z    | note    | Second, and longer than that. |  E1405 |',
    ]);
  });

  it('follows a table without outer pipes', () => {
    const text = '## Timeline\n\nTime | Event | ID\n--- | --- | ---\n2026-11-23 14:00Z | First | E1400\n';
    const added = addTimelineEntry(text, draft('13:00Z', { kind: '' }), defaultConventions);
    assert.deepEqual(newLines(text, added), ['2026-11-23 13:00Z | Something. | E1300']);
  });

  it('escapes pipes and line breaks', () => {
    const event = 'Saw `a | b`\nand c:\\|d';
    const added = addTimelineEntry(plainTable, draft('14:20Z', { event }), defaultConventions);
    assert.deepEqual(newLines(plainTable, added), [
      '| 2026-11-23 14:20Z | note | Saw `a \\| b`<br>and c:\\\\\\|d | | E1420 |',
    ]);
    const report = read(applyEdits(plainTable, added.edits));
    assert.equal(report.entries.at(-1)?.event.text, event);
    assert.equal(report.markdown.blocks.filter(({ kind }) => kind === 'table-row').length, 3);
  });

  it('adds to a table that ends without a line ending', () => {
    const text = plainTable.slice(0, plainTable.indexOf('\n\n## Open'));
    const added = addTimelineEntry(text, draft('15:00Z'), defaultConventions);
    assert.equal(applyEdits(text, added.edits), `${text}\n| 2026-11-23 15:00Z | note | Something. | | E1500 |`);
  });

  it('adds the first row to an empty table', () => {
    const text = plainTable.replaceAll(/\| 2026.*\n/g, '');
    const added = addTimelineEntry(text, draft('15:00Z'), defaultConventions);
    assert.equal(added.after, undefined);
    assert.equal(read(applyEdits(text, added.edits)).entries.length, 1);
  });

  it('makes a table in a section that has none, below its words', () => {
    const text = '# A\n\n## Timeline\n\nAll times in UTC.\n\n## Open questions\n';
    const added = addTimelineEntry(text, draft('15:00Z'), defaultConventions);
    assert.equal(
      applyEdits(text, added.edits),
      '# A\n\n## Timeline\n\nAll times in UTC.\n\n| Time | Kind | Event | Evidence | ID |\n| --- | --- | --- | --- | --- |\n' +
        '| 2026-11-23 15:00Z | note | Something. | | E1500 |\n\n## Open questions\n',
    );
  });

  it('makes the section at its standard place', () => {
    const text = '# A\r\n\r\n## Summary\r\n\r\nText.\r\n\r\n## Open questions\r\n\r\n- One\r\n';
    const added = addTimelineEntry(text, draft('15:00Z'), defaultConventions);
    const result = applyEdits(text, added.edits);
    assert.ok(result.includes('Text.\r\n\r\n## Timeline\r\n\r\n| Time |'));
    assert.ok(result.includes('E1500 |\r\n\r\n## Open questions\r\n\r\n- One\r\n'));
    assert.ok(!/[^\r]\n/.test(result));
  });

  it('makes the section in an empty text', () => {
    const added = addTimelineEntry('', draft('15:00Z'), defaultConventions);
    assert.equal(read(applyEdits('', added.edits)).entries.length, 1);
  });

  it('adds an item to a timeline that is a list', () => {
    const text =
      '## Timeline\n\n* 2026-11-23 14:00Z: First.\n  More of it.\n* 2026-11-23 14:10Z: Second.\n\n## Impact\n';
    const added = addTimelineEntry(text, draft('14:05Z', { event: 'Between.' }), defaultConventions);
    assert.deepEqual(newLines(text, added), ['* 2026-11-23 14:05Z: [E1405] note: Between.']);
    const last = addTimelineEntry(
      text,
      draft('14:30Z', { kind: 'mitigated', event: 'Last.', systems: ['api', 'db'], actors: ['bo'] }),
      defaultConventions,
    );
    assert.ok(
      applyEdits(text, last.edits).includes(
        'Second.\n* 2026-11-23 14:30Z: [E1430, api, db, @bo] mitigated: Last.\n\n## Impact',
      ),
    );
    assert.deepEqual(
      read(applyEdits(text, added.edits)).entries.map(({ event }) => event.text),
      ['First. More of it.', 'Between.', 'Second.'],
    );
  });

  it('reads back from a list what was given, and leaves the other items as they were', () => {
    fc.assert(
      fc.property(lists, listDrafts, (text, given) => {
        const before = read(text);
        const added = addTimelineEntry(text, given, defaultConventions);
        const result = applyEdits(text, added.edits);
        const after = read(result);
        const entry = after.entries.find(({ id }) => id?.text === added.id);
        assert.ok(entry !== undefined, result);
        assert.equal(entry.time.text, formatStamp(given.stamp));
        assert.equal(entry.event.text, given.event);
        assert.deepEqual([entry.kindName, entry.kindValue], [given.kind, given.value]);
        assert.deepEqual([entry.systems, entry.actors, entry.evidence], [given.systems, given.actors, given.evidence]);
        for (const located of [entry.kind, entry.id])
          assert.equal(result.slice(located?.span.start, located?.span.end), located?.text);
        const others = after.entries.filter((one) => one !== entry);
        assert.deepEqual(others.map(comparable), before.entries.map(comparable));
        const again = addTimelineEntry(result, given, defaultConventions);
        assert.notEqual(again.id, added.id);
      }),
    );
  });

  it('goes below a merge conflict rather than into one side', () => {
    const text = [
      '## Timeline',
      '',
      '| Time | Kind | Event | Evidence | ID |',
      '| --- | --- | --- | --- | --- |',
      '<<<<<<< HEAD',
      '| 2026-11-23 14:00Z | symptom | First. | | E1400 |',
      '=======',
      '| 2026-11-23 14:10Z | symptom | Second. | | E1410 |',
      '>>>>>>> other',
      '| 2026-11-23 14:30Z | symptom | Third. | | E1430 |',
      '',
    ].join('\n');
    const added = addTimelineEntry(text, draft('14:05Z'), defaultConventions);
    const lines = applyEdits(text, added.edits).split('\n');
    assert.equal(
      lines.indexOf('>>>>>>> other') + 1,
      lines.findIndex((line) => line.includes('E1405')),
    );
  });

  it('keeps the columns of a padded table aligned wherever its words fit', () => {
    const header = '| Time                | Kind    | Event                          | Evidence | ID      |';
    const text = `## Timeline\n\n${header}\n${header.replace(/[^|]/g, '-')}\n`;
    fc.assert(
      fc.property(fc.array(fc.tuple(clocks, fc.nat(20)), { maxLength: 6 }), (given) => {
        let padded = text;
        for (const [clock, length] of given) {
          const event = 'x'.repeat(length + 1);
          padded = applyEdits(
            padded,
            addTimelineEntry(padded, draft(`${clock}Z`, { event }), defaultConventions).edits,
          );
        }
        const pipes = (line: string) => [...line.matchAll(/\|/g)].map(({ index }) => index);
        for (const line of padded.trimEnd().split('\n').slice(2)) assert.deepEqual(pipes(line), pipes(header), line);
      }),
    );
  });

  it('touches nothing but its row, and reads back what was given', () => {
    fc.assert(
      fc.property(reports, drafts, (text, given) => {
        const before = read(text);
        const added = addTimelineEntry(text, given, defaultConventions);
        const result = applyEdits(text, added.edits);
        assert.equal(applyEdits(result, inverse(added)), text);
        assert.ok(
          added.edits.every(({ span }) => span.start === span.end),
          'only inserts',
        );
        const after = read(result);
        const entry = after.entries.find(({ id }) => id?.text === added.id);
        assert.ok(entry !== undefined, result);
        assert.equal(entry.time.text, formatStamp(given.stamp));
        assert.equal(entry.event.text, given.event);
        assert.equal(entry.kindName, given.kind);
        assert.deepEqual([entry.systems, entry.actors, entry.evidence], [given.systems, given.actors, given.evidence]);
        const others = after.entries.filter((one) => one !== entry);
        assert.deepEqual(others.map(comparable), before.entries.map(comparable));
      }),
    );
  });
});

const clocks = fc
  .nat(24 * 60 - 1)
  .map((minutes) => new Date(Date.UTC(2026, 10, 23, 0, minutes)).toISOString().slice(11, 16));
const words = fc
  .string({ unit: fc.constantFrom('a', 'é', '水', '😀', ' ', '|', '\\', '`', '*', '<', '-', '.', '[', ']') })
  .map((text) => `x${text}.`.replace(/ +/g, ' '));
const names = fc.constantFrom('api', 'checkout-api', 'db 2');
const drafts: fc.Arbitrary<EntryDraft> = fc.record({
  stamp: clocks.map((clock) => stamp(`${clock}Z`)),
  kind: fc.constantFrom('note', 'action', 'impact started'),
  event: words,
  systems: fc.uniqueArray(names, { maxLength: 2 }),
  actors: fc.uniqueArray(fc.constantFrom('alice', 'bo'), { maxLength: 2 }),
  evidence: fc.uniqueArray(fc.constantFrom('https://example.com/x', '[graph](https://example.com/g)'), {
    maxLength: 2,
  }),
});
const reports = fc
  .record({
    eol: fc.constantFrom('\n', '\r\n'),
    front: fc.constantFrom('', '---\ntype: incident-report\n# comment\nunknown: x\n---\n\n'),
    columns: fc.shuffledSubarray(['Kind', 'Evidence', 'ID', 'System', 'Known at'], { minLength: 0 }),
    gap: fc.constantFrom('', ' '),
    rows: fc.array(
      fc.tuple(
        clocks,
        words.map((text) => text.replace(/[|\\`<[\]]/g, '')),
      ),
      { maxLength: 8 },
    ),
    rest: fc.constantFrom('', '\n', '\n\n## Open questions\n\n- One\n', '\n\n| a | b |\n| - | - |\n| 1 | 2 |\n'),
  })
  .map(({ eol, front, columns, gap, rows, rest }) => {
    const all = ['Time', 'Event', ...columns];
    const line = (cells: readonly string[]) =>
      `|${cells.map((cell) => (cell === '' ? gap : gap + cell + gap)).join('|')}|`;
    const table = [
      line(all),
      line(all.map(() => '---')),
      ...rows.map(([clock, event]) => line([`2026-11-23 ${clock}Z`, event, ...columns.map(() => '')])),
    ];
    return `${front}# T\n\n## Timeline\n\n${table.join('\n')}${rest}`.replaceAll('\n', eol);
  });

const listDrafts: fc.Arbitrary<EntryDraft> = fc
  .record({
    draft: drafts,
    event: fc.oneof(
      words,
      fc.constantFrom('See [E1402].', 'mitigated: not yet', '[E1, E2] again', 'Two\nlines', '*so* **it** was'),
    ),
    stamp: fc.oneof(
      clocks.map((clock) => stamp(`${clock}Z`)),
      fc.constantFrom<EntryDraft['stamp']>({ kind: 'unknown' }, { kind: 'after', entry: 'E1406' }),
      clocks.map((clock): EntryDraft['stamp'] => ({ kind: 'about', at: atOf(clock), seconds: false })),
      clocks.map((clock): EntryDraft['stamp'] => {
        return { kind: 'range', from: atOf(clock), until: atOf(clock) + 600_000, seconds: true };
      }),
    ),
    kind: fc.constantFrom<Pick<EntryDraft, 'kind' | 'value'>>(
      { kind: 'note' },
      { kind: 'cause identified' },
      { kind: 'severity', value: 'SEV2' },
      { kind: 'role', value: 'commander alice' },
      { kind: 'status', value: 'anything' },
      { kind: 'status' },
    ),
    evidence: fc.uniqueArray(fc.constantFrom('https://example.com/x', '[graph](https://example.com/g)', '`a1b2c3d4`'), {
      maxLength: 3,
    }),
  })
  .map(({ draft: given, event, stamp: at, kind, evidence }) => ({ ...given, event, stamp: at, ...kind, evidence }));
const lists = fc
  .record({
    eol: fc.constantFrom('\n', '\r\n'),
    marker: fc.constantFrom('- ', '* ', '1. '),
    items: fc.array(fc.tuple(clocks, words), { minLength: 1, maxLength: 6 }),
    rest: fc.constantFrom('', '\n', '\n\n## Open questions\n\n- One\n'),
  })
  .map(({ eol, marker, items, rest }) => {
    const lines = items.map(([clock, event]) => `${marker}2026-11-23 ${clock}Z: ${event.replace(/[\\`<[\]]/g, '')}`);
    return `# T\n\n## Timeline\n\n${lines.join('\n')}${rest}`.replaceAll('\n', eol);
  });

function atOf(clock: string): number {
  return Date.parse(`2026-11-23T${clock}:00Z`);
}

function draft(time: string, rest: Partial<EntryDraft> = {}): EntryDraft {
  return { stamp: stamp(time), kind: 'note', event: 'Something.', systems: [], actors: [], evidence: [], ...rest };
}

function stamp(time: string) {
  const read = readStamp(`2026-11-23 ${time}`);
  assert.ok(read !== undefined);
  return read;
}

function read(text: string): ReportDocument {
  const document = readDocument(readMarkdown(text), defaultConventions, 'incident-report');
  assert.ok(document?.kind === 'incident-report');
  return document;
}

/** Lines of the result that the text has not. */
function newLines(text: string, { edits }: { readonly edits: Parameters<typeof applyEdits>[1] }): readonly string[] {
  const before = new Set(text.split('\n'));
  return applyEdits(text, edits)
    .split('\n')
    .filter((line) => !before.has(line));
}

/** Edits that take inserts back. */
function inverse({ edits }: ReturnType<typeof addTimelineEntry>) {
  let shift = 0;
  return [...edits]
    .sort((a, b) => a.span.start - b.span.start)
    .map(({ span, newText }) => {
      const start = span.start + shift;
      shift += newText.length;
      return { span: { start, end: start + newText.length }, newText: '' };
    });
}

function comparable({ id, time, kindName, event, systems }: ReportDocument['entries'][number]) {
  return { id: id?.text, time: time.text, kindName, event: event.text, systems };
}
