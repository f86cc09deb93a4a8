import * as vscode from 'vscode';

/** Texts that are shown and never kept. */
const scheme = 'incident-docs-text';

/** A view that cannot be edited and that nothing keeps or asks to save; the line, if any, is selected. */
export async function showText(name: string, text: string, line?: number): Promise<void> {
  const uri = vscode.Uri.from({ scheme, path: `/${name}`, query: crypto.randomUUID() });
  const view = vscode.workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent: () => text,
  });
  try {
    const document = await vscode.workspace.openTextDocument(uri);
    const selected =
      line === undefined ? {} : { selection: document.lineAt(Math.min(line, document.lineCount - 1)).range };
    await vscode.window.showTextDocument(document, { ...selected, preview: true });
  } finally {
    view.dispose();
  }
}
