import * as vscode from 'vscode';
import type { CommitLookup } from '../../core/model/commit';
import type { GitHistory, Logger } from '../../core/ports';
import type { CommitChanges, CommitReader } from '../adapters/commit-reader';
import { type Burst, createBurst } from './burst';

/**
 * What is known of cited commits, at once and without asking git; what is not known yet is looked up in the
 * background, and `onDidChange` tells when answers came.
 */
export class CommitLookups implements vscode.Disposable {
  readonly #known = new Map<string, CommitLookup>();
  readonly #asked = new Set<string>();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #burst: Burst<string>;
  readonly #open: () => Promise<CommitReader>;
  #reader: Promise<CommitReader> | undefined;
  #revision = 0;
  readonly onDidChange = this.#changed.event;

  constructor(open: () => Promise<CommitReader>, log: Logger) {
    this.#open = open;
    this.#burst = createBurst(20, async (keys) => {
      try {
        const answers = await (await this.#source()).lookUp(keys);
        for (const key of keys) this.#settle(key, answers.get(key));
      } catch (error) {
        log.error('Commits could not be looked up', error);
        for (const key of keys) this.#asked.delete(key);
      }
      this.#announce();
    });
  }

  /** Differs when an answer may have changed. */
  get revision(): number {
    return this.#revision;
  }

  /** Answers known by now; the others are asked for. */
  get(keys: Iterable<string>): ReadonlyMap<string, CommitLookup> {
    const found = new Map<string, CommitLookup>();
    for (const key of keys) {
      const answer = this.#known.get(key);
      if (answer !== undefined) found.set(key, answer);
      if (!this.#asked.has(key)) {
        this.#asked.add(key);
        this.#burst.add(key);
      }
    }
    return found;
  }

  /** The answer to one key, waited for. */
  async lookUp(key: string): Promise<CommitLookup | undefined> {
    const known = this.#known.get(key);
    if (known?.state === 'found') return known;
    return (await (await this.#source()).lookUp([key])).get(key);
  }

  async changes(key: string): Promise<CommitChanges | undefined> {
    return (await this.#source()).changes(key);
  }

  /** Of the folder's repository, or of the one of that name. */
  async history(repository?: string): Promise<GitHistory | undefined> {
    return (await this.#source()).history(repository);
  }

  /** Asks again for what had no final answer, as after a fetch or when the workspace is trusted. */
  forget(): void {
    const open = [...this.#asked].filter((key) => this.#known.get(key)?.state !== 'found');
    if (open.length === 0) return;
    void this.#reader?.then((reader) => reader.dispose());
    this.#reader = undefined;
    for (const key of open) this.#asked.delete(key);
    this.#announce();
  }

  dispose(): void {
    void this.#reader?.then((reader) => reader.dispose());
    this.#burst.dispose();
    this.#changed.dispose();
  }

  #source(): Promise<CommitReader> {
    this.#reader ??= this.#open();
    return this.#reader;
  }

  #announce(): void {
    this.#revision++;
    this.#changed.fire();
  }

  /** While git is busy the former answer stands and the question stays open. */
  #settle(key: string, answer: CommitLookup | undefined): void {
    if (answer === undefined || answer.state === 'busy') {
      this.#asked.delete(key);
      if (answer !== undefined && !this.#known.has(key)) this.#known.set(key, answer);
      return;
    }
    this.#known.set(key, answer);
  }
}
