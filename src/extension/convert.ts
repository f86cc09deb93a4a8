import * as vscode from 'vscode';
import type { TextChange } from '../core/markdown/markdown-document';
import type { Message } from '../core/model/message';
import { lineStartsOf, type Position, positionAt, type Range, type Span, type TextEdit } from '../core/model/text';
import type { DiagnosticSeverity } from '../core/rules/rule';

/** The user's language, where there is a translation of the template. */
export function translate(message: Message): string {
  return vscode.l10n.t(message.template, { ...message.values });
}

/** Text that stays text in Markdown; unlike `appendText` it leaves blanks as they are, so that lines can wrap. */
export function toMarkdownText(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[!-/:-@[-`{-~]/g, '\\$&');
}

/** The same for Markdown that is read as it is written: only signs that could begin a link, code or a tag are escaped. */
export function toLegibleMarkdown(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*[\]<&]/g, '\\$&');
}

export function toVscodePosition({ line, character }: Position): vscode.Position {
  return new vscode.Position(line, character);
}

export function toVscodeRange(range: Range): vscode.Range {
  return new vscode.Range(toVscodePosition(range.start), toVscodePosition(range.end));
}

/** The place of a span in the version of the document that it was computed from. */
export function spanToRange(document: vscode.TextDocument, span: Span): vscode.Range {
  return new vscode.Range(document.positionAt(span.start), document.positionAt(span.end));
}

export function rangeToSpan(document: vscode.TextDocument, range: vscode.Range): Span {
  return { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
}

/**
 * Edits of `base` by line and character, so that they fit an editor which shows the same lines with one kind of
 * line ending throughout.
 */
export function toVscodeEdits(base: string, edits: readonly TextEdit[]): vscode.TextEdit[] {
  const starts = lineStartsOf(base);
  const at = (offset: number) => toVscodePosition(positionAt(starts, offset));
  return edits.map(({ span, newText }) => new vscode.TextEdit(new vscode.Range(at(span.start), at(span.end)), newText));
}

export function fromVscodeChange(change: vscode.TextDocumentContentChangeEvent): TextChange {
  return { start: change.rangeOffset, end: change.rangeOffset + change.rangeLength, newText: change.text };
}

export function toVscodeSeverity(severity: DiagnosticSeverity): vscode.DiagnosticSeverity {
  switch (severity) {
    case 'error':
      return vscode.DiagnosticSeverity.Error;
    case 'warning':
      return vscode.DiagnosticSeverity.Warning;
    case 'information':
      return vscode.DiagnosticSeverity.Information;
    case 'hint':
      return vscode.DiagnosticSeverity.Hint;
  }
}
