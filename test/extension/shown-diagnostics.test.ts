import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { isSameList, touchesAny } from '../../src/extension/editor/shown-diagnostics';

const shown = [diagnostic(3, 'one'), diagnostic(7, 'two')];

describe('what is shown of findings', () => {
  it('is the same as long as places, words, severities and rules are', () => {
    assert.equal(isSameList(shown, [diagnostic(3, 'one'), diagnostic(7, 'two')]), true);
    assert.equal(isSameList(shown, [diagnostic(3, 'one')]), false);
    assert.equal(isSameList(shown, [diagnostic(3, 'one'), diagnostic(8, 'two')]), false);
    assert.equal(isSameList(shown, [diagnostic(3, 'one'), diagnostic(7, 'other')]), false);
    const weaker = Object.assign(diagnostic(7, 'two'), { severity: vscode.DiagnosticSeverity.Hint });
    assert.equal(isSameList(shown, [diagnostic(3, 'one'), weaker]), false);
    const other = Object.assign(diagnostic(7, 'two'), { code: 'blame' });
    assert.equal(isSameList(shown, [diagnostic(3, 'one'), other]), false);
  });

  it('is touched by an edit in its lines and by one that moves lines, and by no other', () => {
    assert.equal(touches(new vscode.Range(5, 0, 5, 4), 'x'), false);
    assert.equal(touches(new vscode.Range(7, 40, 7, 40), 'x'), true);
    assert.equal(touches(new vscode.Range(5, 0, 5, 0), '\n'), true);
    assert.equal(touches(new vscode.Range(5, 0, 6, 0), ''), true);
  });
});

function diagnostic(line: number, message: string): vscode.Diagnostic {
  const one = new vscode.Diagnostic(new vscode.Range(line, 2, line, 9), message, vscode.DiagnosticSeverity.Warning);
  one.code = 'causal-language';
  return one;
}

function touches(range: vscode.Range, text: string): boolean {
  return touchesAny(shown, [{ range, text, rangeOffset: 0, rangeLength: 0 }]);
}
