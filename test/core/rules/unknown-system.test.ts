import assert from 'node:assert/strict';
import { readDocument } from '../../../src/core/kinds';
import { readMarkdown } from '../../../src/core/markdown/read-markdown';
import { type Conventions, defaultConventions } from '../../../src/core/model/conventions';
import { formatMessage } from '../../../src/core/model/message';
import { applyEdits } from '../../../src/core/model/text';
import { checkDocument } from '../../../src/core/rules/check';

const conventions: Conventions = {
  ...defaultConventions,
  systems: ['checkout-api', 'payments-db'].map((name) => ({ name, paths: [] })),
};

const text = `# Checkout requests failing

## Impact

| System | Effect | From | Until |
| --- | --- | --- | --- |
| chekout-api | HTTP 500 | | |
| \`payments-db\` | slow | | |

## Timeline

| Time | Kind | System | Event |
| --- | --- | --- | --- |
| 2026-11-23 14:02Z | symptom | chekout-api, Payments-DB | The chekout-api failed. |
| 2026-11-23 14:03Z | symptom | printer | It rained. |
`;

function findings(given = text) {
  const document = readDocument(readMarkdown(given), conventions, 'incident-report');
  assert.ok(document !== undefined);
  return checkDocument(document, { conventions, strict: true }).filter(({ rule }) => rule === 'unknown-system');
}

describe('a system that is not among those of the team', () => {
  it('is told once, at its first place, whatever the case of the others', () => {
    assert.deepEqual(
      findings().map(({ message, span }) => [formatMessage(message), text.slice(span.start, span.end)]),
      [
        ['"chekout-api" is not a system here. Near it: checkout-api.', 'chekout-api'],
        ['"printer" is not a system here.', 'printer'],
      ],
    );
  });

  it('is changed in its own cells alone, or added to .incidents.yml', () => {
    const [first, second] = findings();
    const [change, add] = first?.fixes ?? [];
    assert.ok(change?.kind === 'edit');
    const expected = text
      .replace('| chekout-api | HTTP', '| checkout-api | HTTP')
      .replace('| chekout-api, Pay', '| checkout-api, Pay');
    assert.equal(applyEdits(text, change.edits), expected);
    assert.ok(add?.kind === 'add-to-conventions');
    assert.deepEqual(
      second?.fixes?.map(({ kind }) => kind),
      ['add-to-conventions'],
    );
  });
});
