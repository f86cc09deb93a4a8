import assert from 'node:assert/strict';
import fc from 'fast-check';
import { defaultConventions as conventions } from '../../../src/core/model/conventions';
import { readStamp } from '../../../src/core/model/read-stamp';
import { applyEdits } from '../../../src/core/model/text';
import { addTimelineEntry, readReport } from '../../../src/core/operations/add-timeline-entry';
import { deleteTimelineEntry } from '../../../src/core/operations/delete-timeline-entry';
import { editTimelineEntry } from '../../../src/core/operations/edit-timeline-entry';
import { draftOfEntry } from '../../../src/core/operations/entry-reference';

const columns = ['Time', 'Kind', 'Event', 'Evidence', 'ID', 'Mood', 'Ticket'] as const;
const events = ['Seen.', 'Ran `a \\| b` twice', '水 was 3 %', 'x <!-- c -->', 'ends in \\\\', 'a `lone tick', 'a<br>b'];

const shape = fc.record({
  columns: fc.shuffledSubarray([...columns], { minLength: columns.length }),
  isPadded: fc.boolean(),
  eol: fc.constantFrom('\n', '\r\n'),
  bom: fc.constantFrom('', '\ufeff'),
  indent: fc.constantFrom('', ' ', '   '),
  gap: fc.constantFrom('', ' ', '\t'),
  trail: fc.constantFrom('', '  ', '\t'),
  align: fc.constantFrom('---', ':--', '--:', ':-:', '-'),
  isListed: fc.boolean(),
  /** What follows the rows, from the next line on. */
  tail: fc.constantFrom('<!-- after -->\n', '\nAfter.\n', '\n## Open questions\n\nWhy [E901]?\n', ''),
  rows: fc.array(fc.record({ minute: fc.nat(1439), event: fc.constantFrom(...events) }), {
    minLength: 1,
    maxLength: 8,
  }),
});
type Shape = typeof shape extends fc.Arbitrary<infer Value> ? Value : never;

function timeOf(minute: number): string {
  return `2026-11-23 ${new Date(minute * 60_000).toISOString().slice(11, 16)}Z`;
}

function reportOf(one: Shape): string {
  const head = ['---', 'type: incident-report', '---', '', '# T', '', '## Timeline', ''];
  const lines = one.isListed ? itemsOf(one) : tableOf(one);
  const text = `${[...head, ...lines].join('\n')}\n${one.tail}`;
  return one.bom + text.replaceAll('\n', one.eol);
}

function itemsOf({ rows }: Shape): readonly string[] {
  return rows.map(({ minute, event }, index) => `- **${timeOf(minute)}**: [E90${index}] note: ${event}`);
}

function tableOf({ rows, align, isPadded, indent, gap, trail, columns: own }: Shape): readonly string[] {
  const cells = rows.map(({ minute, event }, index) => {
    const row = { Time: timeOf(minute), Kind: 'note', Event: event, Evidence: '', ID: `E90${index}`, Mood: ':)' };
    return own.map((column) => (column === 'Ticket' ? `T-${index}` : row[column]));
  });
  const all = [[...own], own.map(() => align), ...cells];
  const widths = own.map((_, column) => Math.max(...all.map((line) => line[column]?.length ?? 0)));
  return all.map((line, index) => {
    const isRule = index === 1 && !align.includes(':');
    const padded = line.map((cell, column) => (isPadded ? cell.padEnd(widths[column] ?? 0, isRule ? '-' : ' ') : cell));
    return `${indent}|${gap}${padded.join(`${gap}|${gap}`)}${gap}|${trail}`;
  });
}

function opened(text: string) {
  const report = readReport(text, conventions);
  assert.ok(report !== undefined);
  return report;
}

function entriesOf(text: string) {
  return opened(text).entries.map(({ span: _, time, event, id, stamp, kindName, evidence }) => {
    return { time: time.text, event: event.text, id: id?.text, stamp, kindName, evidence };
  });
}

