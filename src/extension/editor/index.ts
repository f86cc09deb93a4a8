import * as vscode from 'vscode';
import type { Services } from '../services';
import { registerCodeLenses } from './code-lens';
import { registerCompletions } from './completions';
import { registerDiagnostics } from './diagnostics';
import { registerHovers } from './hovers';
import { registerLanguageStatus } from './language-status';
import { registerQuickFixes } from './quick-fixes';

export function registerEditorFeatures(services: Services): vscode.Disposable {
  return vscode.Disposable.from(
    registerDiagnostics(services),
    registerQuickFixes(services),
    registerCodeLenses(services),
    registerCompletions(services),
    registerHovers(services),
    registerLanguageStatus(services),
  );
}
