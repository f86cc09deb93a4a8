import * as vscode from 'vscode';
import { lineStartsOf, positionAt, type TextEdit } from '../../core/model/text';
import { safeEdits } from '../../core/operations/fix-text';
import type { CheckedFinding, Fix } from '../../core/rules/rule';
import { commandIds, diagnosticSource } from '../contributions';
import { rangeToSpan, spanToRange, toVscodeEdits, translate } from '../convert';
import type { Services } from '../services';
import type { OpenIncidentDocument } from './open-documents';
import { documentSelector } from './selectors';

const { t } = vscode.l10n;

export function registerQuickFixes(services: Services): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(
    documentSelector,
    { provideCodeActions: (document, range, context) => fixesAt(services, document, range, context) },
    { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, fixAllKind] },
  );
}

/** Fixes of the findings as they are now, so that an edit never meets a text it was not computed from. */
function fixesAt(
  services: Services,
  document: vscode.TextDocument,
  range: vscode.Range,
  context: vscode.CodeActionContext,
): vscode.CodeAction[] {
  const open = services.documents.get(document);
  if (open === undefined) return [];
  if (context.only?.contains(fixAllKind) === true) return fixAll(open);
  if (context.only !== undefined && !context.only.contains(vscode.CodeActionKind.QuickFix)) return [];
  const here = rangeToSpan(document, range);
  const found = open.findings().filter(({ span }) => span.start <= here.end && span.end >= here.start);
  const shown = found.map((finding) => ({ finding, diagnostics: diagnosticsOf(context, document, finding) }));
  return [
    ...shown.flatMap(({ finding, diagnostics }) =>
      (finding.fixes ?? []).map((fix, index) => fixAction(open, finding, fix, { diagnostics, isFirst: index === 0 })),
    ),
    ...shown.flatMap(({ finding, diagnostics }) => suppressions(document.uri, finding, diagnostics)),
  ];
}

/** What `editor.codeActionsOnSave` may apply: fixes that only write down what is read anyway. */
function fixAll({ document, incident, findings }: OpenIncidentDocument): vscode.CodeAction[] {
  const edits = safeEdits(findings().filter(({ rule }) => fixedOnSave.has(rule))).flat();
  if (edits.length === 0) return [];
  const action = new vscode.CodeAction(t('Fix all in this document'), fixAllKind);
  action.edit = new vscode.WorkspaceEdit();
  action.edit.set(document.uri, toVscodeEdits(incident.markdown.text, edits));
  return [action];
}

const fixAllKind = vscode.CodeActionKind.SourceFixAll.append('incidentDocs');
const fixedOnSave: ReadonlySet<string> = new Set(['time-zone', 'time-order', 'cell-count', 'front-matter']);

function diagnosticsOf(context: vscode.CodeActionContext, document: vscode.TextDocument, finding: CheckedFinding) {
  const range = spanToRange(document, finding.span);
  return context.diagnostics.filter(({ source, code, range: shown }) => {
    const rule = typeof code === 'object' ? code.value : code;
    return source === diagnosticSource && rule === finding.rule && shown.isEqual(range);
  });
}

function fixAction(
  { document, incident }: OpenIncidentDocument,
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
  action.edit.set(document.uri, toVscodeEdits(incident.markdown.text, fix.edits));
  const place = placeToWrite(incident.markdown.text, fix.edits);
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
    case 'go-to':
      return { command: 'vscode.open', arguments: [uri, { selection: spanToRange(document, fix.span) }] };
    case 'log-entry':
      return { command: commandIds.logToTimeline, arguments: [uri, fix.line] };
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
    action(t('Suppress {rule} on this line, with a reason…', { rule }), commandIds.suppressFinding, [span.start]),
    action(t('Turn off {rule} for this workspace', { rule }), commandIds.turnOffRule, []),
  ];
}
