import * as vscode from 'vscode';
import { type Completion, completionsAt } from '../../core/kinds/completions';
import { spanToRange } from '../convert';
import type { Services } from '../services';
import { placesOf } from './places';
import { conventionsSelector, documentSelector } from './selectors';

/** Markdown offers nothing while typing by itself; outside our places these cost one look and show nothing. */
const triggers = [':', ' ', '-', '[', '|', '@', '#'];

export function registerCompletions(services: Services): vscode.Disposable {
  const provider: vscode.CompletionItemProvider = {
    provideCompletionItems: (document, position) =>
      completionsOf(services, document, position).map((completion, index) => itemOf(document, completion, index)),
  };
  return vscode.Disposable.from(
    vscode.languages.registerCompletionItemProvider(documentSelector, provider, ...triggers),
    vscode.languages.registerCompletionItemProvider(conventionsSelector, provider, ...triggers),
    vscode.workspace.onDidChangeTextDocument((event) => void offerAtFirstLetter(services, event)),
  );
}

function completionsOf(
  services: Services,
  document: vscode.TextDocument,
  position: vscode.Position,
): readonly Completion[] {
  const places = placesOf(services, document);
  if (places === undefined) return [];
  const { folder, context } = places;
  return completionsAt(document.getText(), document.offsetAt(position), folder.conventions, context);
}

function itemOf(document: vscode.TextDocument, completion: Completion, index: number): vscode.CompletionItem {
  const { label, insert, span, kind, documentation } = completion;
  const isKey = kind === 'key';
  const item = new vscode.CompletionItem(
    label,
    isKey ? vscode.CompletionItemKind.Property : vscode.CompletionItemKind.EnumMember,
  );
  item.insertText = insert;
  item.range = spanToRange(document, span);
  item.filterText = document.getText(item.range).startsWith(' ') ? ` ${label}` : label;
  item.sortText = String(index).padStart(4, '0');
  if (documentation !== undefined) item.documentation = documentation;
  // After a key its values follow at once.
  if (isKey && insert.endsWith(': ')) item.command = { command: 'editor.action.triggerSuggest', title: label };
  return item;
}

/**
 * A letter is no trigger character, as that would take other suggestions away from prose. So the first letter of
 * a word at one of our places asks for suggestions, and only where there are some.
 */
async function offerAtFirstLetter(
  services: Services,
  { document, contentChanges, reason }: vscode.TextDocumentChangeEvent,
): Promise<void> {
  const [change] = contentChanges;
  if (change === undefined || contentChanges.length > 1 || reason !== undefined) return;
  if (change.rangeLength > 0 || !/^\p{L}$/u.test(change.text)) return;
  if (vscode.window.activeTextEditor?.document !== document) return;
  const position = change.range.start.translate(0, 1);
  const before = document.lineAt(position.line).text.slice(0, change.range.start.character);
  if (/[\p{L}\p{N}]$/u.test(before)) return;
  if (completionsOf(services, document, position).length === 0) return;
  await vscode.commands.executeCommand('editor.action.triggerSuggest');
}
