import * as vscode from 'vscode';

/** Opens a document with the cursor at an offset of its text, or at the beginning of a line. */
export async function openAt(uri: vscode.Uri, place: number | { readonly line: number }): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument(uri);
  const position = typeof place === 'number' ? document.positionAt(place) : new vscode.Position(place.line, 0);
  const selection = new vscode.Range(position, position);
  const editor = await vscode.window.showTextDocument(document, { selection, preview: typeof place !== 'number' });
  editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  return editor;
}
