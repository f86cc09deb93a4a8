import * as vscode from 'vscode';
import { extendMarkdownIt } from '../preview/extend-markdown-it';
import type { MarkdownIt } from '../preview/markdown-it';
import type { PreviewContext } from '../preview/preview-context';
import { translate } from './convert';
import type { Services } from './services';

/** What VS Code's Markdown preview asks of an extension that contributes a plugin. */
export interface PreviewPlugin {
  extendMarkdownIt<T extends MarkdownIt>(markdown: T): T;
}

/** Reports and postmortems in the built-in preview; everything else passes untouched. */
export function createPreview({ folders, now }: Services): PreviewPlugin & vscode.Disposable {
  // A preview that a window restores comes before the incidents have been read.
  let isShown = false;
  const contextOf = (environment: unknown): PreviewContext | undefined => {
    const uri = documentOf(environment);
    if (uri === undefined) return undefined;
    isShown = true;
    const folder = folders.folderOf(uri);
    const path = folder?.pathOf(uri);
    if (folder?.isEnabled !== true || path === undefined || !folder.index.covers(path)) return undefined;
    const incidentId = path.split('/').at(-2) ?? '';
    const lineOfEntry = (incident: string, entry: string) =>
      folder.index.incident(incident)?.report?.entries.find(({ id }) => id === entry)?.line;
    return { conventions: folder.conventions, incidentId, now: now(), lineOfEntry, say: translate };
  };
  const refresh = () => {
    if (isShown) void vscode.commands.executeCommand('markdown.preview.refresh');
  };
  const subscriptions = vscode.Disposable.from(
    folders.onDidChangeConventions(refresh),
    folders.onDidChangeIncidents(({ change }) => {
      if (change === undefined) refresh();
    }),
  );
  return {
    extendMarkdownIt: (markdown) => extendMarkdownIt(markdown, contextOf),
    dispose: () => subscriptions.dispose(),
  };
}

/** The document that is rendered; a text without one is nobody's. */
function documentOf(environment: unknown): vscode.Uri | undefined {
  if (typeof environment !== 'object' || environment === null || !('currentDocument' in environment)) return undefined;
  const { currentDocument } = environment;
  return currentDocument instanceof vscode.Uri ? currentDocument : undefined;
}
