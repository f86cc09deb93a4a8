import assert from 'node:assert/strict';
import { readDocument } from '../../../src/core/kinds';
import { readMarkdown } from '../../../src/core/markdown/read-markdown';
import { defaultConventions } from '../../../src/core/model/conventions';
import { formatMessage } from '../../../src/core/model/message';
import { applyEdits } from '../../../src/core/model/text';
import { timeZone } from '../../../src/core/rules/time-zone';

const conventions = { ...defaultConventions, timeZone: 'Europe/Berlin' };

function fixesOf(...times: readonly string[]) {
  const rows = times.map((time, index) => `| ${time} | note | Seen. | E${index} |`).join('\r\n');
  const text = `# T\r\n\r\n## Timeline\r\n\r\n| Time | Kind | Event | ID |\r\n| --- | --- | --- | --- |\r\n${rows}\r\n`;
  const document = readDocument(readMarkdown(text), conventions, 'incident-report');
  assert.ok(document !== undefined);
  const [finding] = [...timeZone.check(document, { conventions })];
  return (finding?.fixes ?? []).map((fix) => {
    assert.ok(fix.kind === 'edit');
    const after = applyEdits(text, fix.edits);
    const written = [...after.matchAll(/^\| (\S+ \S+) \| note/gm)].map((match) => match[1]);
    return { title: formatMessage(fix.title), written, isSafe: fix.isSafe === true };
  });
}

describe('the fixes of a time without an offset', () => {
  it('add Z, to one and to all, or the offset of the team, none of them without a look', () => {
    const fixes = fixesOf('2026-11-23 14:02', '2026-11-23 14:06');
    assert.deepEqual(
      fixes.map(({ title }) => title),
      ['Add Z', 'Add Z to all 2', 'Add +01:00 (Europe/Berlin)'],
    );
    assert.deepEqual(fixes[1]?.written, ['2026-11-23 14:02Z', '2026-11-23 14:06Z']);
    assert.deepEqual(fixes[2]?.written, ['2026-11-23 14:02+01:00', '2026-11-23 14:06']);
    assert.ok(fixes.every(({ isSafe }) => !isSafe));
  });

  it('add to each time the offset that its day had', () => {
    const fixes = fixesOf('2026-10-24 14:02', '2026-10-25 01:30', '2026-10-25 03:30', '2026-10-26 14:02');
    assert.equal(fixes[1]?.title, 'Add the offset of Europe/Berlin');
    assert.deepEqual(fixes[1]?.written, [
      '2026-10-24 14:02+02:00',
      '2026-10-25 01:30+02:00',
      '2026-10-25 03:30+01:00',
      '2026-10-26 14:02+01:00',
    ]);
  });

  it('offer no offset for a time that does not occur in the zone', () => {
    assert.deepEqual(
      fixesOf('2026-03-29 02:30').map(({ title }) => title),
      ['Add Z'],
    );
  });
});
