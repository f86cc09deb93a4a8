import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { documentKinds, readDocument } from '../../../src/core/kinds';
import type { IncidentDocument } from '../../../src/core/kinds/incident-document';
import { readMarkdown } from '../../../src/core/markdown/read-markdown';
import { defaultConventions } from '../../../src/core/model/conventions';
import { formatMessage } from '../../../src/core/model/message';
import { applyEdits } from '../../../src/core/model/text';

const kinds = ['incident-report', 'postmortem'] as const;

function read(text: string, kind: (typeof kinds)[number]): IncidentDocument {
  const document = readDocument(readMarkdown(text), defaultConventions, kind);
  assert.ok(document);
  return document;
}

/** Every value that names its place really stands there, and every fix can be applied. */
function assertSound(text: string, document: IncidentDocument): void {
  const seen = new Set<unknown>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || seen.has(value) || value === document.markdown) return;
    seen.add(value);
    if ('start' in value && 'end' in value && typeof value.start === 'number' && typeof value.end === 'number') {
      assert.ok(0 <= value.start && value.start <= value.end && value.end <= text.length, JSON.stringify(value));
    }
    for (const part of Object.values(value)) visit(part);
  };
  visit(document);
  for (const { fixes = [], message } of document.problems) {
    assert.ok(formatMessage(message).length > 0);
    for (const fix of fixes) applyEdits(text, fix.edits);
  }
  if (document.kind !== 'incident-report') return;
  for (const { time, event, id, span } of document.entries) {
    for (const part of [event, ...(id ? [id] : [])])
      assert.ok(span.start <= part.span.start && part.span.end <= span.end);
    assert.ok(time.span.start >= span.start && time.span.end <= span.end);
  }
}

