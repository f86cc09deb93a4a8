import assert from 'node:assert/strict';
import fc from 'fast-check';
import { defaultConventions } from '../../../src/core/model/conventions';
import { checkEvent } from '../../../src/core/operations/check-event';

function cues(event: string, status: 'investigating' | 'resolved' = 'investigating'): readonly string[] {
  return checkEvent(event, status, defaultConventions).map(
    ({ rule, severity, span }) => `${rule} ${severity}: ${event.slice(span.start, span.end)}`,
  );
}

describe('checking an event while it is typed', () => {
  it('names the words at their place', () => {
    assert.deepEqual(cues('HTTP 500 rate fell to 0.4 % because the rollback had finished.'), [
      'causal-language information: because',
    ]);
  });

  it('is as strict as the status of the incident', () => {
    assert.deepEqual(cues('Latency rose because the pool was full.', 'resolved'), ['causal-language warning: because']);
  });

  it('keeps places behind pipes and line breaks', () => {
    assert.deepEqual(cues('a | b\nLatency rose because the pool was full.'), ['causal-language information: because']);
  });

  it('says nothing of facts, of code or of an empty text', () => {
    assert.deepEqual(cues('Rolled back checkout-api to 4.18.1.'), []);
    assert.deepEqual(cues('The log said `failed because of x`.'), []);
    assert.deepEqual(cues('  '), []);
  });

  it('never throws and never points outside the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (event) => {
        for (const { span } of checkEvent(event, 'resolved', defaultConventions)) {
          assert.ok(span.start >= 0 && span.end <= event.length);
        }
      }),
    );
  });
});
