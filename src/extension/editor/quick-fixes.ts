import * as vscode from 'vscode';
import { lineStartsOf, positionAt, type TextEdit } from '../../core/model/text';
import { fixAllOf } from '../../core/operations/fix-all';
import type { CheckedFinding, Fix } from '../../core/rules/rule';
import { commandIds, diagnosticSource } from '../contributions';
import { rangeToSpan, spanToRange, toVscodeEdits, translate } from '../convert';
import type { Services } from '../services';
import { type FixableText, fixableText } from './fixable-text';
import { conventionsSelector, documentSelector } from './selectors';

const { t } = vscode.l10n;

export function registerQuickFixes(services: Services): vscode.Disposable {
  const provider: vscode.CodeActionProvider = {
    provideCodeActions: (document, range, context) => fixesAt(services, document, range, context),
  };
  const metadata = { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] };
  return vscode.Disposable.from(
    vscode.languages.registerCodeActionsProvider(documentSelector, provider, metadata),
    vscode.languages.registerCodeActionsProvider(conventionsSelector, provider, metadata),
  );
}

/** Fixes of the findings as they are now, so that an edit never meets a text it was not computed from. */
function fixesAt(
  services: Services,
  document: vscode.TextDocument,
  range: vscode.Range,
  context: vscode.CodeActionContext,
): vscode.CodeAction[] {
  if (context.only !== undefined && !context.only.contains(vscode.CodeActionKind.QuickFix)) return [];
  const fixable = fixableText(services, document);
  if (fixable === undefined) return [];
  const here = rangeToSpan(document, range);
  const found = fixable.findings.filter(({ span }) => span.start <= here.end && span.end >= here.start);
  const shown = found.map((finding) => ({ finding, diagnostics: diagnosticsOf(context, document, finding) }));
  const rules = [...new Set(found.map(({ rule }) => rule))];
  return [
    ...shown.flatMap(({ finding, diagnostics }) =>
      (finding.fixes ?? []).map((fix, index) =>
        fixAction(fixable, finding, fix, { diagnostics, isFirst: index === 0 }),
      ),
    ),
    ...rules.flatMap((rule) => fixAllAction(fixable, rule, shown)),
    ...(fixable.isSuppressible ? shown : []).flatMap(({ finding, diagnostics }) =>
      suppressions(document.uri, finding, diagnostics),
    ),
  ];
}

interface ShownFinding {
  readonly finding: CheckedFinding;
  readonly diagnostics: vscode.Diagnostic[];
}

/** Where several findings of a rule have fixes that need no look, all of them at once. */
function fixAllAction({ document, text, findings }: FixableText, rule: string, shown: readonly ShownFinding[]) {
  const edits = fixAllOf(rule, findings);
  if (edits.length === 0) return [];
  const action = new vscode.CodeAction(t('Fix all {rule} in this file', { rule }), vscode.CodeActionKind.QuickFix);
  action.diagnostics = shown.filter(({ finding }) => finding.rule === rule).flatMap(({ diagnostics }) => diagnostics);
  action.edit = new vscode.WorkspaceEdit();
  action.edit.set(document.uri, toVscodeEdits(text, edits));
  return [action];
}

function diagnosticsOf(context: vscode.CodeActionContext, document: vscode.TextDocument, finding: CheckedFinding) {
  const range = spanToRange(document, finding.span);
  return context.diagnostics.filter(({ source, code, range: shown }) => {
    const rule = typeof code === 'object' ? code.value : code;
    return source === diagnosticSource && rule === finding.rule && shown.isEqual(range);
  });
}

function fixAction(
  { document, text }: FixableText,
  finding: CheckedFinding,
  fix: Fix,
  { diagnostics, isFirst }: { readonly diagnostics: vscode.Diagnostic[]; readonly isFirst: boolean },
): vscode.CodeAction {
  const action = new vscode.CodeAction(translate(fix.title), vscode.CodeActionKind.QuickFix);
  action.diagnostics = diagnostics;
  action.isPreferred = isFirst;
  if (fix.kind !== 'edit') {
    action.command = { title: action.title, ...commandOf(document, finding, fix) };
    return action;
  }
  action.edit = new vscode.WorkspaceEdit();
  action.edit.set(document.uri, toVscodeEdits(text, fix.edits));
  const place = placeToWrite(text, fix.edits);
  if (place !== undefined) {
    const selection = new vscode.Range(place, place);
    action.command = { command: 'vscode.open', title: action.title, arguments: [document.uri, { selection }] };
  }
  return action;
}

function commandOf(
  document: vscode.TextDocument,
  { span }: CheckedFinding,
  fix: Exclude<Fix, { readonly kind: 'edit' }>,
): { readonly command: string; readonly arguments: unknown[] } {
  const { uri } = document;
  switch (fix.kind) {
    case 'move-to-postmortem':
      return { command: commandIds.moveToPostmortem, arguments: [uri, span] };
    case 'quote':
      return { command: commandIds.quoteSentence, arguments: [uri, span] };
    case 'turn-into-action':
      return { command: commandIds.turnIntoAction, arguments: [uri, span] };
    case 'go-to':
      return { command: 'vscode.open', arguments: [uri, { selection: spanToRange(document, fix.span) }] };
    case 'log-entry':
      return { command: commandIds.logToTimeline, arguments: [uri, fix.line] };
    case 'search':
      return { command: 'workbench.action.findInFiles', arguments: [{ query: fix.words, triggerSearch: true }] };
    case 'choose-commit':
      return { command: commandIds.chooseCommit, arguments: [uri, fix.key, fix.candidates] };
    case 'add-to-conventions':
      return { command: commandIds.addToConventions, arguments: [uri, fix.key, fix.name] };
  }
}

/** Below the heading of a section that was just inserted, in the lines as they are after the edit. */
function placeToWrite(text: string, edits: readonly TextEdit[]): vscode.Position | undefined {
  const [edit] = edits;
  const heading = edit === undefined ? null : /^#{1,6} .*$/m.exec(edit.newText);
  if (edit === undefined || heading === null || edits.length > 1) return undefined;
  const before = text.slice(0, edit.span.start) + edit.newText.slice(0, heading.index);
  const rest = edit.newText.slice(heading.index + heading[0].length);
  const below = /^(?:\r\n?|\n)*/.exec(rest)?.[0].split(/\r\n?|\n/).length ?? 1;
  const { line } = positionAt(lineStartsOf(before), before.length);
  return new vscode.Position(line + Math.min(below - 1, 2), 0);
}

/** The last ones in every list. */
function suppressions(
  uri: vscode.Uri,
  { rule, span }: CheckedFinding,
  diagnostics: vscode.Diagnostic[],
): vscode.CodeAction[] {
  const action = (title: string, command: string, args: readonly unknown[]) => {
    const suppress = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    suppress.diagnostics = diagnostics;
    suppress.command = { command, title, arguments: [uri, rule, ...args] };
    return suppress;
  };
  return [
    action(t('Suppress {rule} on this line, with a reason…', { rule }), commandIds.suppressFinding, [
      span.start,
      'line',
    ]),
    action(t('Suppress {rule} in this file, with a reason…', { rule }), commandIds.suppressFinding, [
      span.start,
      'file',
    ]),
    action(t('Turn off {rule} for this workspace', { rule }), commandIds.turnOffRule, []),
  ];
}
