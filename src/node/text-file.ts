import { open } from 'node:fs/promises';
import { OperationError } from '../core/errors';
import { message } from '../core/model/message';
import { codeOf } from './confine';

/** Larger files are no documents; they are refused before they fill the memory. */
const maxBytes = 32 * 1024 * 1024;
const byteOrderMark = '\uFEFF';

export interface TextFile {
  /** Without byte order mark. */
  readonly text: string;
  readonly hasByteOrderMark: boolean;
  /** Permission bits. */
  readonly mode: number;
}

/** Reads UTF-8; refuses folders, binary content and other encodings, named as `name` in the refusal. */
export async function readTextFile(full: string, name: string): Promise<TextFile> {
  const file = await open(full, 'r').catch((error: unknown) => {
    throw refusal(error, name);
  });
  try {
    const stat = await file.stat();
    if (stat.isDirectory()) throw unreadable('{name} is a folder.', name);
    if (!stat.isFile()) throw unreadable('{name} is not a file.', name);
    if (stat.size > maxBytes) throw unreadable('{name} is larger than 32 MiB; it is not read.', name);
    return { ...decodeText(await file.readFile(), name), mode: stat.mode & 0o7777 };
  } finally {
    await file.close();
  }
}

/** Bytes as UTF-8 text; refuses binary content and other encodings, named as `name` in the refusal. */
export function decodeText(bytes: Uint8Array, name: string): Pick<TextFile, 'text' | 'hasByteOrderMark'> {
  if (bytes.byteLength > maxBytes) throw unreadable('{name} is larger than 32 MiB; it is not read.', name);
  if (bytes.includes(0)) throw unreadable('{name} is binary; expected Markdown.', name);
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const hasByteOrderMark = text.startsWith(byteOrderMark);
    return { text: hasByteOrderMark ? text.slice(1) : text, hasByteOrderMark };
  } catch {
    throw unreadable('{name} is not UTF-8 text.', name);
  }
}

/** A missing file stays the file system's own error, so that a store can answer "not there". */
function refusal(error: unknown, name: string): unknown {
  const code = codeOf(error);
  if (code === 'EACCES' || code === 'EPERM') return unreadable('{name} cannot be read: no permission.', name);
  if (code === 'EISDIR') return unreadable('{name} is a folder.', name);
  if (code === 'ELOOP') return unreadable('{name} is a link that leads to itself.', name);
  return error;
}

function unreadable(template: string, name: string): OperationError {
  return new OperationError('unreadable', message(template, { name }));
}
