import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readDocument } from '../../../src/core/kinds';
import { readMarkdown } from '../../../src/core/markdown/read-markdown';
import { defaultConventions } from '../../../src/core/model/conventions';
import type { DocumentKindId } from '../../../src/core/model/incident';
import { formatMessage } from '../../../src/core/model/message';
import { applyEdits } from '../../../src/core/model/text';
import { checkDocument } from '../../../src/core/rules/check';
import { checkConventions } from '../../../src/core/rules/check-conventions';
import type { CheckedFinding } from '../../../src/core/rules/rule';
import { suppressionEdit } from '../../../src/core/rules/suppress';

const kinds: readonly DocumentKindId[] = ['incident-report', 'postmortem'];

function check(text: string, as: DocumentKindId): readonly CheckedFinding[] {
  const document = readDocument(readMarkdown(text), defaultConventions, as);
  assert.ok(document !== undefined);
  return checkDocument(document, { conventions: defaultConventions, strict: true });
}

/** Every finding has its place in the text, in order, and words without gaps; its edits can be applied. */
function checkSound(text: string): readonly CheckedFinding[] {
  return kinds.flatMap((kind) => {
    const findings = check(text, kind);
    for (const [index, finding] of findings.entries()) {
      const { span, message, fixes = [] } = finding;
      assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length);
      assert.ok((findings[index - 1]?.span.start ?? 0) <= span.start);
      assert.doesNotMatch(message.template.replace(/\{\w+\}/g, ''), /[{}]/);
      assert.doesNotMatch(formatMessage(message), /undefined|NaN/);
      if (index < 20) for (const fix of fixes) if (fix.kind === 'edit') applyEdits(text, fix.edits);
    }
    return findings;
  });
}

const frontMatter = '---\ntype: incident-report\nseverity: SEV2\nstatus: resolved\n---\n\n';
const header =
  '# Checkout requests failing\n\n## Timeline\n\n| Time | Kind | Event | ID |\n| --- | --- | --- | --- |\n';

function timeline(rows: number): string {
  const row = (index: number) => {
    const at = new Date(Date.UTC(2026, 10, 23) + index * 1000).toISOString().replace('T', ' ').replace('.000', '');
    return `| ${at} | check | Dashboard shows ${index} errors due to retries. | E${index} |\n`;
  };
  return frontMatter + header + Array.from({ length: rows }, (_, index) => row(index)).join('');
}

const hostile: Readonly<Record<string, (size: number) => string>> = {
  'a timeline of many rows': (size) => timeline(size / 80),
  'rows that share one id and cannot be read': (size) =>
    frontMatter + header + '| soon | x | a | b | E1 |\n'.repeat(size / 28),
  'emphasis without an end': (size) => '*a_ '.repeat(size / 4),
  'brackets without an end': (size) => '[link to '.repeat(size / 9),
  placeholders: (size) => '⟨time⟩ {{ x }} TODO <fill in> '.repeat(size / 32),
  'signs that open placeholders': (size) => '⟨{{<[<your '.repeat(size / 11),
  'citations that lead nowhere': (size) => 'See [E1402, E1409] and [C7; A12].\n'.repeat(size / 35),
  'citations without an end': (size) => '[E1, '.repeat(size / 5),
  'sections of analysis': (size) => '## Root cause\n\nBecause.\n\n'.repeat(size / 26),
  'sections within sections': (size) => '###### Why\n##### Why\n#### Why\n### Why\n## Why\n'.repeat(size / 46),
  'comments without an end': (size) => '<!-- incident-docs-disable-line '.repeat(size / 32),
  suppressions: (size) => 'TODO <!-- incident-docs-disable-line placeholder, x -->\n'.repeat(size / 56),
  switches: (size) =>
    'TODO <!-- incident-docs-disable placeholder --> <!-- incident-docs-enable -->\n'.repeat(size / 78),
  'markers of a merge': (size) =>
    frontMatter + header + '<<<<<<< a\n| a |\n=======\n| b |\n>>>>>>> b\n'.repeat(size / 40),
  'comments in a table': (size) => frontMatter + header + '| a | b | c | d |\n<!-- x -->\n'.repeat(size / 29),
  'deep quotations': (size) => '> '.repeat(size / 2),
  'deep lists': (size) =>
    Array.from({ length: Math.sqrt(size) | 0 }, (_, depth) => `${' '.repeat(depth)}- TODO\n`).join(''),
  'one long cell': (size) => `${frontMatter}${header}| ${'a, '.repeat(size / 3)} | b | c | d |\n`,
  'many cells': (size) => `${frontMatter}${header}${'| a '.repeat(size / 4)}|\n`,
  'a front matter of many keys': (size) => `---\n${'key: value\n'.repeat(size / 11)}---\n`,
  'a front matter that nests': (size) => `---\na: ${'['.repeat(size)}\n---\n`,
  'a front matter of aliases': (size) => `---\na: &a [x]\n${'b: [*a, *a, *a, *a, *a]\n'.repeat(size / 24)}---\n`,
  'a front matter without an end': (size) => `---\n${'a: b\n'.repeat(size / 5)}`,
  'blank lines': (size) => '\n'.repeat(size),
  'no Markdown at all': (size) =>
    Array.from({ length: size }, (_, index) => String.fromCharCode((index * 7919) % 65_536)).join(''),
};

