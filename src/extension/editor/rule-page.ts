import * as vscode from 'vscode';

/** Where the page of a rule is shown: shipped with the extension, opened as a preview. */
export function rulePage(extensionUri: vscode.Uri, rule: string): vscode.Uri {
  return vscode.Uri.joinPath(extensionUri, 'docs', 'rules', `${rule}.md`);
}
