import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readDocument } from '../../../src/core/kinds';
import { readMarkdown } from '../../../src/core/markdown/read-markdown';
import { defaultConventions } from '../../../src/core/model/conventions';
import { moveToPostmortem } from '../../../src/core/operations/move-to-postmortem';
import { checkDocument } from '../../../src/core/rules/check';
import { createInMemoryStore } from '../../support/in-memory-store';

const folder = 'incidents/2026-11-23-errors';
const reportPath = `${folder}/report.md`;
const postmortemPath = `${folder}/postmortem.md`;
const now = Date.UTC(2026, 10, 24);

const report = [
  '---',
  'type: incident-report',
  'severity: SEV2',
  'status: resolved',
  'commander: alice',
  '---',
  '',
  '# Checkout errors',
  '',
  '## Summary',
  '',
  'Requests failed from 14:02 UTC. The pool was exhausted because the retry change halved it. Errors stopped at 14:41 UTC.',
  '',
  '## Timeline',
  '',
  '| Time | Kind | Event | Evidence | ID |',
  '| --- | --- | --- | --- | --- |',
  '| 2026-11-23 14:02Z | impact started | HTTP 500 rose to 38 % because `a \\| b` was retried. | [graph](https://example.com) | E1402 |',
  '',
  '## Root cause',
  '',
  'The retry change halved the pool.',
  '',
  '- One',
  '',
  '## Lessons learned',
  '',
  'Test the pool.',
  '',
  '## Open questions',
  '',
].join('\n');

