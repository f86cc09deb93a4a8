import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { OperationError, type OperationErrorCode } from '../core/errors';
import { message } from '../core/model/message';
import { applyEdits } from '../core/model/text';
import type { Change } from '../core/ports';
import { codeOf, confine, isMissing } from './confine';
import { type Disk, realDisk } from './disk';
import { withLocks } from './file-lock';
import { readTextFile, type TextFile } from './text-file';

/**
 * Writes a change: everything is first written beside its place, then new files get their names, then edited ones
 * are replaced. Refuses before the first step where a file differs from its base; a failure up to the first
 * replacement leaves everything as it was.
 */
export async function applyChange(root: string, change: Change, disk: Disk = realDisk): Promise<void> {
  const edited = [];
  for (const { path: name } of change.edits) edited.push(await confine(root, name));
  await withLocks(edited, () => applyLocked(root, change, disk));
}

async function applyLocked(root: string, change: Change, disk: Disk): Promise<void> {
  const writing: Writing = { disk, temporaries: [], undo: [] };
  try {
    const edits = await planEdits(root, change);
    const creates = [];
    for (const { path: name, bytes } of newFiles(change)) {
      const full = await confine(root, name);
      creates.push({ name, full, temporary: await stageNew(full, name, { bytes, writing }) });
    }
    const replacements = [];
    for (const edit of edits) replacements.push({ ...edit, temporary: await stageEdit(edit, writing) });
    await publish(creates, writing);
    await replace(replacements, writing);
    const folders = new Set([...creates, ...replacements].map(({ full }) => path.dirname(full)));
    for (const folder of folders) await disk.flushFolder(folder).catch(ignoreFileError);
  } catch (error) {
    for (const step of [...removals(writing), ...writing.undo.reverse()]) await step().catch(ignoreFileError);
    throw error;
  }
}

function newFiles({ creates, files = [] }: Change): NonNullable<Change['files']> {
  return [...files, ...creates.map(({ path, text }) => ({ path, bytes: encode(text, false) }))];
}

interface Writing {
  readonly disk: Disk;
  /** Files that must not stay behind. */
  readonly temporaries: string[];
  /** Takes back what can be seen, in the order it was done. */
  readonly undo: (() => Promise<void>)[];
}

interface PlannedEdit {
  readonly name: string;
  readonly full: string;
  readonly file: TextFile;
  readonly base: string;
  readonly edits: Change['edits'][number]['edits'];
}

async function planEdits(root: string, change: Change): Promise<PlannedEdit[]> {
  const planned = [];
  for (const { path: name, base, edits } of change.edits) {
    const full = await confine(root, name);
    planned.push({ name, full, base, edits, file: await readUnchanged(full, name, base) });
  }
  return planned;
}

async function readUnchanged(full: string, name: string, base: string): Promise<TextFile> {
  const file = await readTextFile(full, name).catch((error: unknown) => {
    if (isMissing(error)) throw changedMeanwhile(name);
    throw error;
  });
  if (file.text !== base) throw changedMeanwhile(name);
  return file;
}

async function stageNew(
  full: string,
  name: string,
  { bytes, writing }: { bytes: Uint8Array; writing: Writing },
): Promise<string> {
  const folder = path.dirname(full);
  const topmost = await guarded(name, () => writing.disk.makeFolder(folder));
  // Only folders that this change made, the innermost last so that undoing takes it first.
  for (const made of topmost === undefined ? [] : foldersBetween(topmost, folder))
    writing.undo.push(() => writing.disk.removeFolder(made));
  return stage(full, name, (temporary) => writing.disk.writeNew(temporary, bytes), writing);
}

async function stageEdit({ full, name, file, base, edits }: PlannedEdit, writing: Writing): Promise<string> {
  // A rename would replace a read-only file without a word.
  if ((file.mode & 0o222) === 0) throw refusal(readOnly, name);
  const bytes = encode(applyEdits(base, edits), file.hasByteOrderMark);
  return stage(full, name, (temporary) => writing.disk.writeNew(temporary, bytes, file.mode), writing);
}

async function stage(
  full: string,
  name: string,
  write: (temporary: string) => Promise<void>,
  { temporaries }: Writing,
): Promise<string> {
  const temporary = path.join(path.dirname(full), `.${path.basename(full)}.${randomBytes(6).toString('hex')}.tmp`);
  temporaries.push(temporary);
  await guarded(name, () => write(temporary));
  return temporary;
}

async function publish(
  creates: readonly { readonly name: string; readonly full: string; readonly temporary: string }[],
  { disk, undo }: Writing,
): Promise<void> {
  for (const { name, full, temporary } of creates) {
    await guarded(name, () => disk.publish(temporary, full));
    undo.push(() => disk.remove(full));
  }
}

async function replace(
  replacements: readonly (PlannedEdit & { readonly temporary: string })[],
  { disk, undo }: Writing,
): Promise<void> {
  for (const { name, full, base, temporary } of replacements) {
    await readUnchanged(full, name, base);
    await guarded(name, () => disk.replace(temporary, full));
    // From here on the new files belong to a text that refers to them.
    undo.length = 0;
  }
}

function removals({ disk, temporaries }: Writing): (() => Promise<void>)[] {
  return temporaries.map((temporary) => () => disk.remove(temporary));
}

function foldersBetween(topmost: string, innermost: string): string[] {
  const folders = [innermost];
  for (let at = innermost; at !== topmost && at !== path.dirname(at); ) {
    at = path.dirname(at);
    folders.unshift(at);
  }
  return folders;
}

function encode(text: string, withByteOrderMark: boolean): Uint8Array {
  return new TextEncoder().encode(withByteOrderMark ? `\uFEFF${text}` : text);
}

interface Refusal {
  readonly code: OperationErrorCode;
  readonly template: string;
}

const readOnly: Refusal = { code: 'not-writable', template: '{name} cannot be written: read-only.' };
const noSpace: Refusal = { code: 'not-writable', template: '{name} cannot be written: no space left.' };
const refusals: Readonly<Record<string, Refusal>> = {
  EACCES: readOnly,
  EPERM: readOnly,
  EROFS: readOnly,
  ENOSPC: noSpace,
  EDQUOT: noSpace,
  EBUSY: { code: 'not-writable', template: '{name} cannot be written: another program holds it.' },
  ENOTDIR: { code: 'not-writable', template: '{name} cannot be written: a file stands where a folder is needed.' },
  EEXIST: { code: 'already-exists', template: '{name} is there already. Nothing was written.' },
};

/** Says what the file system refuses. */
async function guarded<T>(name: string, step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    const known = refusals[codeOf(error) ?? ''];
    throw known === undefined ? error : refusal(known, name);
  }
}

function refusal({ code, template }: Refusal, name: string): OperationError {
  return new OperationError(code, message(template, { name }));
}

function changedMeanwhile(name: string): OperationError {
  const template = '{name} changed while this was written. Nothing was saved.';
  return refusal({ code: 'changed-meanwhile', template }, path.posix.basename(name));
}

/** What could not be taken back or flushed does not hide why the change failed, nor that it was done. */
function ignoreFileError(error: unknown): void {
  if (codeOf(error) === undefined) throw error;
}