describe('checking broken input', () => {
  for (const [name, make] of Object.entries(hostile)) {
    it(`gives findings for ${name}, in time that grows with its size`, function () {
      this.timeout(20_000);
      const small = make(16_384);
      const large = make(65_536);
      checkSound(small);
      checkSound(large);
      const ratio = leastRatio(
        () => checkSound(large),
        () => checkSound(small),
      );
      // Four times the text: linear work takes about 4 times as long, quadratic work 16 times.
      assert.ok(ratio < 12, `takes ${ratio.toFixed(1)} times as long for 4 times the text`);
    });
  }

  it('gives findings for 10,000 entries', () => {
    assert.ok(checkSound(timeline(10_000)).length > 0);
  });

  it('gives findings for 1 MiB of emphasis without an end', () => {
    assert.ok(checkSound('*a_ '.repeat(262_144)).length > 0);
  });

  it('gives findings for half a table and no front matter', () => {
    assert.ok(checkSound('# Checkout\n\n## Timeline\n\n| Time | Ev').length > 0);
    assert.ok(checkSound('').length > 0);
  });

  it('gives findings for conventions that are none', () => {
    const bomb = `a: &a [x,x,x,x,x,x,x,x]\n${'bcdefgh'.replace(/./g, (key) => `${key}: &${key} [*a,*a,*a,*a,*a]\n`)}`;
    for (const text of [
      bomb,
      '['.repeat(100_000),
      '\0\uFFFF',
      'severities: 3\nsystems: {a: [}\n',
      'x'.repeat(2_000_000),
    ])
      assert.ok(checkConventions(text).length > 0, text.slice(0, 30));
    assert.deepEqual(checkConventions(''), []);
  });

  it('is sound for any mixture of signs, and so are fixes and suppressions', () => {
    const piece = fc.constantFrom(
      ...[
        '---\n',
        'type: incident-report\n',
        'status: resolved\n',
        '# ',
        '## Timeline\n',
        '## Root cause\n',
        '| Time | Event | ID |\n',
      ],
      ...[
        '| --- | --- | --- |\n',
        '| 14:05 | a | E1 |\n',
        '| a | b | c | d |\n',
        '<<<<<<< a\n',
        '=======\n',
        '>>>>>>> b\n',
        '```\n',
      ],
      ...[
        '- 14:05 text\n',
        '\n',
        '\r\n',
        '\r',
        ' ',
        'TODO',
        '⟨x⟩',
        '<!-- ',
        ' -->',
        'incident-docs-disable ',
        '"',
        '`',
        '*',
        '\\',
        '|',
        '😀',
      ],
      ...['because ', 'due to ', '### C1 a\n', '- Commits: introduced `a1b2c3d4`\n', '> '],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        const markdown = readMarkdown(text);
        for (const finding of checkSound(text))
          applyEdits(text, suppressionEdit(markdown, finding, { reason: 'why', extent: 'line' }));
      }),
      { numRuns: 300 },
    );
  });
});

/** A crowded machine can spoil one measurement or two; quadratic work spoils every one. */
function leastRatio(large: () => void, small: () => void): number {
  let least = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < 4 && least >= 12; attempt++) {
    least = Math.min(least, fastest(large) / Math.max(1, fastest(small)));
  }
  return least;
}

/** Least processor time of a few runs in ms, which other processes of a busy machine do not add to. */
function fastest(run: () => void): number {
  let best = Number.POSITIVE_INFINITY;
  for (let pass = 0; pass < 3; pass++) {
    const before = process.cpuUsage();
    run();
    best = Math.min(best, process.cpuUsage(before).user / 1000);
  }
  return best;
}
