import assert from 'node:assert/strict';
import { readDocument } from '../../../src/core/kinds';
import { readMarkdown } from '../../../src/core/markdown/read-markdown';
import { defaultConventions } from '../../../src/core/model/conventions';
import { type StatusUpdateFormat, statusUpdate } from '../../../src/core/operations/status-update';

const impact = [
  '## Impact',
  '',
  '| System | Effect | From | Until | Measure | Basis | Source |',
  '| --- | --- | --- | --- | --- | --- | --- |',
  '| checkout-api | HTTP 500 on `POST /checkout` | 2026-11-23 14:02:10Z | | 12,410 requests | measured | |',
  '',
].join('\n');
const timeline = [
  '## Timeline',
  '',
  '| Time | Kind | Event | Evidence | ID |',
  '| --- | --- | --- | --- | --- |',
  '| 2026-11-23 14:02:10Z | impact started | HTTP 500 rate rose to 38 %. | | E1402 |',
  '| 2026-11-23 14:31Z | action | Rolled back **checkout-api** to [4.18.1](https://example.com). | | E1431 |',
  '| ~2026-11-23 14:33Z | decision | Wait for the queue to drain. | | E1433 |',
  '',
].join('\n');
const ended = '| 2026-11-23 14:41Z | resolved | Error rate at 0.1 %. | | E1441 |\n';

describe('statusUpdate', () => {
  it('says severity, impact, since when, last action and what is next', () => {
    check('investigating', impact + timeline, 'markdown', [
      '**SEV2 investigating: Checkout errors**',
      '',
      '- **Impact:** checkout-api: HTTP 500 on `POST /checkout`, 12,410 requests',
      '- **Since:** 2026-11-23 14:02 UTC, 41 min',
      '- **Last action:** 14:31Z Rolled back **checkout-api** to [4.18.1](https://example.com).',
      '- **Next:** about 14:33Z Wait for the queue to drain.',
    ]);
  });

  it('is plain text for channels that show Markdown as it is written', () => {
    check('investigating', impact + timeline, 'plain', [
      'SEV2 investigating: Checkout errors',
      'Impact: checkout-api: HTTP 500 on POST /checkout, 12,410 requests',
      'Since: 2026-11-23 14:02 UTC, 41 min',
      'Last action: 14:31Z Rolled back checkout-api to 4.18.1 (https://example.com).',
      'Next: about 14:33Z Wait for the queue to drain.',
    ]);
  });

  it('says what is not recorded while the incident is open', () => {
    check('investigating', '', 'plain', [
      'SEV2 investigating: Checkout errors',
      'Impact: not recorded',
      'Since: not recorded',
      'Last action: not recorded',
      'Next: not recorded',
    ]);
  });

  it('says how long it took once it is over, and leaves out what is not known', () => {
    check('resolved', `${timeline}${ended}`, 'plain', [
      'SEV2 resolved: Checkout errors',
      'Impact: HTTP 500 rate rose to 38 %.',
      'Since: 2026-11-23 14:02 UTC, until 2026-11-23 14:41 UTC (38 min 50 s)',
      'Last action: 14:31Z Rolled back checkout-api to 4.18.1 (https://example.com).',
    ]);
    check('resolved', '', 'plain', ['SEV2 resolved: Checkout errors']);
  });

  it('takes no decision for next that is older than the last action', () => {
    const later = '| 2026-11-23 14:40Z | action | Scaled up. | | E1440 |\n';
    check('monitoring', `${timeline.trimEnd()}\n${later}`, 'plain', [
      'SEV2 monitoring: Checkout errors',
      'Impact: HTTP 500 rate rose to 38 %.',
      'Since: 2026-11-23 14:02 UTC, 41 min',
      'Last action: 14:40Z Scaled up.',
      'Next: not recorded',
    ]);
  });
});

function check(status: string, body: string, format: StatusUpdateFormat, lines: readonly string[]): void {
  const text = `---\ntype: incident-report\nseverity: SEV2\nstatus: ${status}\n---\n\n# Checkout errors\n\n${body}`;
  const report = readDocument(readMarkdown(text), defaultConventions);
  assert.ok(report?.kind === 'incident-report');
  assert.equal(statusUpdate(report, Date.UTC(2026, 10, 23, 14, 44), format), lines.join('\n'));
}
