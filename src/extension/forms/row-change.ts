import * as vscode from 'vscode';
import type { EntryReference } from '../../core/operations/entry-reference';

const scheme = 'incident-docs-row';

/** Serves the two sides of {@link showRowChange}; what they hold stands in their address. */
export function registerRowChange(): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent: ({ query }) => query,
  });
}

/** The row as it stood when it was opened beside what it is now. */
export async function showRowChange(file: string, opened: EntryReference, now: EntryReference): Promise<void> {
  const side = (name: string, { written }: EntryReference) =>
    vscode.Uri.from({ scheme, path: `/${name}/${file}`, query: written });
  const id = opened.id ?? vscode.l10n.t('entry');
  const title = vscode.l10n.t('{id} in {file}: when it was opened, and now', { id, file });
  await vscode.commands.executeCommand('vscode.diff', side('opened', opened), side('now', now), title);
}
