import * as vscode from 'vscode';
import { fixAllOnSave } from '../../core/operations/fix-all';
import { fixAllKind } from '../contributions';
import { toVscodeEdits } from '../convert';
import type { Services } from '../services';
import { fixableText } from './fixable-text';
import { conventionsSelector, documentSelector } from './selectors';

/** `source.fixAll.incidentDocs`, which `editor.codeActionsOnSave` and *Fix All* ask for. */
export function registerFixAll(services: Services): vscode.Disposable {
  const kind = vscode.CodeActionKind.Empty.append(fixAllKind);
  const provider: vscode.CodeActionProvider = {
    provideCodeActions: async (document, _range, { only }) => {
      if (only?.contains(kind) !== true) return [];
      const fixable = fixableText(services, document);
      if (fixable === undefined) return [];
      const edits = await fixAllOnSave(fixable, fixable.folder.conventions);
      if (edits.length === 0) return [];
      const action = new vscode.CodeAction(vscode.l10n.t('Fix what needs no look'), kind);
      action.edit = new vscode.WorkspaceEdit();
      action.edit.set(document.uri, toVscodeEdits(fixable.text, edits));
      return [action];
    },
  };
  const metadata = { providedCodeActionKinds: [kind] };
  return vscode.Disposable.from(
    vscode.languages.registerCodeActionsProvider(documentSelector, provider, metadata),
    vscode.languages.registerCodeActionsProvider(conventionsSelector, provider, metadata),
  );
}
