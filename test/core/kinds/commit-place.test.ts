import assert from 'node:assert/strict';
import { readDocument } from '../../../src/core/kinds';
import { commitPlaceAt } from '../../../src/core/kinds/commit-place';
import { readMarkdown } from '../../../src/core/markdown/read-markdown';
import { defaultConventions } from '../../../src/core/model/conventions';

const head = '---\ntype: postmortem\n---\n\n# T\n\n## Root causes and contributing factors\n\n### C1 A\n\n';

/** `|` is the cursor; the answer is what would be replaced in brackets, then the relation and the repository. */
function check(line: string, expected: string | undefined): void {
  const at = head.length + line.indexOf('|');
  const text = `${head}${line.replace('|', '')}\n\nProse.\n`;
  const document = readDocument(readMarkdown(text), defaultConventions);
  assert.ok(document?.kind === 'postmortem');
  const place = commitPlaceAt(document, at);
  const shown = place && [
    `[${text.slice(place.span.start, place.span.end)}]`,
    ...(place.hasRelation ? ['related'] : []),
    ...(place.repository === undefined ? [] : [place.repository]),
  ];
  assert.equal(shown?.join(' '), expected, line);
}

describe('the place of a commit', () => {
  it('is an item of the field Commits, with what is typed of it so far', () => {
    check('- Commits: |', '[]');
    check('- Commits: introduced |', '[] related');
    check('- Commits: introduced a1b|', '[a1b] related');
    check('- **Commits:** fixed `a1b|2c3d`', '[`a1b2c3d`] related');
    check('- Commits: introduced `1111111`, retry on|', '[retry on]');
    check('- Commits: exposed payments@|', '[] related payments');
    check('- Commits: exposed payments@`9f|', '[`9f] related payments');
  });

  it('is nowhere else', () => {
    check('- Commits: introduced `1111111`|', undefined);
    check('- Role: |', undefined);
    check('Prose |', undefined);
  });
});
