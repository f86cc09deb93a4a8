import assert from 'node:assert/strict';
import { readDocument } from '../../../src/core/kinds';
import type { ReportDocument } from '../../../src/core/kinds/incident-document';
import { readMarkdown } from '../../../src/core/markdown/read-markdown';
import { defaultConventions } from '../../../src/core/model/conventions';
import { formatMessage } from '../../../src/core/model/message';
import { formatStamp } from '../../../src/core/model/read-stamp';
import { applyEdits } from '../../../src/core/model/text';

export const sample = `---
type: incident-report
severity: SEV2
status: resolved
commander: "@alice"
---

# Checkout requests failing in eu-west-1

## Summary

Between 14:02 and 14:41 UTC, 38 % of \`POST /checkout\` requests returned HTTP 500.

## Impact

| System | Effect | From | Until | Measure | Basis | Source |
| --- | --- | --- | --- | --- | --- | --- |
| checkout-api | HTTP 500 on \`POST /checkout\` | 2026-11-23 14:02:10Z | 2026-11-23 14:41Z | 12,410 requests | measured | [query](https://example.com) |

## Systems involved

- \`checkout-api\` 4.18.2: failing
- payments-db: degraded
- Web shop 3.2 (eu-west-1)

## Timeline

| Time | Kind | Event | Evidence | ID |
| --- | --- | --- | --- | --- |
| 2026-11-23 13:40:02Z | change | Deploy of checkout-api 4.18.2 finished. | \`a1b2c3d4e5f6\` | E1340 |
| 2026-11-23 14:02:10Z | impact started | HTTP 500 rate rose from 0.1 % to 38 %. | [graph](https://example.com/a,b), [log](evidence/a.log) | E1402 |
| ~2026-11-23 14:06Z | detected | Alert "checkout 5xx \\| eu" paged the on-call.<br>Twice. | | E1406 |
| 2026-11-23 14:09Z | severity SEV2 | Declared in the incident channel. | | E1409 |
| 2026-11-23 14:35:20Z | Mitigated | Rolled back. | | E1435 |

### E1406

The alert in full.

## Actions taken during response

- 14:31Z rolled back checkout-api to 4.18.1 [E1431]

## Open questions
`;

export function report(text: string, day?: number): ReportDocument {
  const document = readDocument(readMarkdown(text), defaultConventions, 'incident-report', day);
  assert.equal(document?.kind, 'incident-report');
  return document as ReportDocument;
}

export function problemsOf(document: ReportDocument): readonly (readonly [string, string])[] {
  return document.problems.map((problem) => [problem.rule, formatMessage(problem.message)]);
}

export function stampsOf(document: ReportDocument): readonly string[] {
  return document.entries.map((entry) =>
    entry.stamp === undefined ? '' : `${formatStamp(entry.stamp)}${'unsure' in entry.stamp ? ' unsure' : ''}`,
  );
}

/** The document after the first fix of each problem of that rule. */
export function fixed(text: string, rule: string): string {
  const edits = report(text)
    .problems.filter((problem) => problem.rule === rule)
    .flatMap(({ fixes }) => fixes?.[0]?.edits ?? []);
  return applyEdits(text, edits);
}

export function timeline(...lines: readonly string[]): string {
  return `# Title\n\n## Timeline\n\n${lines.join('\n')}\n`;
}
