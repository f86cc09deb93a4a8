import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readMarkdown } from '../../../src/core/markdown/read-markdown';
import { nastyDocument } from './markdown-pieces';
import { hasKnownDifference, outlineByRemark, outlineOf } from './remark-oracle';

/*
 * Deliberate differences, which the generated documents leave out:
 * - Front matter may end with `...`; after an opening `---` without its end remark reads no quotes any more.
 * - A table whose header stands left of the list item or quote that its delimiter row stands in: remark makes a table
 *   of lazy lines, we read text. In a list item's first line no table begins.
 * - After indented code remark lets only those list items begin that may interrupt a paragraph.
 * - A tag alone on a line that lazily continues a list item or quote (CommonMark: text; remark: HTML).
 * - Link and footnote definitions are paragraphs.
 * And which the outlines level out:
 * - A heading, table or break in the first line of a list item is text of that item.
 * - Lists count five levels; indented code with blank lines inside is several blocks; what is in a quote is not told apart.
 * - Lines of a merge conflict are markers (see read-markdown.test.ts).
 */
describe('the block reader beside remark', () => {
  it('agrees on headings, tables, code, quotes, HTML and text of generated documents', () => {
    fc.assert(
      fc.property(nastyDocument, (text) => {
        const document = readMarkdown(text);
        fc.pre(!hasKnownDifference(document));
        assert.deepEqual(outlineOf(document), outlineByRemark(text));
      }),
      { numRuns: 1500, seed: 20261123 },
    );
  });

  it('agrees on a report with CRLF line endings and a byte order mark', () => {
    const text = report.replaceAll('\n', '\r\n');
    assert.deepEqual(outlineOf(readMarkdown(`\ufeff${text}`)), outlineByRemark(text));
  });
});

const report = `---
type: incident-report
severity: SEV2
---

# Checkout requests failing in eu-west-1

## Summary

Between 14:02 and 14:41 UTC, 38 % of \`POST /checkout\` requests
returned HTTP 500.

| Time | Kind | Event |
| :-- | --- | --: |
| 2026-11-23 14:02:10Z | impact started | HTTP 500 rate \`a\\|b\` rose. |
| ~2026-11-23 14:06Z | detected |

- \`checkout-api\` 4.18.2: failing
  - pods
    1. one

    \`\`\`log
    Error: pool exhausted
    \`\`\`

> They said it was over.
lazily

<!-- a comment
over two lines -->

Systems involved
----------------
`;
