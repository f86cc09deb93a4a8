import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { deflateSync } from 'node:zlib';

/** Texts of all files of a version by path. */
export type Files = ReadonlyMap<string, string>;

export interface Version {
  readonly files: Files;
  readonly message: string;
  readonly author: string;
  /** Seconds since the epoch. */
  readonly at: number;
}

/** A new repository that is written object by object: thousands of commits in the time that git needs for fifty. */
export class ObjectWriter {
  readonly folder: string;
  #head: string | undefined;

  constructor(name: string) {
    this.folder = realpathSync(mkdtempSync(path.join(tmpdir(), name)));
    execFileSync('git', ['init', '-q', '-b', 'main'], { cwd: this.folder });
  }

  /** The commit's hash; its parent is the one before. */
  commit({ files, message, author, at }: Version): string {
    const person = `${author} <${author.toLowerCase().replace(/\W+/g, '.')}@example.org> ${at} +0000`;
    const parent = this.#head === undefined ? '' : `parent ${this.#head}\n`;
    const text = `tree ${this.#tree(files)}\n${parent}author ${person}\ncommitter ${person}\n\n${message}\n`;
    this.#head = this.#object('commit', Buffer.from(text));
    return this.#head;
  }

  /** Puts the branch on the last commit and packs what was written. */
  finish(): void {
    if (this.#head === undefined) return;
    writeFileSync(path.join(this.folder, '.git', 'refs', 'heads', 'main'), `${this.#head}\n`);
    execFileSync('git', ['repack', '-adq'], { cwd: this.folder, stdio: 'ignore' });
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  #tree(files: Files): string {
    const folders = new Map<string, Map<string, string>>();
    const entries: { readonly name: string; readonly mode: string; readonly hash: string }[] = [];
    for (const [file, text] of files) {
      const slash = file.indexOf('/');
      if (slash < 0) entries.push({ name: file, mode: '100644', hash: this.#object('blob', Buffer.from(text)) });
      else {
        const inside = folders.get(file.slice(0, slash)) ?? new Map<string, string>();
        folders.set(file.slice(0, slash), inside.set(file.slice(slash + 1), text));
      }
    }
    for (const [name, inside] of folders) entries.push({ name, mode: '40000', hash: this.#tree(inside) });
    const key = ({ name, mode }: { name: string; mode: string }) => (mode === '40000' ? `${name}/` : name);
    entries.sort((a, b) => (key(a) < key(b) ? -1 : 1));
    const parts = entries.flatMap(({ name, mode, hash }) => [
      Buffer.from(`${mode} ${name}\0`),
      Buffer.from(hash, 'hex'),
    ]);
    return this.#object('tree', Buffer.concat(parts));
  }

  #object(type: string, body: Buffer): string {
    const whole = Buffer.concat([Buffer.from(`${type} ${body.length}\0`), body]);
    const hash = createHash('sha1').update(whole).digest('hex');
    const file = path.join(this.folder, '.git', 'objects', hash.slice(0, 2), hash.slice(2));
    if (!existsSync(file)) {
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, deflateSync(whole, { level: 1 }));
    }
    return hash;
  }
}
