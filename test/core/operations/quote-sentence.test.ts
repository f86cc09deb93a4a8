import assert from 'node:assert/strict';
import { readDocument } from '../../../src/core/kinds';
import type { ReportDocument } from '../../../src/core/kinds/incident-document';
import { lexicon } from '../../../src/core/language/lexicon/index';
import { readMarkdown } from '../../../src/core/markdown/read-markdown';
import { defaultConventions } from '../../../src/core/model/conventions';
import type { Stamp } from '../../../src/core/model/stamp';
import { applyEdits } from '../../../src/core/model/text';
import { quoteSentence } from '../../../src/core/operations/quote-sentence';
import { checkDocument } from '../../../src/core/rules/check';

const at: Stamp = { kind: 'exact', at: Date.UTC(2026, 10, 23, 14, 5), seconds: false };

describe('quoteSentence', () => {
  it('puts the sentence in quotation marks behind speaker and time', () => {
    check('Bo left. The proxy was probably stuck. It ended.', {
      cue: 'probably',
      stamp: at,
      after: 'Bo left. alice, 2026-11-23 14:05Z: "The proxy was probably stuck". It ended.',
    });
  });

  it('writes no time where the entry has one or nobody knows it', () => {
    const row = '| Time | Kind | Event | ID |\n| --- | --- | --- | --- |\n| 2026-11-23 14:05Z | note | {} | E1405 |';
    check(row.replace('{}', 'It is probably DNS'), {
      cue: 'probably',
      after: row.replace('{}', 'alice: "It is probably DNS"'),
    });
    check('Maybe the disk is full.', {
      cue: 'Maybe',
      stamp: { kind: 'unknown' },
      after: 'alice: "Maybe the disk is full".',
    });
  });

  it('leaves closing signs and citations behind the quotation', () => {
    check('Reads failed because a lock was held [E1402]!', {
      cue: 'because',
      after: 'alice: "Reads failed because a lock was held" [E1402]!',
    });
  });

  it('takes quotation marks that the sentence does not hold', () => {
    check('The alert "disk full" probably fired.', {
      cue: 'probably',
      after: 'alice: “The alert "disk full" probably fired”.',
    });
    check('Both “a” and "b" were probably lost.', {
      cue: 'probably',
      after: "alice: \"Both 'a' and 'b' were probably lost\".",
    });
  });

  it('keeps time, names and kind of an entry in a list', () => {
    check('- 2026-11-23 14:05Z: [E1405, @bo] note: It is probably DNS.', {
      cue: 'probably',
      after: '- 2026-11-23 14:05Z: [E1405, @bo] note: alice: "It is probably DNS".',
    });
  });

  it('keeps a sentence over several lines as it is', () => {
    check('The pool was empty\nbecause the **retry** change halved it.', {
      cue: 'because',
      after: 'alice: "The pool was empty\nbecause the **retry** change halved it".',
    });
  });

  it('leaves no finding of the sentence, over every example of the lexicon', () => {
    const rows = lexicon.filter(({ category }) => category === 'causal-language' || category === 'speculation');
    for (const marked of rows.flatMap(({ flags }) => flags)) {
      const text = `---\ntype: incident-report\n---\n\n# R\n\nOne. ${marked.replace(/[{}]/g, '')}\n`;
      const report = read(text);
      const [finding] = checkDocument(report, { conventions: defaultConventions }).filter(({ fixes = [] }) =>
        fixes.some(({ kind }) => kind === 'quote'),
      );
      if (finding === undefined) continue;
      const after = applyEdits(text, quoteSentence(report, finding.span, { name: 'alice' }));
      assert.deepEqual(new Set(rulesIn(read(after))), new Set(['missing-section']), after);
    }
  });

  it('writes a name without what would open a quotation, and with its pipes escaped in a row', () => {
    check('Maybe the disk is full.', {
      cue: 'Maybe',
      name: ' the "on|call":',
      after: 'the on|call: "Maybe the disk is full".',
    });
    check('| Event |\n| --- |\n| Maybe full. |', {
      cue: 'Maybe',
      name: 'a|b',
      after: '| Event |\n| --- |\n| a\\|b: "Maybe full". |',
    });
  });
});

interface Expected {
  readonly cue: string;
  readonly name?: string;
  readonly stamp?: Stamp;
  readonly after: string;
}

/** The body below the timeline's heading, with either line ending; the finding is gone and no other came or went. */
function check(body: string, { cue, name = 'alice', stamp, after }: Expected): void {
  for (const eol of ['\n', '\r\n']) {
    const textOf = (content: string) =>
      `---\ntype: incident-report\n---\n\n# R\n\n## Timeline\n\n${content}\n`.replaceAll('\n', eol);
    const text = textOf(body);
    const report = read(text);
    const rules = rulesIn(report);
    const start = text.indexOf(cue);
    const edits = quoteSentence(report, { start, end: start + cue.length }, { name, ...(stamp && { stamp }) });
    const quoted = applyEdits(text, edits);
    assert.equal(quoted, textOf(after));
    assert.deepEqual(
      rulesIn(read(quoted)),
      rules.filter((rule) => rule !== 'speculation' && rule !== 'causal-language'),
    );
  }
}

function rulesIn(report: ReportDocument): readonly string[] {
  return checkDocument(report, { conventions: defaultConventions }).map(({ rule }) => rule);
}

function read(text: string): ReportDocument {
  const document = readDocument(readMarkdown(text), defaultConventions);
  assert.ok(document?.kind === 'incident-report');
  return document;
}
