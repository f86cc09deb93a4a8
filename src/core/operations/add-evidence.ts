import { maxEvidenceBytes } from '../model/evidence';
import { type Message, message } from '../model/message';
import type { Change, FileStore } from '../ports';
import { evidenceName, freeEvidenceName } from './evidence-name';
import { findSecretLine, isKeyFile } from './find-secret';
import { namesIn } from './incident-id';

export interface EvidenceFile {
  /** As the clipboard, the system or the user calls it. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Why a file was not added. */
export interface EvidenceRefusal {
  readonly say: Message;
  /** Where it looks like a key, which the user may know better; absent for what no answer can change. */
  readonly secret?: {
    /** Zero-based; absent for a file whose name says what it holds. */
    readonly line?: number;
  };
}

export interface AddedEvidence {
  readonly files: NonNullable<Change['files']>;
  /** A Markdown link for each file, relative to the report. */
  readonly links: readonly string[];
}

/** What stands against keeping a file; nothing where it may be kept. */
export function refuseEvidence({ name, bytes }: EvidenceFile): EvidenceRefusal | undefined {
  const shown = shownName(name);
  const refusal = refuseSize(shown, bytes.length);
  if (refusal !== undefined) return refusal;
  const content = searchable(bytes);
  const line = content === undefined ? undefined : findSecretLine(content);
  if (line !== undefined) {
    const say = message('{file} looks like it holds a key (line {line}). It was not added.', {
      file: shown,
      line: line + 1,
    });
    return { say, secret: { line } };
  }
  if (!isKeyFile(name)) return undefined;
  return { say: message('{file} looks like it holds a key. It was not added.', { file: shown }), secret: {} };
}

/** The same by the size alone, for who knows it before the content. */
export function refuseSize(name: string, size: number): EvidenceRefusal | undefined {
  const file = shownName(name);
  if (size === 0) return { say: message('{file} is empty. It was not added.', { file }) };
  if (size <= maxEvidenceBytes) return undefined;
  const values = { file, size: (size / 1024 / 1024).toFixed(1) };
  return {
    say: message(
      '{file} is {size} MiB; up to 10 MiB is kept as evidence. It was not added; a link can stand for it.',
      values,
    ),
  };
}

/**
 * Files under `evidence/` of an incident's folder, each by a name that is free. One whose bytes are kept there
 * already is linked, not kept twice. What {@link refuseEvidence} refuses is no business of this.
 */
export async function addEvidence(
  store: FileStore,
  incidentFolder: string,
  evidence: readonly EvidenceFile[],
): Promise<AddedEvidence> {
  const folder = `${incidentFolder}/evidence`;
  const taken = new Set(await namesIn(store, folder));
  const kept = await keptFiles(store, folder);
  const files: { readonly path: string; readonly bytes: Uint8Array }[] = [];
  const links: string[] = [];
  for (const { name, bytes } of evidence) {
    const known = await kept.find(bytes);
    const free = known ?? freeEvidenceName(taken, evidenceName(name));
    links.push(`[${free}](evidence/${free})`);
    if (known !== undefined) continue;
    taken.add(free);
    kept.add(free, bytes);
    files.push({ path: `${folder}/${free}`, bytes });
  }
  return { files, links };
}

/** Files of the folder by their content; only those of the same length are read. */
async function keptFiles(store: FileStore, folder: string) {
  const bySize = new Map<number, { readonly name: string; readonly bytes?: Uint8Array }[]>();
  const add = (name: string, size: number, bytes?: Uint8Array) => {
    const known = bySize.get(size) ?? [];
    known.push(bytes === undefined ? { name } : { name, bytes });
    bySize.set(size, known);
  };
  for (const { name, isFolder } of await store.list(folder)) {
    // A name that cannot stand in a link as it is was put there by hand.
    if (isFolder || !/^[\p{L}\p{N}\p{M}_.-]+$/u.test(name)) continue;
    const size = await store.size(`${folder}/${name}`);
    if (size !== undefined) add(name, size);
  }
  return {
    add: (name: string, bytes: Uint8Array) => add(name, bytes.length, bytes),
    find: async (bytes: Uint8Array): Promise<string | undefined> => {
      for (const known of bySize.get(bytes.length) ?? []) {
        const other = known.bytes ?? (await store.readBytes(`${folder}/${known.name}`));
        if (other !== undefined && isSame(bytes, other)) return known.name;
      }
      return undefined;
    },
  };
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}

/** A text's bytes as characters, as only plain ASCII is looked for; nothing for a binary file. */
function searchable(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return asCharacters(bytes.filter((_, at) => at % 2 === 0));
  if (first === 0xfe && second === 0xff) return asCharacters(bytes.filter((_, at) => at % 2 === 1));
  return bytes.includes(0) ? undefined : asCharacters(bytes);
}

function asCharacters(bytes: Uint8Array): string {
  const parts: string[] = [];
  const step = 8_192;
  for (let at = 0; at < bytes.length; at += step) parts.push(String.fromCharCode(...bytes.subarray(at, at + step)));
  return parts.join('');
}

function shownName(name: string): string {
  const base = name
    .slice(-1_000)
    .replace(/^.*[/\\]/s, '')
    .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .trim();
  return base.length > 80 ? `${base.slice(0, 79)}…` : base || 'evidence';
}
