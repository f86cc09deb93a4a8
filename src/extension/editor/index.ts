import * as vscode from 'vscode';
import type { Services } from '../services';
import { registerCodeLenses } from './code-lens';
import { registerCodeMemory } from './code-memory';
import { registerCommitCompletions } from './commit-completions';
import { registerCommitLinks } from './commit-links';
import { registerCompletions } from './completions';
import { registerDefinitions } from './definitions';
import { registerDiagnostics } from './diagnostics';
import { registerEvidencePaste } from './evidence-paste';
import { registerFixAll } from './fix-all';
import { registerHovers } from './hovers';
import { registerLanguageStatus } from './language-status';
import { registerQuickFixes } from './quick-fixes';

export function registerEditorFeatures(services: Services): vscode.Disposable {
  return vscode.Disposable.from(
    registerDiagnostics(services),
    registerQuickFixes(services),
    registerFixAll(services),
    registerCodeLenses(services),
    registerCompletions(services),
    registerHovers(services),
    registerCodeMemory(services),
    registerEvidencePaste(services),
    registerCommitCompletions(services),
    registerCommitLinks(services),
    registerDefinitions(services),
    registerLanguageStatus(services),
  );
}
