import assert from 'node:assert/strict';
import { appendFileSync } from 'node:fs';
import * as vscode from 'vscode';

/** The workspace folder of the test host: a fresh copy of the sample. */
export function folderUri(): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'no folder is open');
  return folder.uri;
}

export function uriOf(path: string): vscode.Uri {
  return vscode.Uri.joinPath(folderUri(), path);
}

/** Waits until something is there; what VS Code does on its own time is waited for by what it leaves, not by the clock. */
export async function until<T>(
  what: string,
  look: () => T | undefined | false | Thenable<T | undefined | false>,
  longest = 30_000,
): Promise<T> {
  const start = Date.now();
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    if (Date.now() - start > longest) throw new Error(`Waited ${longest / 1000} s for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** Adds a line to what the run prints; for figures, which are looked at and never asserted. */
export function report(line: string): void {
  const file = process.env.INCIDENT_DOCS_TEST_REPORT;
  if (file) appendFileSync(file, `    ${line}\n`);
}

export async function open(path: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uriOf(path)), { preview: false });
}

/** Writes a file of the workspace past the editor, as git or another program does. */
export async function write(path: string, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(uriOf(path), new TextEncoder().encode(text));
}

export async function read(path: string): Promise<string> {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await vscode.workspace.fs.readFile(uriOf(path)));
}

/** Diagnostics of ours once there are any (or none, where that is asked for). */
export function diagnosticsOf(path: string): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uriOf(path)).filter(({ source }) => source === 'incident-docs');
}

export function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** Position of the first occurrence of a text. */
export function positionOf(document: vscode.TextDocument, text: string): vscode.Position {
  const at = document.getText().indexOf(text);
  assert.ok(at >= 0, `"${text}" is not in ${document.uri.path}`);
  return document.positionAt(at);
}

/** Takes back what is not saved, whichever editor holds it: a text left unsaved would be the next test's. */
export async function closeAll(): Promise<void> {
  // The user's settings are unsaved for the moment in which VS Code itself writes them.
  const isOfTest = ({ isDirty, fileName }: vscode.TextDocument) => isDirty && !fileName.endsWith('/User/settings.json');
  for (const document of vscode.workspace.textDocuments.filter(isOfTest)) {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await until(`${document.fileName} without unsaved text`, () => !document.isDirty);
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}