describe('documents that nobody meant to write', () => {
  it('are read without a throw, with places inside the text', () => {
    const bomb = `---\na: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n---\n`;
    for (const text of [
      '',
      '\ufeff',
      '---',
      '---\n---\n',
      '---\ntype: incident-report',
      '\u0000\u0001\u0002\uffff\ud800 binary',
      '| Time |',
      '## Timeline\n\n| Time | Event |\n| ---',
      '## Timeline\n\n| Time | Event |\n| --- | --- |\n| 2026',
      `${'#'.repeat(7)} x\n${'> '.repeat(5000)}deep`,
      `## Timeline\n\n${'  - '.repeat(2000)}x`,
      `## Timeline\n\n| Time | Event |\n|---|---|\n| ${'|'.repeat(20_000)} |`,
      `## Timeline\n\n| Time | Event | Evidence |\n|---|---|---|\n| 14:00 | x | ${'`,[('.repeat(10_000)} |`,
      `## Root cause\n\n### C1 x\n\n- Commits: ${'introduced a1b2c3d, '.repeat(5000)}`,
      `## Root cause\n\n### C1 x\n\n- Commits: ${'a'.repeat(100_000)}`,
      '*a_ '.repeat(262_144),
      bomb,
      '<<<<<<< a\n<<<<<<< b\n=======\n>>>>>>> c\n>>>>>>> d\n',
      '## Timeline\n<<<<<<<\n|||||||\n=======\n',
    ]) {
      for (const kind of kinds) assertSound(text, read(text, kind));
    }
  });

  it('are read in time that grows with their length', function () {
    this.timeout(20_000);
    const row =
      '| 2026-11-23 14:02Z | check | Looked at `pool` | [a](https://example.com), [b](https://example.com) | E1 |\n';
    const lines: Readonly<Record<string, string>> = {
      rows: row,
      items: '- 14:02 UTC: looked at the pool, twice, and again\n',
      headings: '### E1\n',
      surplus: `| 14.02 | a | b | c | d ${'| x '.repeat(5)}|\n`,
      conflicts: `<<<<<<< a\n${row}=======\n${row}>>>>>>> b\n`,
      broken: `${row}\n`,
      causes: '### C1 x\n\n- Commits: introduced a1b2c3d\n\n',
    };
    const time = (line: string, count: number): number => {
      const text = `# T\n\n## Timeline\n\n| Time | Kind | Event | Evidence | ID |\n|---|---|---|---|---|\n${line.repeat(count)}`;
      const markdown = readMarkdown(text);
      // Time of this process, so that others on the machine do not count.
      const start = process.cpuUsage();
      for (const kind of kinds) readDocument(markdown, defaultConventions, kind);
      const { user, system } = process.cpuUsage(start);
      return (user + system) / 1000;
    };
    for (const [name, line] of Object.entries(lines)) {
      time(line, 200);
      // Ten times the text may take ten times as long, a quadratic reader takes a hundred times. A collection of
      // garbage can spoil one measurement, hardly all.
      const ratios = Array.from({ length: 4 }, () => time(line, 2000) / Math.max(time(line, 200), 2));
      assert.ok(Math.min(...ratios) < 40, `${name}: ${ratios.map((ratio) => ratio.toFixed(1)).join(', ')}`);
    }
  });

  it('never break the reader, whatever they are put together from', () => {
    const piece = fc.oneof(
      {
        weight: 3,
        arbitrary: fc.constantFrom(
          '---\ntype: incident-report\nstatus: open\n---\n',
          '# T\n',
          '## Timeline\n',
          '## Impact\n',
          '## Systems involved\n',
          '## Root cause\n',
          '## Action items\n',
          '### C1 x\n',
          '### K1\n',
          '\n',
          '| Time | Kind | Event | ID |\n|---|---|---|---|\n',
          '| System | From | Effect |\n|---|---|---|\n',
          '| Action | Owner |\n|--|--|\n',
          '| 2026-11-23 14:02Z | severity SEV1 | x | E1 |\n',
          '| 14:02 | | a | b | c |\n',
          '|||\n',
          '| x\n',
          '<!-- c -->\n',
          '- 14:02 UTC: x\n',
          '- `a`: b\n',
          '- Commits: fixed a1b2c3d\n',
          '- [ ] do\n',
          '  - nested\n',
          '<<<<<<< a\n',
          '||||||| o\n',
          '=======\n',
          '>>>>>>> b\n',
          '```\n',
          '> quote\n',
          '<div>\n',
        ),
      },
      fc.string({ maxLength: 20 }),
      fc.stringMatching(/^[|`\\, <>br/[\]()a-z0-9:-]{0,30}$/).map((line) => `| ${line}\n`),
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 25 }),
        fc.boolean(),
        fc.constantFrom(...kinds),
        (pieces, isCrlf, kind) => {
          const text = isCrlf ? pieces.join('').replaceAll('\n', '\r\n') : pieces.join('');
          assertSound(text, read(text, kind));
        },
      ),
      { numRuns: 400 },
    );
  });
});

describe('the templates', () => {
  it('have the standard sections and nothing to complain about', () => {
    for (const kind of kinds) {
      const { template, sections } = documentKinds[kind];
      for (const text of [template, template.replaceAll('\n', '\r\n')]) {
        const document = read(text, kind);
        assert.deepEqual(document.problems, []);
        assert.deepEqual(
          document.sections.slice(1).map((section) => section.name),
          sections,
        );
        assert.deepEqual(
          document.sections.slice(1).map((section) => section.title),
          sections,
        );
      }
    }
  });

  it('are what the snippets write', () => {
    const file = path.join(process.cwd(), 'snippets', 'markdown.code-snippets');
    const snippets = JSON.parse(readFileSync(file, 'utf8')) as Record<
      string,
      { prefix: string; body: readonly string[] }
    >;
    for (const kind of kinds) {
      const snippet = Object.values(snippets).find(
        ({ prefix }) => prefix === `inc-${kind === 'postmortem' ? kind : 'report'}`,
      );
      const headings = snippet?.body.filter((line) => line.startsWith('## ')).map((line) => line.slice(3));
      assert.deepEqual(headings, documentKinds[kind].sections);
    }
    for (const { prefix, body } of Object.values(snippets)) {
      assert.match(prefix, /^inc-[a-z-]+$/);
      assert.ok(body.length > 0);
    }
  });

  it('have a schema each', () => {
    const names = readdirSync(path.join(process.cwd(), 'schemas'));
    for (const kind of kinds) assert.ok(names.includes(`${kind}.schema.json`));
    assert.ok(existsSync(path.join(process.cwd(), 'schemas', 'incidents.schema.json')));
  });
});
