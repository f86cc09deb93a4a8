import assert from 'node:assert/strict';
import { readDocument } from '../../src/core/kinds';
import { readMarkdown } from '../../src/core/markdown/read-markdown';
import { defaultConventions } from '../../src/core/model/conventions';
import { formatMessage } from '../../src/core/model/message';
import { citedEntry, postmortemCard, reportCard } from '../../src/preview/document-card';
import type { PreviewContext } from '../../src/preview/preview-context';
import { reportChart } from '../../src/preview/report-chart';

const context: PreviewContext = {
  conventions: { ...defaultConventions, severities: ['SEV1', 'SEV2'].map((name) => ({ name, test: '' })) },
  incidentId: '2026-11-23-checkout-errors',
  now: Date.UTC(2026, 10, 25),
  lineOfEntry: (incident, entry) => (incident === '2026-11-20-dns' && entry === 'E0905' ? 29 : undefined),
  say: formatMessage,
};

describe('reportCard', () => {
  it('names severity, status, commander and the durations with their two entries', () => {
    const html = reportCard(report(), context);
    assert.match(
      html,
      /^<div class="incident-docs-card incident-docs-rank2"><span class="incident-docs-severity">SEV2</,
    );
    assert.match(html, /<b>resolved<\/b>, commander alice/);
    assert.match(
      html,
      /<dt>Time to mitigate<\/dt><dd>33 min 10 s<\/dd><dd class="incident-docs-basis">from <a href="#E1402" data-href="#E1402">E1402<\/a> to <a href="#E1435" data-href="#E1435">E1435<\/a><\/dd>/,
    );
    assert.match(html, /<dt>Time to detect<\/dt><dd>about 4 min<\/dd>/);
    assert.match(html, /<dt>Customer impact<\/dt><dd>38 min 50 s<\/dd><dd[^>]*>14:02:10 to 14:41 UTC<\/dd>/);
  });

  it('says what it does not compute, and why', () => {
    const html = reportCard(report(), context);
    assert.match(html, /<dt>Time to resolve<\/dt><dd>not computed<\/dd><dd[^>]*>no entry of kind resolved<\/dd>/);
  });

  it('shows what the document says as text, never as markup', () => {
    const hostile = report((text) => text.replace('SEV2', `'"><script>x</script>'`).replace('alice', '"<img src=x>"'));
    const html = reportCard(hostile, context);
    assert.doesNotMatch(html, /<script|<img/);
    assert.match(html, /&lt;script&gt;/);
  });
});

describe('postmortemCard', () => {
  it('names status, owner, due date and its reports', () => {
    const text =
      '---\ntype: postmortem\nreports: [2026-11-23-checkout-errors, 2026-11-20-dns]\nstatus: draft\nowner: alice\ndue: 2026-11-30\n---\n# Why\n';
    const read = readDocument(readMarkdown(text), defaultConventions);
    assert.equal(read?.kind, 'postmortem');
    const html = postmortemCard(read, context);
    assert.match(html, /<b>Postmortem<\/b>, draft/);
    assert.match(html, /<dt>Owner<\/dt><dd>alice<\/dd>/);
    assert.match(html, /<dt>Due<\/dt><dd>30 Nov<\/dd>/);
    assert.match(
      html,
      /<a href="report\.md" [^>]*>2026-11-23-checkout-errors<\/a>, <a href="\.\.\/2026-11-20-dns\/report\.md"/,
    );
  });
});

describe('citedEntry', () => {
  it('leads to the report that has the entry, and is words where none has', () => {
    const text = '---\ntype: postmortem\nreports: [2026-11-23-checkout-errors, 2026-11-20-dns]\n---\n# Why\n';
    const read = readDocument(readMarkdown(text), defaultConventions);
    assert.equal(read?.kind, 'postmortem');
    assert.match(
      citedEntry(read, 'E0905', context),
      /^<a href="\.\.\/2026-11-20-dns\/report\.md#L30"[^>]*>E0905<\/a>$/,
    );
    assert.equal(citedEntry(read, 'E0906', context), 'E0906');
  });
});

describe('reportChart', () => {
  it('draws the timeline once, wide as the column of text, every mark with its words', () => {
    const html = reportChart(report(), context) ?? '';
    assert.match(html, /^<div class="incident-docs-timeline"><svg class="incident-docs-chart" viewBox="0 0 848 \d+"/);
    assert.match(html, /aria-label="Timeline chart, 23 Nov, UTC; the timeline below has the same entries"/);
    assert.match(html, /<title>14:02:10Z, impact started, HTTP 500 rate of \/checkout rose, E1402<\/title>/);
    assert.doesNotMatch(html, /style=|<script|on\w+=/);
  });

  it('is no larger for ten thousand entries than its columns ask for', () => {
    const rows = Array.from({ length: 10_000 }, (_, at) => {
      const time = new Date(Date.UTC(2026, 10, 23) + at * 1_000).toISOString().replace('T', ' ').replace('.000', '');
      return `| ${time} | symptom | ${at} | | |`;
    });
    const html =
      reportChart(
        report((text) => text.replace('| ~2026', `${rows.join('\n')}\n| ~2026`)),
        context,
      ) ?? '';
    assert.ok(html.length < 300_000, String(html.length));
  });

  it('is not drawn where there is nothing to draw', () => {
    assert.equal(
      reportChart(
        report((text) => text.replace(/## Timeline[\s\S]*/, '')),
        context,
      ),
      undefined,
    );
  });
});

function report(change: (text: string) => string = (text) => text) {
  const text = `---
type: incident-report
severity: SEV2
status: resolved
commander: alice
---

# Checkout errors

## Impact

| System | Effect | From | Until | Measure | Basis | Source |
| --- | --- | --- | --- | --- | --- | --- |
| checkout-api | HTTP 500 | 2026-11-23 14:02:10Z | 2026-11-23 14:41Z | 12,410 | measured | |

## Timeline

| Time | Kind | Event | Evidence | ID |
| --- | --- | --- | --- | --- |
| 2026-11-23 14:02:10Z | impact started | HTTP 500 rate of \`/checkout\` rose. | [graph](https://example.com) | E1402 |
| ~2026-11-23 14:06Z | detected | The alert paged. | | E1406 |
| 2026-11-23 14:35:20Z | mitigated | Back at 0.1 %. | | E1435 |
`;
  const read = readDocument(readMarkdown(change(text)), context.conventions);
  assert.equal(read?.kind, 'incident-report');
  return read;
}
