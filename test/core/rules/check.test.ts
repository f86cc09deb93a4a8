import assert from 'node:assert/strict';
import { documentKinds, readDocument } from '../../../src/core/kinds';
import { readMarkdown } from '../../../src/core/markdown/read-markdown';
import { updateMarkdown } from '../../../src/core/markdown/update-markdown';
import { type Conventions, defaultConventions, type RuleLevel } from '../../../src/core/model/conventions';
import type { DocumentKindId } from '../../../src/core/model/incident';
import { formatMessage } from '../../../src/core/model/message';
import { type CheckContext, checkDocument } from '../../../src/core/rules/check';
import type { CheckedFinding } from '../../../src/core/rules/rule';

interface Options {
  readonly strict?: boolean;
  readonly levels?: Readonly<Record<string, RuleLevel>>;
  readonly as?: DocumentKindId;
}

function check(text: string, { strict = false, levels = {}, as }: Options = {}): readonly CheckedFinding[] {
  const document = readDocument(readMarkdown(text), defaultConventions, as);
  assert.ok(document !== undefined);
  return checkDocument(document, contextOf({ strict, levels }));
}

function contextOf({ strict = false, levels = {} }: Options): CheckContext {
  const conventions: Conventions = { ...defaultConventions, lint: { ...defaultConventions.lint, rules: levels } };
  return { conventions, strict };
}

function levelsOf(text: string, options?: Options): readonly string[] {
  return check(text, options).map(({ rule, severity }) => `${rule} ${severity}`);
}

function report(status: string, body: string): string {
  return `---\ntype: incident-report\nseverity: SEV2\nstatus: ${status}\n---\n\n# Checkout requests failing\n\n${body}`;
}

const whole =
  '## Summary\n\nHTTP 500 for 38 %.\n\n## Impact\n\nNone measured\n\n## Systems involved\n\n- `checkout-api`\n\n## Timeline\n\n' +
  '| Time | Kind | Event | Evidence |\n| --- | --- | --- | --- |\n' +
  '| 2026-11-23 14:02Z | impact started | HTTP 500. | [graph](https://example.com) |\n' +
  ['detected', 'mitigated', 'resolved'].map((kind) => `| 2026-11-23 14:04Z | ${kind} | Seen. | |\n`).join('');

describe('checking a document', () => {
  it('says nothing of a whole report', () => {
    assert.deepEqual(levelsOf(report('resolved', whole)), []);
  });

  it('says nothing of a document that is just made', () => {
    for (const { id, template } of Object.values(documentKinds)) {
      const text = template.replaceAll('⟨title⟩', 'Checkout requests failing');
      assert.deepEqual(levelsOf(text), [], id);
    }
  });

  it('lowers what is said on language and analysis while the incident is open', () => {
    const text = `${whole}\nSeen at ⟨time⟩.\n\n## Lessons\n`;
    for (const status of ['investigating', 'identified', 'monitoring']) {
      const expected = ['placeholder information', 'analysis-section-in-report information'];
      assert.deepEqual(levelsOf(report(status, text)), expected);
    }
    const full = ['placeholder warning', 'analysis-section-in-report warning'];
    assert.deepEqual(levelsOf(report('resolved', text)), full);
    assert.deepEqual(levelsOf(report('closed', text)), ['missing-milestone warning', ...full]);
    assert.deepEqual(levelsOf(report('investigating', text), { strict: true }), full);
  });

  it('asks for sections only once the incident is resolved', () => {
    assert.deepEqual(levelsOf(report('investigating', '')), []);
    const missing = Array.from({ length: 4 }, () => 'missing-section warning');
    assert.deepEqual(levelsOf(report('resolved', '')), missing);
    assert.deepEqual(levelsOf(report('investigating', ''), { strict: true }), missing);
  });

  it('keeps full severity for structure while the incident is open', () => {
    const rows = '| 2026-11-23 14:02Z | HTTP 500. | E1 |\n'.repeat(2);
    const text = report('investigating', `## Timeline\n\n| Time | Event | ID |\n| --- | --- | --- |\n${rows}`);
    assert.deepEqual(levelsOf(text), ['duplicate-id error']);
  });

  it('follows the level that the team sets, and the status after it', () => {
    const text = `${whole}\nSeen at ⟨time⟩.\n`;
    assert.deepEqual(levelsOf(report('resolved', text), { levels: { placeholder: 'error' } }), ['placeholder error']);
    const lowered = levelsOf(report('monitoring', text), { levels: { placeholder: 'error' } });
    assert.deepEqual(lowered, ['placeholder information']);
    assert.deepEqual(levelsOf(report('monitoring', text), { levels: { placeholder: 'hint' } }), ['placeholder hint']);
    assert.deepEqual(levelsOf(report('resolved', text), { levels: { placeholder: 'info' } }), [
      'placeholder information',
    ]);
  });

  it('takes "off" at its word, even if strict', () => {
    const text = report('resolved', `${whole}\nSeen at ⟨time⟩.\n`);
    assert.deepEqual(levelsOf(text, { levels: { placeholder: 'off' }, strict: true }), []);
  });

  it('reads any Markdown as the kind that is asked for', () => {
    const findings = levelsOf('# Notes\n\nSeen at ⟨time⟩.\n', { as: 'incident-report', strict: true });
    assert.ok(findings.includes('placeholder warning'));
    assert.ok(findings.includes('missing-section warning'));
  });

  it('gives the findings in order of their place', () => {
    const text = report('resolved', `${whole}\nSeen at ⟨time⟩.\n\n## Lessons\n\nTODO\n`);
    const starts = check(text).map(({ span }) => span.start);
    assert.deepEqual(
      starts,
      [...starts].sort((a, b) => a - b),
    );
  });

  it('says the same after an edit as of the new text', () => {
    const text = report('resolved', `${whole}\nSeen at ⟨time⟩.\n\nAnd a TODO.\n`);
    const at = text.indexOf('## Summary');
    const added = 'A paragraph more, TBD.\n\n';
    const before = readMarkdown(text);
    const document = readDocument(before, defaultConventions);
    assert.ok(document !== undefined);
    checkDocument(document, contextOf({}));
    const after = readDocument(updateMarkdown(before, [{ start: at, end: at, newText: added }]), defaultConventions);
    assert.ok(after !== undefined);
    const fresh = check(text.slice(0, at) + added + text.slice(at));
    assert.deepEqual(checkDocument(after, contextOf({})), fresh);
    assert.equal(fresh.length, 3);
  });

  it('says one thing of a text above its bound', () => {
    const text = report('investigating', `Seen at ⟨time⟩. ${'x'.repeat(1024 * 1024)}\n`);
    const [finding, ...others] = check(text);
    assert.deepEqual(others, []);
    assert.equal(finding?.rule, 'too-complex');
    assert.equal(finding && formatMessage(finding.message), 'This file is 1.1 MiB; up to 1 MiB is checked.');
  });
});
