import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { ChangedFile, Commit, KnownCommit } from '../../core/model/commit';
import { isFullHash, isHash } from './object-name';

interface Kept extends KnownCommit {
  /** The shorter hashes that led to it; another commit may come to begin with them too. */
  readonly names?: readonly string[];
}

const version = 2;
const mostKept = 5000;
/** What a commit of many files did is quick to ask again and long to keep. */
const mostFiles = 200;
const largestFile = 16 * 1024 * 1024;
const saveDelay = 2000;

/**
 * Commits by their full hash, in memory and, where a file is given, over windows. The file has a version and a
 * checksum; one that is missing, damaged or of another version is as good as none, and is written anew.
 */
export class CommitCache {
  private readonly file: string | undefined;
  private readonly kept = new Map<string, Kept>();
  /** Full hashes by the shorter ones. */
  private readonly names = new Map<string, string>();
  private readonly loaded: Promise<void>;
  private timer: NodeJS.Timeout | undefined;
  private isChanged = false;

  constructor(file?: string) {
    this.file = file;
    this.loaded = file === undefined ? Promise.resolve() : this.load(file);
  }

  /** What the file holds is there from then on. */
  ready(): Promise<void> {
    return this.loaded;
  }

  commit(hash: string): Commit | undefined {
    return this.kept.get(hash)?.commit;
  }

  files(hash: string): readonly ChangedFile[] | undefined {
    return this.kept.get(hash)?.files;
  }

  /** What a hash led to when git was last asked, which it has to be again before that is sure. */
  recall(name: string): KnownCommit | undefined {
    return this.kept.get(this.names.get(name) ?? name);
  }

  /** Keeps to which commit a hash led, or that it leads to no single one any more. */
  setName(name: string, hash: string | undefined): void {
    const former = this.names.get(name);
    if (former === hash || name === hash) return;
    this.rename(former, (names) => names.filter((one) => one !== name));
    this.rename(hash, (names) => [...names, name]);
    if (hash === undefined) this.names.delete(name);
    else this.names.set(name, hash);
    this.saveSoon();
  }

  keep(commit: Commit, files: readonly ChangedFile[] | undefined = this.files(commit.hash)): void {
    const known = this.kept.get(commit.hash);
    if (known !== undefined && known.files === files) return;
    // The oldest makes room: a map keeps the order in which things came.
    const oldest = this.kept.size >= mostKept ? this.kept.keys().next().value : undefined;
    if (oldest !== undefined) this.drop(oldest);
    const names = known?.names === undefined ? {} : { names: known.names };
    const fits = files !== undefined && files.length <= mostFiles;
    this.kept.set(commit.hash, { commit, ...names, ...(fits && { files }) });
    this.saveSoon();
  }

  /** Writes what is not written yet. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    if (this.file === undefined || !this.isChanged) return;
    this.isChanged = false;
    const body = JSON.stringify([...this.kept.values()]);
    const beside = `${this.file}.${process.pid}.tmp`;
    try {
      await mkdir(dirname(this.file), { recursive: true });
      await writeFile(beside, `${JSON.stringify({ version, checksum: checksumOf(body) })}\n${body}`);
      await rename(beside, this.file);
    } catch {
      // Only speed is lost; the next window asks git again.
      await rm(beside, { force: true }).catch(() => undefined);
    }
  }

  private drop(hash: string): void {
    for (const name of this.kept.get(hash)?.names ?? []) this.names.delete(name);
    this.kept.delete(hash);
  }

  private rename(hash: string | undefined, change: (names: readonly string[]) => readonly string[]): void {
    const kept = hash === undefined ? undefined : this.kept.get(hash);
    if (kept !== undefined) this.kept.set(kept.commit.hash, { ...kept, names: change(kept.names ?? []) });
  }

  private saveSoon(): void {
    this.isChanged = true;
    clearTimeout(this.timer);
    if (this.file !== undefined) this.timer = setTimeout(() => void this.flush(), saveDelay).unref();
  }

  private async load(file: string): Promise<void> {
    const text = await readFile(file, 'utf8').catch(() => '');
    for (const kept of readKept(text)) {
      const { hash } = kept.commit;
      if (this.kept.has(hash)) continue;
      this.kept.set(hash, kept);
      for (const name of kept.names ?? []) this.names.set(name, hash);
    }
  }
}

function checksumOf(body: string): string {
  return createHash('sha256').update(body).digest('hex');
}

function readKept(text: string): readonly Kept[] {
  const end = text.indexOf('\n');
  if (end < 0 || text.length > largestFile) return [];
  const body = text.slice(end + 1);
  const head = parsed(text.slice(0, end));
  if (!isRecord(head) || head.version !== version || head.checksum !== checksumOf(body)) return [];
  const list = parsed(body);
  return Array.isArray(list) ? list.filter(isKept) : [];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isKept(value: unknown): value is Kept {
  if (!isRecord(value) || !isRecord(value.commit)) return false;
  const { hash, subject, author, authored, committed, parents } = value.commit;
  return (
    typeof hash === 'string' &&
    isFullHash(hash) &&
    [subject, author].every((text) => typeof text === 'string') &&
    [authored, committed].every((time) => typeof time === 'number') &&
    Array.isArray(parents) &&
    parents.every((parent) => typeof parent === 'string') &&
    (value.names === undefined || (Array.isArray(value.names) && value.names.every(isName))) &&
    (value.files === undefined || (Array.isArray(value.files) && value.files.every(isChangedFile)))
  );
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && isHash(value);
}

function isChangedFile(value: unknown): value is ChangedFile {
  return isRecord(value) && typeof value.path === 'string' && typeof value.status === 'string';
}
