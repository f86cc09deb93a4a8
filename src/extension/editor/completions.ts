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
    offerWhileTyping(services),
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
  // The whole text would be put together from its lines after each key.
  const text = context.document?.markdown.text ?? document.getText();
  return completionsAt(text, document.offsetAt(position), folder.conventions, context);
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
 * a word at one of our places asks for suggestions, and only where there are some. What was asked for is put away
 * where nothing fits any more, as VS Code would say so in a box.
 */
function offerWhileTyping(services: Services): vscode.Disposable {
  let isOffered = false;
  return vscode.workspace.onDidChangeTextDocument(({ document, contentChanges, reason }) => {
    const [change] = contentChanges;
    if (change === undefined || contentChanges.length > 1 || reason !== undefined) return;
    if (change.rangeLength > 0 || !/^\p{L}$/u.test(change.text)) return;
    if (vscode.window.activeTextEditor?.document !== document) return;
    const position = change.range.start.translate(0, 1);
    const typed = /[\p{L}\p{N}_-]*$/u.exec(document.lineAt(position.line).text.slice(0, position.character))?.[0] ?? '';
    const isFirst = typed.length === 1;
    if (!isFirst && !isOffered) return;
    const fits = completionsOf(services, document, position).some(({ label }) => isBegunBy(label, typed));
    if (isFirst && fits) void vscode.commands.executeCommand('editor.action.triggerSuggest');
    if (isOffered && !fits) void vscode.commands.executeCommand('hideSuggestWidget');
    isOffered = fits;
  });
}

/** As the editor matches: from the start of a word on, the other letters in their order. */
function isBegunBy(label: string, typed: string): boolean {
  const letters = [...typed.toLowerCase()].map((letter) => letter.replace(/[-\\]/g, '\\$&'));
  return new RegExp(`(^|[^\\p{L}\\p{N}])${letters.join('.*')}`, 'u').test(label.toLowerCase());
}
