import type * as vscode from 'vscode';

/** Whether two lists of diagnostics of ours would look the same. */
export function isSameList(before: readonly vscode.Diagnostic[], after: readonly vscode.Diagnostic[]): boolean {
  return before.length === after.length && before.every((one, at) => isSame(one, after[at]));
}

function isSame(one: vscode.Diagnostic, other: vscode.Diagnostic | undefined): boolean {
  return (
    other !== undefined &&
    one.range.isEqual(other.range) &&
    one.message === other.message &&
    one.severity === other.severity &&
    ruleOf(one) === ruleOf(other) &&
    placesOf(one) === placesOf(other)
  );
}

function ruleOf({ code }: vscode.Diagnostic) {
  return typeof code === 'object' ? code.value : code;
}

function placesOf({ relatedInformation = [] }: vscode.Diagnostic): string {
  return relatedInformation
    .map(({ message, location: { range } }) => `${range.start.line}:${range.start.character} ${message}`)
    .join('\n');
}

/** Whether an edit moves lines, or stands in the line of one of these diagnostics. */
export function touchesAny(
  diagnostics: readonly vscode.Diagnostic[],
  changes: readonly vscode.TextDocumentContentChangeEvent[],
): boolean {
  return changes.some(({ range, text }) => {
    if (!range.isSingleLine || /[\r\n]/.test(text)) return true;
    const { line } = range.start;
    return diagnostics.some(({ range: { start, end } }) => start.line <= line && line <= end.line);
  });
}
