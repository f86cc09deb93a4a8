import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readDocument } from '../../../src/core/kinds';
import { readMarkdown } from '../../../src/core/markdown/read-markdown';
import { defaultConventions } from '../../../src/core/model/conventions';
import { instantOf } from '../../../src/core/model/stamp';
import { applyEdits } from '../../../src/core/model/text';
import { addTimelineEntry } from '../../../src/core/operations/add-timeline-entry';
import { checkText } from '../../../src/core/operations/check-files';
import { withTemporaryFolder } from '../../support/temporary-folder';

const name = 'report.md';
const minute = 60_000;
const start = Date.UTC(2026, 10, 23, 14, 0);

type Shape = 'table' | 'list';

function reportOf(eol: string, shape: Shape): string {
  const rows = [0, 10, 20, 30, 40].map((at) => {
    const clock = String(at).padStart(2, '0');
    return shape === 'table'
      ? `| 2026-11-23 14:${clock}Z | note | Base ${at}. | | E14${clock} |`
      : `- 2026-11-23 14:${clock}Z: [E14${clock}] note: Base ${at}.`;
  });
  const head = ['---', 'type: incident-report', 'status: investigating', '---', '', '# T', '', '## Timeline', ''];
  const table = ['| Time | Kind | Event | Evidence | ID |', '| --- | --- | --- | --- | --- |'];
  const lead = shape === 'table' ? [...head, ...table] : head;
  return [...lead, ...rows, '', '## Open questions', '', 'Why [E1420]?', ''].join(eol);
}

/** Entries at these minutes, each by the operation that every face uses, cited below. */
function withEntries(text: string, minutes: readonly number[], who: string): string {
  return minutes.reduce((current, at) => {
    const stamp = { kind: 'exact', at: start + at * minute, seconds: false } as const;
    const draft = { stamp, kind: 'note', event: `${who} at ${at}.`, systems: [], actors: [], evidence: [] };
    return applyEdits(current, addTimelineEntry(current, draft, defaultConventions).edits);
  }, text);
}

function git(folder: string, ...args: readonly string[]): boolean {
  const settings = ['-c', 'user.name=t', '-c', 'user.email=t@example.com', '-c', 'core.autocrlf=false'];
  try {
    execFileSync('git', [...settings, ...args], { cwd: folder, stdio: 'pipe' });
    return true;
  } catch {
    return false;
  }
}

/** What git makes of two branches that both add entries. */
async function merge(base: string, ours: readonly number[], theirs: readonly number[]): Promise<string> {
  let merged = '';
  await withTemporaryFolder({}, async (folder) => {
    const file = path.join(folder, name);
    const commit = (text: string) => {
      writeFileSync(file, text);
      git(folder, 'add', '.');
      git(folder, 'commit', '-qm', 'x');
    };
    git(folder, 'init', '-q', '-b', 'main');
    commit(base);
    git(folder, 'checkout', '-qb', 'theirs');
    commit(withEntries(base, theirs, 'Bo'));
    git(folder, 'checkout', '-q', 'main');
    commit(withEntries(base, ours, 'Alice'));
    git(folder, 'merge', '-q', 'theirs', '-m', 'm');
    merged = readFileSync(file, 'utf8');
  });
  return merged;
}

/** Applies the first fix of the findings of these rules until there are none. */
async function fixed(text: string, rules: readonly string[]): Promise<string> {
  let current = text;
  for (let pass = 0; pass < 20; pass++) {
    const checked = await checkText(name, current, { conventions: defaultConventions });
    const finding = checked?.findings.find(({ rule }) => rules.includes(rule));
    const fix = finding?.fixes?.find(({ kind }) => kind === 'edit');
    if (fix?.kind !== 'edit') return current;
    current = applyEdits(current, fix.edits);
  }
  return current;
}

function entriesOf(text: string) {
  const report = readDocument(readMarkdown(text), defaultConventions);
  assert.ok(report?.kind === 'incident-report');
  return report.entries.map(({ id, stamp, event }) => ({
    id: id?.text ?? '',
    at: (stamp && instantOf(stamp)) ?? 0,
    event: event.text,
  }));
}

const cases: readonly (readonly [string, readonly number[], readonly number[]])[] = [
  ['at different places', [5], [35]],
  ['at the same place', [21, 22], [23, 24]],
  ['at the end', [50, 55], [45, 52]],
  ['at the same minute', [25], [25]],
  ['all over the timeline', [1, 12, 25, 33, 50], [2, 11, 26, 33, 51]],
];

const shapes: readonly (readonly [Shape, string])[] = [
  ['table', '\n'],
  ['table', '\r\n'],
  ['list', '\n'],
];

describe('two branches that both add entries', () => {
  for (const [what, ours, theirs] of cases) {
    for (const [shape, eol] of shapes) {
      it(`lose no row and no order ${what}, in a ${shape}${eol === '\n' ? '' : ' with CRLF'}`, async () => {
        const merged = await merge(reportOf(eol, shape), ours, theirs);
        const after = await fixed(merged, ['merge-conflict', 'time-order', 'duplicate-id']);
        const entries = entriesOf(after);
        const events = [
          ...[0, 10, 20, 30, 40].map((at) => `Base ${at}.`),
          ...ours.map((at) => `Alice at ${at}.`),
          ...theirs.map((at) => `Bo at ${at}.`),
        ];
        assert.deepEqual(entries.map(({ event }) => event).toSorted(), events.toSorted());
        assert.deepEqual(
          entries.map(({ at }) => at),
          entries.map(({ at }) => at).toSorted((a, b) => a - b),
        );
        assert.equal(new Set(entries.map(({ id }) => id)).size, entries.length, 'every id stands once');
        // What was cited before the branches parted still is what it was.
        for (const at of ['00', '10', '20', '30', '40']) {
          assert.equal(entries.find(({ id }) => id === `E14${at}`)?.event, `Base ${Number(at)}.`);
        }
        assert.doesNotMatch(after, eol === '\n' ? /\r/ : /[^\r]\n/);
      });
    }
  }

  for (const shape of ['table', 'list'] as const) {
    it(`stand in order of time after the fix of the conflict alone, in a ${shape}`, async () => {
      const merged = await merge(reportOf('\n', shape), [50, 55], [45, 52]);
      assert.match(merged, /^<<<<<<< /m);
      const after = await fixed(merged, ['merge-conflict']);
      const minutes = entriesOf(after).map(({ at }) => (at - start) / minute);
      assert.deepEqual(minutes, [0, 10, 20, 30, 40, 45, 50, 52, 55]);
    });
  }
});
