import * as vscode from 'vscode';
import { OperationError } from '../../core/errors';
import { message } from '../../core/model/message';
import type { Change } from '../../core/ports';
import { toVscodeEdits } from '../convert';
import { uriIn } from './document-store';
import { WriteRefusal } from './refusal';

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
  /** What is written into it. */
  readonly text: string;
}

interface CreatedFile {
  readonly uri: vscode.Uri;
  readonly bytes: Uint8Array;
  /** Empty for a file that is no document. */
  readonly text: string;
}

/**
 * Writes a change as one step of undo, then saves what was saved before.
 * Refuses as a whole where a text is not the one that the change was computed from, or cannot be saved.
 */
export async function applyChange(root: vscode.Uri, change: Change): Promise<AppliedChange> {
  const opened = await Promise.all(
    change.edits.map(async ({ path, base, edits }) => {
      const text = edits.map(({ newText }) => newText).join('');
      const document = await openWritable(uriIn(root, path), text);
      return { document, base, edits, text };
    }),
  );
  const created = createdFiles(root, change);
  const edit = new vscode.WorkspaceEdit();
  for (const { uri, bytes } of created) {
    edit.createFile(uri, { contents: bytes, overwrite: false, ignoreIfExists: false });
  }
  const edited: EditedDocument[] = [];
  for (const { document, base, edits, text } of opened) {
    if (unified(document.getText()) !== unified(base)) throw new WriteRefusal('changed-meanwhile', document.uri, text);
    edit.set(document.uri, toVscodeEdits(base, edits));
    edited.push({ document, before: document.getText(), wasClean: !document.isDirty, text });
  }
  await apply(edit, edited, created);
  await saveOrTakeBack(edited, created);
  const after = edited.map(({ document }) => document.getText());
  return {
    uris: [...created.map(({ uri }) => uri), ...edited.map(({ document }) => document.uri)],
    undo: () => undo(edited, after, created),
  };
}

function createdFiles(root: vscode.Uri, { creates, files = [] }: Change): readonly CreatedFile[] {
  const texts = creates.map(({ path, text }) => ({ path, text, bytes: new TextEncoder().encode(text) }));
  const others = files.map(({ path, bytes }) => ({ path, text: '', bytes }));
  return [...others, ...texts].map(({ path, ...file }) => ({ uri: uriIn(root, path), ...file }));
}

async function undo(
  edited: readonly EditedDocument[],
  after: readonly string[],
  created: readonly CreatedFile[],
): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  const reopened: EditedDocument[] = [];
  for (const [index, { document, before }] of edited.entries()) {
    const current = await vscode.workspace.openTextDocument(document.uri);
    if (current.getText() !== after[index]) throw new WriteRefusal('changed-meanwhile', current.uri, before);
    edit.set(current.uri, [restore(current, before)]);
    reopened.push({ document: current, before: current.getText(), wasClean: !current.isDirty, text: before });
  }
  for (const file of created) {
    if (!(await isAsCreated(file))) throw new WriteRefusal('changed-meanwhile', file.uri, file.text);
    edit.deleteFile(file.uri, { ignoreIfNotExists: true });
  }
  await apply(edit, reopened, []);
  await save(reopened);
}

/** A document counts as an editor shows it, any other file by its bytes. */
async function isAsCreated({ uri, text, bytes }: CreatedFile): Promise<boolean> {
  if (text === '') {
    const now = await vscode.workspace.fs.readFile(uri);
    return now.length === bytes.length && now.every((byte, at) => byte === bytes[at]);
  }
  return unified((await vscode.workspace.openTextDocument(uri)).getText()) === unified(text);
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

/** Where VS Code refuses although nothing was written in between, the document or its place takes no text. */
async function apply(
  edit: vscode.WorkspaceEdit,
  edited: readonly EditedDocument[],
  created: readonly CreatedFile[],
): Promise<void> {
  if (await vscode.workspace.applyEdit(edit)) return;
  for (const { uri, text } of created) {
    if (await isThere(uri)) throw new WriteRefusal('changed-meanwhile', uri, text);
  }
  const changed = edited.find(({ document, before }) => document.getText() !== before);
  if (changed !== undefined) throw new WriteRefusal('changed-meanwhile', changed.document.uri, changed.text);
  const [first] = [...edited.map(({ document, text }) => ({ uri: document.uri, text })), ...created];
  if (first !== undefined) throw new WriteRefusal('not-writable', first.uri, first.text);
}

/** "Nothing was saved" has to be so: what was edited is as it was before, and no new file is left. */
async function saveOrTakeBack(edited: readonly EditedDocument[], created: readonly CreatedFile[]): Promise<void> {
  try {
    await save(edited);
  } catch (error) {
    const edit = new vscode.WorkspaceEdit();
    for (const { document, before } of edited) edit.set(document.uri, [restore(document, before)]);
    for (const { uri } of created) edit.deleteFile(uri, { ignoreIfNotExists: true });
    await vscode.workspace.applyEdit(edit);
    for (const { document, wasClean } of edited) if (wasClean && document.isDirty) await document.save();
    throw error;
  }
}

async function save(edited: readonly EditedDocument[]): Promise<void> {
  for (const { document, wasClean, text } of edited) {
    if (!wasClean) continue;
    const isSaved = (await document.save()) || (await isOnDisk(document));
    if (!isSaved) throw new WriteRefusal('not-writable', document.uri, text);
  }
}

/** Of a document that is read-only in this window, VS Code takes edits and calls them neither unsaved nor saved. */
async function isOnDisk(document: vscode.TextDocument): Promise<boolean> {
  return vscode.workspace.fs.readFile(document.uri).then(
    (bytes) => unified(new TextDecoder().decode(bytes)) === unified(document.getText()),
    () => false,
  );
}

async function openWritable(uri: vscode.Uri, text: string): Promise<vscode.TextDocument> {
  const { permissions = 0 } = await vscode.workspace.fs.stat(uri).then(
    (stat) => stat,
    () => {
      const file = uri.path.slice(uri.path.lastIndexOf('/') + 1);
      throw new OperationError('not-found', message('{file} is no longer there.', { file }));
    },
  );
  const isReadonly = (permissions & vscode.FilePermission.Readonly) !== 0;
  if (isReadonly || vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false) {
    throw new WriteRefusal('not-writable', uri, text);
  }
  return vscode.workspace.openTextDocument(uri);
}

async function isThere(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}

/** An editor shows one kind of line ending; a file on disk may hold several. */
function unified(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
