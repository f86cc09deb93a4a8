import assert from 'node:assert/strict';
import fc from 'fast-check';
import { message } from '../../../src/core/model/message';
import { keepOnePerSpan, type RankedFinding } from '../../../src/core/rules/one-per-span';
import type { DiagnosticSeverity } from '../../../src/core/rules/rule';

interface Sample {
  readonly rule: string;
  readonly start: number;
  readonly end: number;
  readonly severity?: DiagnosticSeverity;
  readonly rank?: number;
  readonly isProse?: boolean;
  readonly coversProse?: boolean;
}

function keep(...samples: readonly Sample[]): readonly string[] {
  return keepOnePerSpan(samples.map(toFinding)).map(({ rule, span }) => `${rule} ${span.start}-${span.end}`);
}

function toFinding({ start, end, severity = 'warning', rank = 0, isProse = true, ...sample }: Sample): RankedFinding {
  const { rule, coversProse = false } = sample;
  return { rule, severity, message: message(''), span: { start, end }, rank, isProse, coversProse };
}

describe('one finding a span', () => {
  it('keeps the longest of language findings that overlap', () => {
    assert.deepEqual(keep({ rule: 'a', start: 0, end: 4 }, { rule: 'b', start: 0, end: 9 }), ['b 0-9']);
    assert.deepEqual(keep({ rule: 'a', start: 0, end: 4 }, { rule: 'b', start: 2, end: 9 }), ['b 2-9']);
    assert.deepEqual(keep({ rule: 'a', start: 0, end: 9 }, { rule: 'b', start: 2, end: 5 }), ['a 0-9']);
    assert.deepEqual(keep({ rule: 'a', start: 0, end: 4 }, { rule: 'b', start: 4, end: 5 }), ['a 0-4', 'b 4-5']);
  });

  it('keeps the graver, then the more specific of two as long', () => {
    assert.deepEqual(
      keep({ rule: 'a', start: 0, end: 4, severity: 'hint' }, { rule: 'b', start: 0, end: 4, rank: 1 }),
      ['b 0-4'],
    );
    assert.deepEqual(keep({ rule: 'a', start: 0, end: 4, rank: 2 }, { rule: 'b', start: 0, end: 4, rank: 1 }), [
      'b 0-4',
    ]);
  });

  it('lets structure and language stand side by side unless the span is the same', () => {
    const row = { rule: 'row', start: 0, end: 50, isProse: false };
    assert.deepEqual(keep({ rule: 'cue', start: 5, end: 9 }, row), ['row 0-50', 'cue 5-9']);
    assert.deepEqual(keep({ rule: 'cue', start: 0, end: 50, rank: 3 }, row), ['row 0-50']);
  });

  it('drops language findings within a finding that covers them', () => {
    const heading = { rule: 'heading', start: 3, end: 22, isProse: false, coversProse: true };
    const cues = [3, 8, 20].map((start) => ({ rule: 'cue', start, end: start + 4 }));
    assert.deepEqual(keep(...cues, heading), ['heading 3-22', 'cue 20-24']);
  });

  it('keeps several of one rule on one span', () => {
    const missing = { rule: 'missing', start: 0, end: 5, isProse: false };
    assert.deepEqual(keep(missing, missing), ['missing 0-5', 'missing 0-5']);
  });

  it('gives language findings that are sorted and never overlap, whatever their order', () => {
    const sample = fc.record({
      rule: fc.constantFrom('a', 'b', 'c'),
      start: fc.nat(40),
      length: fc.integer({ min: 1, max: 9 }),
    });
    fc.assert(
      fc.property(fc.array(sample), (samples) => {
        const kept = keepOnePerSpan(
          samples.map(({ length, ...rest }) => toFinding({ ...rest, end: rest.start + length })),
        );
        for (const [index, { span, rule }] of kept.entries()) {
          const before = kept[index - 1];
          if (before === undefined) continue;
          const isSame = before.rule === rule && before.span.start === span.start && before.span.end === span.end;
          assert.ok(isSame || before.span.end <= span.start);
        }
      }),
    );
  });
});
