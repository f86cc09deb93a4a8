import * as vscode from 'vscode';
import { OperationError } from '../../core/errors';
import { message } from '../../core/model/message';
import type { Change } from '../../core/ports';
import { toVscodeEdits } from '../convert';
import { uriIn } from './document-store';

export interface AppliedChange {
  readonly uris: readonly vscode.Uri[];
  /** Brings the former texts back, unless something was written there since. */
  undo(): Promise<void>;
}

interface EditedDocument {
  readonly document: vscode.TextDocument;
  readonly before: string;
  /** Unsaved text of the user stays unsaved. */
  readonly wasClean: boolean;
}

/**
 * Writes a change as one step of undo, then saves what was saved before.
 * Refuses as a whole where a text is not the one that the change was computed from.
 */
export async function applyChange(root: vscode.Uri, change: Change): Promise<AppliedChange> {
  const opened = await Promise.all(
    change.edits.map(async ({ path, base, edits }) => {
      const document = await openWritable(uriIn(root, path));
      return { document, base, edits };
    }),
  );
  const edit = new vscode.WorkspaceEdit();
  for (const { path, text } of change.creates) {
    const contents = new TextEncoder().encode(text);
    edit.createFile(uriIn(root, path), { contents, overwrite: false, ignoreIfExists: false });
  }
  const edited: EditedDocument[] = [];
  for (const { document, base, edits } of opened) {
    if (unified(document.getText()) !== unified(base)) throw changedMeanwhile(document.uri);
    edit.set(document.uri, toVscodeEdits(base, edits));
    edited.push({ document, before: document.getText(), wasClean: !document.isDirty });
  }
  await apply(edit, opened[0]?.document.uri ?? root);
  await saveClean(edited);
  const created = change.creates.map(({ path, text }) => ({ uri: uriIn(root, path), text }));
  const after = edited.map(({ document }) => document.getText());
  return {
    uris: [...created.map(({ uri }) => uri), ...edited.map(({ document }) => document.uri)],
    undo: () => undo(edited, after, created),
  };
}

async function undo(
  edited: readonly EditedDocument[],
  after: readonly string[],
  created: readonly { readonly uri: vscode.Uri; readonly text: string }[],
): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  const reopened: EditedDocument[] = [];
  for (const [index, { document, before }] of edited.entries()) {
    const current = await vscode.workspace.openTextDocument(document.uri);
    if (current.getText() !== after[index]) throw changedMeanwhile(current.uri);
    edit.set(current.uri, [restore(current, before)]);
    reopened.push({ document: current, before, wasClean: !current.isDirty });
  }
  for (const { uri, text } of created) {
    const current = await vscode.workspace.openTextDocument(uri);
    if (unified(current.getText()) !== unified(text)) throw changedMeanwhile(uri);
    edit.deleteFile(uri, { ignoreIfNotExists: true });
  }
  await apply(edit, edited[0]?.document.uri ?? created[0]?.uri ?? vscode.Uri.file('/'));
  await saveClean(reopened);
}

/** Replaces only what differs, so that cursors and folding elsewhere stay. */
function restore(document: vscode.TextDocument, before: string): vscode.TextEdit {
  const now = document.getText();
  const shorter = Math.min(now.length, before.length);
  let start = 0;
  while (start < shorter && now[start] === before[start]) start++;
  let tail = 0;
  while (tail < shorter - start && now[now.length - 1 - tail] === before[before.length - 1 - tail]) tail++;
  const range = new vscode.Range(document.positionAt(start), document.positionAt(now.length - tail));
  return new vscode.TextEdit(range, before.slice(start, before.length - tail));
}

async function apply(edit: vscode.WorkspaceEdit, uri: vscode.Uri): Promise<void> {
  if (!(await vscode.workspace.applyEdit(edit))) throw changedMeanwhile(uri);
}

async function saveClean(edited: readonly EditedDocument[]): Promise<void> {
  for (const { document, wasClean } of edited) {
    if (wasClean && document.isDirty && !(await document.save())) throw notWritable(document.uri);
  }
}

async function openWritable(uri: vscode.Uri): Promise<vscode.TextDocument> {
  const { permissions = 0 } = await vscode.workspace.fs.stat(uri).then(
    (stat) => stat,
    () => {
      throw new OperationError('not-found', message('{file} is no longer there.', { file: fileName(uri) }));
    },
  );
  const isReadonly = (permissions & vscode.FilePermission.Readonly) !== 0;
  if (isReadonly || vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false) throw notWritable(uri);
  return vscode.workspace.openTextDocument(uri);
}

function changedMeanwhile(uri: vscode.Uri): OperationError {
  const file = fileName(uri);
  return new OperationError(
    'changed-meanwhile',
    message('{file} changed while this was written. Nothing was saved.', { file }),
  );
}

function notWritable(uri: vscode.Uri): OperationError {
  return new OperationError('not-writable', message('{file} cannot be written: read-only.', { file: fileName(uri) }));
}

function fileName(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}

/** An editor shows one kind of line ending; a file on disk may hold several. */
function unified(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
