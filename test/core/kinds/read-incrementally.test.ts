import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readDocument } from '../../../src/core/kinds';
import type { IncidentDocument } from '../../../src/core/kinds/incident-document';
import { readMarkdown } from '../../../src/core/markdown/read-markdown';
import { updateMarkdown } from '../../../src/core/markdown/update-markdown';
import { type Conventions, defaultConventions } from '../../../src/core/model/conventions';
import { checkDocument } from '../../../src/core/rules/check';

const time = fc.constantFrom(
  ...['2026-11-23 14:05Z', '2026-11-23 14:05', '14:05', '~14:06Z', '23:50', 'unknown', 'after E2', 'later', ''],
  ...['2026-11-24', '14:05/14:10Z', '**14:07**'],
);
const cell = fc.constantFrom(
  ...['change', 'severity SEV2', '`api`, worker', '@bob', 'E1', 'E2', 'the pool was full because of retries', ''],
  ...['`a | b`', 'one <br> two', 'TODO', '[graph](https://graphs.example.com/1) <!-- seen -->', '[E7]'],
);
const row = fc.tuple(time, fc.array(cell, { minLength: 1, maxLength: 6 })).map(([at, cells]) => {
  return `| ${[at, ...cells].join(' | ')} |`;
});
const bullet = fc.tuple(time, cell).map(([at, words]) => `- ${at}: ${words}`);
const other = fc.constantFrom(
  ...['', '## Timeline', '## Timeline (UTC+2)', '### 2026-11-25', '## Impact', 'All times in UTC.', '<!-- note -->'],
  ...[
    '| Time | Kind | Event | Evidence | ID |\n| --- | --- | --- | --- | --- |',
    '| When (UTC) | What | Who |\n|---|---|---|',
  ],
  ...[
    '| System | Effect | From | Until |\n| --- | --- | --- | --- |',
    '## Corrective actions',
    '- [x] raise the limit',
  ],
  ...[
    '| ID | Action | Owner | Due |\n| --- | --- | --- | --- |',
    '### C1: the pool',
    '- Commits: introduced `a1b2c3d`',
  ],
  ...['<<<<<<< ours', '||||||| base', '=======', '>>>>>>> theirs', '## Systems involved', '- `api`'],
);
const line = fc.oneof({ weight: 4, arbitrary: row }, { weight: 2, arbitrary: bullet }, { weight: 3, arbitrary: other });
const type = fc.constantFrom('incident-report', 'postmortem');
const text = fc.tuple(type, fc.array(line, { maxLength: 30 })).map(([name, lines]) => {
  const table = '## Timeline\n\n| Time | Kind | Event | Evidence | ID |\n| --- | --- | --- | --- | --- |';
  return `---\ntype: ${name}\nstatus: resolved\n---\n\n# Queue\n\n${table}\n${lines.join('\n')}\n`;
});
const edit = fc.tuple(
  fc.nat(),
  fc.nat(20),
  fc.oneof(
    line.map((words) => `\n${words}\n`),
    fc.constantFrom('x', '|', '', '1'),
  ),
);

/** As a report is most of the time: all of it is read, and a key changes little of it. */
const plainLine = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('2026-11-23 14:05Z', '2026-11-23 14:09Z', '14:07Z', '23:50', 'unknown', 'after E1405'),
      fc.constantFrom('change', 'detected', 'mitigated', 'severity SEV2', 'the pool was full because of retries', ''),
      fc.constantFrom('The pool was full because of retries.', 'Seen since 14:05 in [E1405].', 'Queue at 12.', ''),
      fc.constantFrom('', 'E1405', 'E1406', '[graph](https://graphs.example.com/1)'),
    )
    .map(([at, kind, event, id]) => `| ${at} | ${kind} | ${event} | | ${id} |`),
  fc.constantFrom(
    '',
    '## Timeline',
    '- 14:06Z: the pool was full',
    '- 14:08Z mitigated: at rest',
    '## Impact',
    'Bo said so.',
  ),
  fc.constantFrom('', '| Time | Kind | Event | Evidence | ID |\n| --- | --- | --- | --- | --- |', '<!-- note -->'),
);
const plainText = fc.array(plainLine, { minLength: 5, maxLength: 30 }).map((lines) => {
  const table = '## Timeline\n\n| Time | Kind | Event | Evidence | ID |\n| --- | --- | --- | --- | --- |';
  return `---\ntype: incident-report\nstatus: resolved\n---\n\n# Queue\n\n${table}\n${lines.join('\n')}\n`;
});
const key = fc.tuple(fc.nat(), fc.nat(1), fc.constantFrom('x', '1', ' ', '|', '-', '#', ''));

