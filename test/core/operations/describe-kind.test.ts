import assert from 'node:assert/strict';
import { readDocument } from '../../../src/core/kinds';
import { readMarkdown } from '../../../src/core/markdown/read-markdown';
import { defaultConventions } from '../../../src/core/model/conventions';
import { formatMessage } from '../../../src/core/model/message';
import type { Stamp } from '../../../src/core/model/stamp';
import { describeKind } from '../../../src/core/operations/describe-kind';

const conventions = { ...defaultConventions, entryKinds: [{ name: 'drill', definition: 'A rehearsed step.' }] };
const now: Stamp = { kind: 'exact', at: Date.UTC(2026, 10, 23, 14, 35, 20), seconds: true };

function described(kind: string, rows: readonly string[], stamp: Stamp | undefined = now): string {
  const table = ['| Time | Kind | Event | ID |', '| --- | --- | --- | --- |', ...rows].join('\n');
  const text = `---\ntype: incident-report\nstatus: investigating\n---\n\n# Title\n\n## Timeline\n\n${table}\n`;
  const report = readDocument(readMarkdown(text), conventions);
  assert.ok(report?.kind === 'incident-report');
  return describeKind({ kind, ...(stamp && { stamp }) }, report, conventions)
    .map(formatMessage)
    .join(' ');
}

const started = '| 2026-11-23 14:02:10Z | impact started | Errors rose. | E1402 |';

describe('the help for a kind', () => {
  it('is its definition, of built-in and of own kinds', () => {
    assert.equal(described('symptom', []), 'Service behaviour that was observed.');
    assert.equal(described('drill', []), 'A rehearsed step.');
    assert.equal(described('unheard of', []), '');
  });

  it('names the duration that a milestone closes, with both entries', () => {
    assert.equal(
      described('mitigated', [started]),
      'Sets the milestone mitigated. Time to mitigate: 33 min 10 s, from E1402 to this entry.',
    );
  });

  it('is no more exact than the time', () => {
    const range: Stamp = { kind: 'range', from: now.at, until: now.at + 360_000, seconds: true };
    assert.match(described('mitigated', [started], range), /33 min 10 s to 39 min 10 s|33 to 39 min/);
    assert.match(described('mitigated', [started], { ...now, kind: 'about' }), /about 33 min, /);
  });

  it('says why no duration can be computed', () => {
    assert.equal(
      described('mitigated', []),
      'Sets the milestone mitigated. Time to mitigate is not computed: no entry of kind impact started.',
    );
    assert.equal(described('mitigated', [started], { kind: 'unknown' }), 'Sets the milestone mitigated.');
  });

  it('computes each duration from the milestone that it starts at', () => {
    const detected = '| 2026-11-23 14:30:20Z | detected | Paged. | E1430 |';
    assert.match(
      described('acknowledged', [started, detected]),
      /Time to acknowledge: 5 min, from E1430 to this entry/,
    );
  });

  it('says that a milestone would come before the one it is counted from', () => {
    assert.match(
      described('mitigated', ['| 2026-11-23 14:40Z | impact started | Errors rose. | E1440 |']),
      /Time to mitigate is not computed: mitigated \(this entry\) is before impact started \(E1440\)\./,
    );
  });

  it('says which entry sets the milestone already, and which of them counts', () => {
    const mitigated = '| 2026-11-23 14:31Z | mitigated | Errors fell. | E1431 |';
    assert.equal(described('mitigated', [started, mitigated]), 'E1431 sets mitigated already; the last one counts.');
    assert.equal(described('impact started', [started]), 'E1402 sets impact started already; the first one counts.');
  });

  it('gives the definition for a milestone that closes no duration', () => {
    assert.equal(described('closed', [started]), 'Sets the milestone closed. The incident was closed.');
  });
});
