import assert from 'node:assert/strict';
import { message } from '../../../src/core/model/message';
import { capFindings } from '../../../src/core/rules/cap-findings';
import type { CheckedFinding, DiagnosticSeverity } from '../../../src/core/rules/rule';

function finding(start: number, severity: DiagnosticSeverity): CheckedFinding {
  return { rule: 'one', severity, message: message(''), span: { start, end: start + 1 } };
}

describe('capping findings', () => {
  const findings = [
    finding(0, 'warning'),
    finding(10, 'information'),
    finding(20, 'error'),
    finding(30, 'warning'),
    finding(40, 'hint'),
  ];
  const starts = (max: number, visible?: { start: number; end: number }) =>
    capFindings(findings, max, visible).map(({ span }) => span.start);

  it('keeps all where they are few', () => {
    assert.equal(capFindings(findings, 5), findings);
  });

  it('keeps the gravest, in order of place', () => {
    assert.deepEqual(starts(1), [20]);
    assert.deepEqual(starts(2), [0, 20]);
    assert.deepEqual(starts(4), [0, 10, 20, 30]);
  });

  it('prefers what is near to the visible lines among equals', () => {
    assert.deepEqual(starts(2, { start: 25, end: 50 }), [20, 30]);
    assert.deepEqual(starts(2, { start: 0, end: 5 }), [0, 20]);
  });
});