describe('moveToPostmortem', () => {
  it('moves the explanation and makes the postmortem with the policy’s owner and due date', async () => {
    const { after, postmortem, moved } = await move(report, 'because the retry');
    assert.equal(moved.moved, 1);
    assert.equal(moved.postmortemPath, postmortemPath);
    assert.ok(!after.includes('because the retry change'));
    assert.ok(
      postmortem.includes(
        '## Hypotheses considered\n\n- From [the report](report.md), Summary: The pool was exhausted because the retry change halved it.\n',
      ),
      postmortem,
    );
    const document = read(postmortem);
    assert.ok(document.kind === 'postmortem');
    assert.deepEqual([document.owner, document.due], ['alice', '2026-11-30']);
    assert.deepEqual(checkDocument(document, { conventions: defaultConventions, path: postmortemPath }), []);
  });

  it('keeps what stands before and after the sentence', async () => {
    const { after } = await move(report, 'because the retry');
    const sentence = 'The pool was exhausted because the retry change halved it.';
    const at = report.indexOf(sentence);
    const end = at + sentence.length;
    assert.ok(after.startsWith(report.slice(0, at).trimEnd()));
    assert.ok(after.endsWith(report.slice(end)));
  });

  it('keeps the cells of a row and says which entry it came from', async () => {
    const { after, postmortem } = await move(report, 'because `a');
    const entry = read(after);
    assert.ok(entry.kind === 'incident-report');
    const [first] = entry.entries;
    assert.equal(entry.entries.length, 1);
    assert.deepEqual(
      [first?.time.text, first?.id?.text, first?.evidence],
      ['2026-11-23 14:02Z', 'E1402', ['[graph](https://example.com)']],
    );
    assert.ok(
      postmortem.includes(
        '- From [the report](report.md), E1402: HTTP 500 rose to 38 % because `a | b` was retried.\n',
      ),
      postmortem,
    );
  });

  it('asks for the observation where a row would be left without words', async () => {
    const { after } = await move(report.replace('rose to 38 % because', 'was caused by retries, since'), 'caused by');
    assert.ok(after.includes('| impact started | ⟨what was seen⟩ | [graph](https://example.com) | E1402 |'), after);
  });

  it('keeps the time and the id of an entry in a list, and asks what was seen', async () => {
    const item = '- 2026-11-23 14:31Z: [E1431, @bo] note: The new limit led to evictions.';
    const text = report.replace(/\| Time[\s\S]*E1402 \|/, item);
    const { after, postmortem } = await move(text, 'led to');
    assert.equal(after, text.replace('The new limit led to evictions.', '⟨what was seen⟩'));
    const line = await move(report.replace('- One', '- 14:31Z The new limit led to evictions.'), 'led to');
    assert.ok(line.after.includes('- 14:31Z ⟨what was seen⟩\n'), line.after);
    assert.match(postmortem, /: The new limit led to evictions\.\n/);
  });

  it('moves a sentence of another language whole', async () => {
    const text = report.replace('type: incident-report', 'type: incident-report\nlang: de');
    const german = text.replace('Test the pool.', 'Alles lief. Anfragen schlugen fehl, weil der Pool leer war.');
    const { after, postmortem } = await move(german, 'weil');
    assert.equal(after, text.replace('Test the pool.', 'Alles lief.'));
    assert.match(postmortem, /: Anfragen schlugen fehl, weil der Pool leer war\.\n/);
  });

  it('takes one of two blank lines along with a paragraph', async () => {
    const { after } = await move(
      report.replace('Test the pool.', 'One.\n\nThe limit led to evictions.\n\nTwo.'),
      'led to',
    );
    assert.equal(after, report.replace('Test the pool.', 'One.\n\nTwo.'));
  });

  it('changes nothing but the sentence, whatever stands around it', async () => {
    const neutral = fc.constantFrom('Errors rose to 38 %.', 'Bo paged the team at 14:02 UTC.', '`a` ended.');
    const around = fc.tuple(fc.array(neutral, { maxLength: 3 }), fc.array(neutral, { maxLength: 3 }));
    const shapes = fc.constantFrom(
      '{}',
      '- {}',
      '1. {}\n2. Other.',
      'Before.\n{}\nAfter.',
      '| a | b |\n| - | - |\n| {} | x |',
    );
    await fc.assert(
      fc.asyncProperty(around, shapes, fc.constantFrom('\n', '\r\n'), async ([before, behind], shape, eol) => {
        const sentence = 'Checkout failed because the pool was empty.';
        const content = shape.replace('{}', [...before, sentence, ...behind].join(' '));
        const text = report.replace('Test the pool.', content).replaceAll('\n', eol);
        const { after } = await move(text, 'because the pool');
        assert.equal(after, text.replace(sentence, 'Checkout failed.'));
      }),
      { numRuns: 60 },
    );
  });

  it('moves a whole section of analysis', async () => {
    const { after, postmortem, moved } = await move(report, 'Root cause');
    assert.equal(moved.moved, 2);
    assert.equal(after, report.replace('## Root cause\n\nThe retry change halved the pool.\n\n- One\n\n', ''));
    assert.ok(
      postmortem.includes(
        '## Hypotheses considered\n\nFrom [the report](report.md), Root cause:\n\nThe retry change halved the pool.\n\n- One\n\n## Corrective',
      ),
      postmortem,
    );
  });

  it('moves lessons under the same heading', async () => {
    const { postmortem } = await move(report, 'Lessons learned');
    assert.ok(
      postmortem.includes('## Lessons\n\nFrom [the report](report.md), Lessons learned:\n\nTest the pool.\n'),
      postmortem,
    );
  });

  it('adds to the list that is there, and makes the section where it is missing', async () => {
    const first = await move(report, 'because the retry');
    const second = await move(first.after, 'because `a', { [postmortemPath]: first.postmortem });
    assert.match(
      second.postmortem,
      /- From \[the report\]\(report\.md\), Summary: .*\n- From \[the report\]\(report\.md\), E1402: .*\n\n##/,
    );
    const bare = '---\r\ntype: postmortem\r\n---\r\n\r\n# P\r\n\r\n## Root causes\r\n\r\nText.\r\n\r\n## Lessons\r\n';
    const made = await move(report, 'because the retry', { [postmortemPath]: bare });
    const added = made.postmortem.slice(bare.indexOf('## Lessons'), made.postmortem.indexOf('## Lessons'));
    assert.match(added, /^## Hypotheses considered\r\n\r\n- From .*\r\n\r\n$/);
    assert.equal(made.postmortem.replace(added, ''), bare);
  });

  it('uses a postmortem in another folder that names the incident', async () => {
    const elsewhere = 'incidents/2026-11-25-both/postmortem.md';
    const text = '---\ntype: postmortem\nreports: [x, 2026-11-23-errors]\n---\n\n# P\n';
    const { store, moved } = await move(report, 'because the retry', { [elsewhere]: text });
    assert.equal(moved.postmortemPath, elsewhere);
    assert.equal(store.files.has(postmortemPath), false);
    assert.ok(store.files.get(elsewhere)?.includes('From [the report](../2026-11-23-errors/report.md), Summary:'));
  });

  it('refuses where the postmortem’s name is taken by something else', async () => {
    await assert.rejects(move(report, 'because the retry', { [postmortemPath]: '# Notes\n' }), {
      code: 'already-exists',
    });
  });

  it('refuses where there is no sentence', async () => {
    await assert.rejects(move(report, 'type: incident'), { code: 'not-found' });
  });
});

async function move(text: string, cue: string, files: Readonly<Record<string, string>> = {}) {
  const store = createInMemoryStore({ [reportPath]: text, ...files });
  const start = text.indexOf(cue);
  const span = { start, end: start + cue.length };
  const moved = await moveToPostmortem(store, defaultConventions, { reportPath, span, now });
  store.apply(moved.change);
  return {
    store,
    moved,
    after: store.files.get(reportPath) ?? '',
    postmortem: store.files.get(moved.postmortemPath) ?? '',
  };
}

function read(text: string) {
  const document = readDocument(readMarkdown(text), defaultConventions);
  assert.ok(document !== undefined);
  return document;
}
