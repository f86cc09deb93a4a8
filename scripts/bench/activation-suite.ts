import { rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';

const id = 'incident-docs.incident-docs';

/**
 * Called by the extension host, in a workspace whose marker file has been put aside: shows that nothing runs without
 * it, puts it back, and measures loading plus `activate`.
 */
export async function run(): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath;
  const extension = vscode.extensions.getExtension(id);
  const resultFile = process.env.INCIDENT_DOCS_TEST_RESULT;
  if (!folder || !extension || !resultFile) throw new Error('The host has no folder, no extension or no result file.');
  const wasActive = extension.isActive;
  await rename(path.join(folder, 'incidents.yml.aside'), path.join(folder, '.incidents.yml'));
  const start = performance.now();
  await extension.activate();
  const milliseconds = performance.now() - start;
  await writeFile(resultFile, JSON.stringify({ wasActive, milliseconds }));
}
