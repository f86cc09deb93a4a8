import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readDocument } from '../../../src/core/kinds';
import { readMarkdown } from '../../../src/core/markdown/read-markdown';
import { defaultConventions } from '../../../src/core/model/conventions';
import { formatStamp } from '../../../src/core/model/read-stamp';

type Row = Readonly<Record<'Time' | 'Kind' | 'Event' | 'System' | 'ID', string>>;
type Column = keyof Row | 'Mood' | 'Ticket';

function read(text: string) {
  const report = readDocument(readMarkdown(text), defaultConventions, 'incident-report');
  assert.ok(report?.kind === 'incident-report');
  return report.entries.map(({ id, stamp, kindName, event, systems }) => ({
    id: id?.text ?? '',
    time: stamp === undefined ? '' : formatStamp(stamp),
    kind: kindName,
    event: event.text,
    systems,
  }));
}

function expectedOf({ Time, Kind, Event, System, ID }: Row) {
  const systems = System === '' ? [] : System.split(', ');
  return { id: ID, time: Time, kind: Kind, event: Event.replaceAll('\\|', '|'), systems };
}

const row = (index: number, at: number): Row => ({
  Time: `2026-11-23 ${new Date(at * 60_000).toISOString().slice(11, 16)}Z`,
  Kind: ['note', 'impact started', 'alert', ''][index % 4] ?? '',
  Event: ['Seen.', 'Ran `a \\| b` twice.', '水 was 3 %', 'See [E1](https://example.com/a,b).'][at % 4] ?? '',
  System: ['', 'api', 'api, db 2'][at % 3] ?? '',
  ID: `E${index + 1}`,
});
const rows = fc
  .array(fc.nat(1439), { minLength: 1, maxLength: 12 })
  .map((minutes) => minutes.map((at, index) => row(index, at)));
const columns = fc.shuffledSubarray<Column>(['Time', 'Kind', 'Event', 'System', 'ID', 'Mood', 'Ticket'], {
  minLength: 7,
});

interface Shape {
  readonly columns: readonly Column[];
  readonly isPadded: boolean;
  readonly hasOuterPipes: boolean;
  readonly eol: string;
}

/** As a person writes it, or as Prettier pads it. */
function tableOf(given: readonly Row[], shape: Shape): string {
  const cells = given.map((one) =>
    shape.columns.map((column) => (column === 'Mood' || column === 'Ticket' ? ':)' : one[column])),
  );
  const all = [[...shape.columns], shape.columns.map(() => '---'), ...cells];
  const widths = shape.columns.map((_, column) => Math.max(...all.map((line) => line[column]?.length ?? 0)));
  const lines = all.map((line, index) => {
    const padded = line.map((cell, column) =>
      shape.isPadded ? cell.padEnd(widths[column] ?? 0, index === 1 ? '-' : ' ') : cell,
    );
    return shape.hasOuterPipes ? `| ${padded.join(' | ')} |` : padded.join(' | ').trimEnd();
  });
  return ['# T', '', '## Timeline', '', ...lines, '', 'After.', ''].join(shape.eol);
}

describe('a timeline', () => {
  it('is read alike whoever wrote the table: by hand, padded, with CRLF, other columns, another order', () => {
    const shape = fc.record({
      columns,
      isPadded: fc.boolean(),
      hasOuterPipes: fc.constant(true),
      eol: fc.constantFrom('\n', '\r\n'),
    });
    fc.assert(
      fc.property(rows, shape, (given, one) => {
        assert.deepEqual(read(tableOf(given, one)), given.map(expectedOf));
      }),
    );
  });

  it('is read without outer pipes', () => {
    const shape = { columns: ['Time', 'Event', 'ID'] as const, isPadded: true, hasOuterPipes: false, eol: '\n' };
    const given = [row(0, 62), row(1, 63)];
    const expected = given.map((one) => ({ ...expectedOf(one), kind: '', systems: [] }));
    assert.deepEqual(read(tableOf(given, shape)), expected);
  });

  it('is read with ten thousand rows', () => {
    const given = Array.from({ length: 10_000 }, (_, index) => row(index, Math.floor(index / 7)));
    const shape: Shape = {
      columns: ['Mood', 'ID', 'Time', 'Kind', 'Event', 'System'],
      isPadded: true,
      hasOuterPipes: true,
      eol: '\r\n',
    };
    assert.deepEqual(read(tableOf(given, shape)), given.map(expectedOf));
  });
});