const otherConventions: Conventions = {
  ...defaultConventions,
  entryKinds: [{ name: 'the pool was full because of retries', definition: 'One of our own.' }],
};

describe('reading a document again after an edit', () => {
  it('equals reading the changed text anew, findings included', () => {
    fc.assert(
      fc.property(text, fc.array(edit, { minLength: 1, maxLength: 6 }), (first, edits) => {
        let markdown = readMarkdown(first);
        readBoth(markdown);
        for (const [place, length, newText] of edits) {
          const start = place % (markdown.text.length + 1);
          const end = Math.min(markdown.text.length, start + length);
          markdown = updateMarkdown(markdown, [{ start, end, newText }]);
          assert.deepEqual(readBoth(markdown), readBoth(readMarkdown(markdown.text)));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('equals reading it anew after keys in a report that is read whole', () => {
    fc.assert(
      fc.property(plainText, fc.array(key, { minLength: 1, maxLength: 12 }), (first, keys) => {
        let markdown = readMarkdown(first);
        readBoth(markdown);
        for (const [place, length, newText] of keys) {
          const start = place % (markdown.text.length + 1);
          const end = Math.min(markdown.text.length, start + length);
          markdown = updateMarkdown(markdown, [{ start, end, newText }]);
          assert.deepEqual(readBoth(markdown), readBoth(readMarkdown(markdown.text)));
        }
      }),
      { numRuns: 100 },
    );
  });

  it('hands out the same entries for rows that stay where they are', () => {
    const rows = ['| 2026-11-23 14:05Z | one |', '| 14:06 | two |', '| 14:07 | three |'];
    const before = readMarkdown(`# T\n\n## Timeline\n\n| Time | Event |\n| --- | --- |\n${rows.join('\n')}\n`);
    const at = before.text.indexOf('two');
    const after = updateMarkdown(before, [{ start: at, end: at, newText: 'x' }]);
    const [former, changed] = [before, after].map((markdown) =>
      entriesOf(readDocument(markdown, defaultConventions, 'incident-report')),
    );
    assert.equal(changed?.[0], former?.[0]);
    assert.equal(changed?.[1]?.event.text, 'xtwo');
    assert.equal(changed?.[2]?.span.start, (former?.[2]?.span.start ?? 0) + 1);
  });
});

function readBoth(markdown: ReturnType<typeof readMarkdown>) {
  return [defaultConventions, otherConventions].map((conventions) => {
    const document = readDocument(markdown, conventions);
    return document && { document: inFull(document), findings: checkDocument(document, { conventions }) };
  });
}

/** With what a report makes only when it is asked for. */
function inFull(document: IncidentDocument) {
  if (document.kind !== 'incident-report') return document;
  const { entries, milestoneEntries, entryFacts, timeline } = document;
  return {
    ...document,
    entries,
    milestoneEntries,
    facts: { ...entryFacts, ids: entryFacts.ids() },
    rows: timeline?.rows,
  };
}

function entriesOf(document: IncidentDocument | undefined) {
  return document?.kind === 'incident-report' ? document.entries : undefined;
}
