import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readDocument } from '../../../src/core/kinds';
import type { ReportDocument } from '../../../src/core/kinds/incident-document';
import { readMarkdown } from '../../../src/core/markdown/read-markdown';
import { defaultConventions } from '../../../src/core/model/conventions';
import { formatStamp } from '../../../src/core/model/read-stamp';
import { instantOf } from '../../../src/core/model/stamp';
import { applyEdits } from '../../../src/core/model/text';
import { timeOrder } from '../../../src/core/rules/time-order';

function read(text: string): ReportDocument {
  const document = readDocument(readMarkdown(text), defaultConventions, 'incident-report');
  assert.ok(document?.kind === 'incident-report');
  return document;
}

function sorted(text: string): string {
  const [finding] = [...timeOrder.check(read(text), { conventions: defaultConventions })];
  const fix = finding?.fixes?.[0];
  return fix?.kind === 'edit' ? applyEdits(text, fix.edits) : text;
}

/** What a citation stands for: the entry's time, words and extra cells by its id. */
function meanings(text: string): ReadonlyMap<string, string> {
  return new Map(
    read(text).entries.map(({ id, stamp, event, span }) => [
      id?.text ?? '',
      `${stamp && formatStamp(stamp)} ${event.text} ${text.slice(span.start, span.end)}`,
    ]),
  );
}

const time = fc.oneof(
  fc.integer({ min: 0, max: 599 }).map((at) => new Date(Date.UTC(2026, 10, 23, 9, at)).toISOString().slice(0, 16)),
  fc
    .integer({ min: 0, max: 599 })
    .map((at) => `~${new Date(Date.UTC(2026, 10, 23, 9, at)).toISOString().slice(0, 16)}`),
);
const stamp = fc.oneof(
  { weight: 8, arbitrary: time.map((text) => `${text.replace('T', ' ')}Z`) },
  { weight: 1, arbitrary: fc.constantFrom('unknown', 'after E0', 'before E0') },
);
const words = fc.constantFrom('Seen.', 'A `code` cell', 'with <!-- a comment --> in it', 'a \\| pipe', '', '[E1]');
const row = fc.record({ stamp, words, own: fc.constantFrom('', ':)', '  x'), pad: fc.boolean() });

/** A table with columns of the team's own, as a person or a formatter writes it. */
function tableOf(rows: readonly { stamp: string; words: string; own: string; pad: boolean }[], eol: string): string {
  const lines = rows.map(({ stamp: at, words: event, own, pad }, index) =>
    pad
      ? `| ${own.padEnd(6)} | ${at.padEnd(22)} | ${event.padEnd(30)} | E${index} |`
      : `|${own}|${at}|${event}|E${index}|`,
  );
  const head = ['# T', '', '## Timeline', '', '| Mood | Time | Event | ID |', '|:-:| --- | --- | --- |'];
  return [...head, ...lines, '', 'After [E0].', ''].join(eol);
}

describe('sorting the timeline', () => {
  it('keeps every line byte for byte, every citation its entry, and is stable', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 25 }), fc.constantFrom('\n', '\r\n'), (rows, eol) => {
        const text = tableOf(rows, eol);
        const after = sorted(text);
        assert.deepEqual(after.split(eol).toSorted(), text.split(eol).toSorted());
        assert.deepEqual([...meanings(after)].toSorted(), [...meanings(text)].toSorted());
        assert.equal(sorted(after), after, 'a second pass changes nothing');
        assert.deepEqual([...timeOrder.check(read(after), { conventions: defaultConventions })], []);
      }),
    );
  });

  it('puts ten thousand shuffled rows in order', () => {
    const rows = Array.from({ length: 10_000 }, (_, index) => {
      const at = new Date(Date.UTC(2026, 10, 1) + ((index * 7919) % 10_000) * 60_000).toISOString().slice(0, 16);
      return { stamp: `${at.replace('T', ' ')}Z`, words: 'Seen.', own: '', pad: index % 2 === 0 };
    });
    const after = read(sorted(tableOf(rows, '\n')));
    assert.equal(after.entries.length, rows.length);
    const instants = after.entries.map((entry) => (entry.stamp && instantOf(entry.stamp)) ?? 0);
    assert.ok(instants.every((at, index) => index === 0 || (instants[index - 1] ?? 0) <= at));
  });

  it('leaves what stands between the items of a list where it is', () => {
    const text = '# T\n\n## Timeline\n\n1. 2026-11-23 14:06Z: B\n\n2. 2026-11-23 14:02Z: A\n\nAfter.\n';
    assert.equal(sorted(text), '# T\n\n## Timeline\n\n1. 2026-11-23 14:02Z: A\n\n2. 2026-11-23 14:06Z: B\n\nAfter.\n');
  });
});
