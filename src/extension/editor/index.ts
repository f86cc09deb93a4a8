import * as vscode from 'vscode';
import type { Services } from '../services';
import { registerCodeLenses } from './code-lens';
import { registerCompletions } from './completions';
import { registerDiagnostics } from './diagnostics';
import { registerFixAll } from './fix-all';
import { registerHovers } from './hovers';
import { registerQuickFixes } from './quick-fixes';

export function registerEditorFeatures(services: Services): vscode.Disposable {
  return vscode.Disposable.from(
    registerDiagnostics(services),
    registerQuickFixes(services),
    registerFixAll(services),
    registerCodeLenses(services),
    registerCompletions(services),
    registerHovers(services),
  );
}