function stampAt(minute: number) {
  const stamp = readStamp(timeOf(minute));
  assert.ok(stamp !== undefined);
  return stamp;
}

function linesOf(text: string): readonly string[] {
  return text.split(/(?<=\n)/);
}

function choose(one: Shape, pick: number) {
  const text = reportOf(one);
  const report = opened(text);
  assert.equal(report.entries.length, one.rows.length);
  const entry = report.entries[pick % one.rows.length];
  assert.ok(entry?.id !== undefined);
  return { text, report, entry, id: entry.id.text };
}

describe('a timeline of any shape', () => {
  it('gets an entry as one line more, and its deletion brings every byte back', () => {
    fc.assert(
      fc.property(shape, fc.nat(1439), (one, minute) => {
        const text = reportOf(one);
        const draft = {
          stamp: stampAt(minute),
          kind: 'note',
          event: 'New | one',
          systems: [],
          actors: [],
          evidence: [],
        };
        const { edits, id } = addTimelineEntry(text, draft, conventions);
        const after = applyEdits(text, edits);
        const entry = opened(after).entries.find((other) => other.id?.text === id);
        assert.ok(entry !== undefined);
        assert.equal(applyEdits(after, deleteTimelineEntry(opened(after), entry)), text);
        assert.deepEqual(
          entriesOf(after).filter((other) => other.id !== id),
          entriesOf(text),
        );
        assert.equal(linesOf(after).length, linesOf(text).length + 1);
      }),
    );
  });

  it('loses one line when an entry is deleted, and no other byte', () => {
    fc.assert(
      fc.property(shape, fc.nat(7), (one, pick) => {
        const { text, report, entry } = choose(one, pick);
        const at = text.slice(0, entry.span.start).split('\n').length - 1;
        const rest = linesOf(text).filter((_, index) => index !== at);
        assert.equal(applyEdits(text, deleteTimelineEntry(report, entry)), rest.join(''));
      }),
    );
  });

  it('changes in one line when the words of an entry change, and not at all when nothing does', () => {
    fc.assert(
      fc.property(shape, fc.nat(7), (one, pick) => {
        const { text, report, entry, id } = choose(one, pick);
        const before = draftOfEntry(entry);
        assert.deepEqual(editTimelineEntry(report, entry, { draft: before, conventions }).edits, []);
        const draft = { ...before, event: 'Ran `a|b` \\ twice', kind: 'mitigated' };
        const after = applyEdits(text, editTimelineEntry(report, entry, { draft, conventions }).edits);
        const lines = linesOf(after);
        assert.equal(linesOf(text).filter((line, index) => line !== lines[index]).length, 1);
        assert.equal(lines.length, linesOf(text).length);
        const changed = opened(after).entries.find((other) => other.id?.text === id);
        assert.ok(changed !== undefined);
        assert.deepEqual(draftOfEntry(changed), draft);
      }),
    );
  });

  it('moves one line and no other when the time of an entry changes', () => {
    fc.assert(
      fc.property(shape, fc.nat(7), fc.nat(1439), (one, pick, minute) => {
        const { text, report, entry, id } = choose(one, pick);
        const draft = { ...draftOfEntry(entry), stamp: stampAt(minute) };
        const after = applyEdits(text, editTimelineEntry(report, entry, { draft, conventions }).edits);
        const others = (of: string) => entriesOf(of).filter((other) => other.id !== id);
        assert.deepEqual(others(after), others(text));
        assert.deepEqual(entriesOf(after).find((other) => other.id === id)?.stamp, stampAt(minute));
        const own = new RegExp(`(?<![\\w])${id}(?!\\w|\\]\\?)`);
        const rest = (of: string) => linesOf(of).filter((line) => !own.test(line));
        assert.deepEqual(rest(after), rest(text));
      }),
    );
  });
});
