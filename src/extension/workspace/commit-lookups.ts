import * as vscode from 'vscode';
import type { Commit, CommitDetails, CommitLookup, KnownCommit } from '../../core/model/commit';
import { readDetails } from '../../core/operations/commit-details';
import {
  type ContainmentQuestion,
  containmentId,
  containmentOf,
  readContainment,
} from '../../core/operations/containment';
import type { GitHistory, Logger } from '../../core/ports';
import type { Containment } from '../../core/rules/rule';
import type { CommitChanges, CommitReader } from '../adapters/commit-reader';
import { type Burst, createBurst } from './burst';

const shortestRetry = 1000;
const longestRetry = 30_000;

/**
 * What is known of cited commits, at once and without asking git; what is not known yet is looked up in the
 * background, and `onDidChange` tells when answers came.
 */
export class CommitLookups implements vscode.Disposable {
  readonly #known = new Map<string, CommitLookup>();
  readonly #recalled = new Map<string, KnownCommit>();
  readonly #askedMemory = new Set<string>();
  readonly #asked = new Set<string>();
  readonly #details = new Map<string, CommitDetails>();
  readonly #askedDetails = new Set<string>();
  readonly #contained = new Map<string, boolean | null>();
  readonly #askedReleases = new Set<string>();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #burst: Burst<string>;
  readonly #detailsBurst: Burst<string>;
  readonly #releasesBurst: Burst<ContainmentQuestion>;
  readonly #openReader: () => Promise<CommitReader>;
  readonly #log: Logger;
  #reader: Promise<CommitReader> | undefined;
  #revision = 0;
  /** Opens questions again that had no answer. */
  readonly #open: (() => void)[] = [];
  #retryAfter = shortestRetry;
  #retry: NodeJS.Timeout | undefined;
  readonly onDidChange = this.#changed.event;

  constructor(open: () => Promise<CommitReader>, log: Logger) {
    this.#openReader = open;
    this.#log = log;
    this.#burst = createBurst(20, (keys) => this.#lookUp(keys));
    this.#detailsBurst = createBurst(50, (keys) => this.#readDetails(keys));
    this.#releasesBurst = createBurst(50, (questions) => this.#readReleases(questions));
  }

  /** Differs when an answer may have changed. */
  get revision(): number {
    return this.#revision;
  }

  /** Fetches what former windows learned of commits: {@link get} says it until git has answered. Asks no git. */
  async recall(keys: readonly string[]): Promise<void> {
    const open = keys.filter((key) => this.#known.get(key)?.state !== 'found' && !this.#askedMemory.has(key));
    if (open.length === 0) return;
    for (const key of open) this.#askedMemory.add(key);
    try {
      for (const [key, known] of await (await this.#source()).recall(open)) this.#recalled.set(key, known);
    } catch (error) {
      this.#log.error('Commits of former windows could not be read', error);
    }
  }

  /** Answers known by now; the others are asked for. */
  get(keys: Iterable<string>): ReadonlyMap<string, CommitLookup> {
    const found = new Map<string, CommitLookup>();
    for (const key of keys) {
      const known = this.#known.get(key);
      const isOpen = known === undefined || known.state === 'busy';
      const answer = (isOpen ? asLookup(this.#recalled.get(key)) : undefined) ?? known;
      if (answer !== undefined) found.set(key, answer);
      if (!this.#asked.has(key)) {
        this.#asked.add(key);
        this.#burst.add(key);
      }
    }
    return found;
  }

  /** What is known by now of a commit that was found; the rest is asked for. */
  details(key: string): CommitDetails | undefined {
    if (this.#known.get(key)?.state === 'found' && !this.#askedDetails.has(key)) {
      this.#askedDetails.add(key);
      this.#detailsBurst.add(key);
    }
    return this.#details.get(key) ?? asDetails(this.#recalled.get(key));
  }

  /** Whether releases contain commits, as far as it is known by now; the rest is asked for. */
  containment(questions: readonly ContainmentQuestion[]): Containment {
    for (const question of questions) {
      const id = containmentId(question.release, question.key);
      if (this.#askedReleases.has(id)) continue;
      this.#askedReleases.add(id);
      this.#releasesBurst.add(question);
    }
    return containmentOf(this.#contained);
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

  /**
   * Asks again for what may have changed, as after a fetch or when the workspace is trusted: answers that were not
   * final, and what became of commits. Until then the former answers stand.
   */
  forget(): void {
    const open = [...this.#asked].filter((key) => this.#known.get(key)?.state !== 'found');
    const hadDetails = this.#askedDetails.size > 0;
    this.#retryAfter = shortestRetry;
    this.#askedDetails.clear();
    this.#askedReleases.clear();
    this.#askedMemory.clear();
    if (open.length > 0) {
      void this.#reader?.then((reader) => reader.dispose());
      this.#reader = undefined;
      for (const key of open) this.#asked.delete(key);
    }
    if (open.length > 0 || hadDetails) this.#announce();
  }

  dispose(): void {
    clearTimeout(this.#retry);
    void this.#reader?.then((reader) => reader.dispose());
    this.#burst.dispose();
    this.#detailsBurst.dispose();
    this.#releasesBurst.dispose();
    this.#changed.dispose();
  }

  #source(): Promise<CommitReader> {
    this.#reader ??= this.#openReader();
    return this.#reader;
  }

  async #lookUp(keys: readonly string[]): Promise<void> {
    let open: readonly string[] = keys;
    try {
      const answers = await (await this.#source()).lookUp(keys);
      open = keys.filter((key) => !this.#settle(key, answers.get(key)));
    } catch (error) {
      this.#log.error('Commits could not be looked up', error);
    }
    this.#askAgainLater(this.#asked, open);
    this.#announce();
  }

  async #readDetails(keys: readonly string[]): Promise<void> {
    let open: readonly string[] = keys;
    try {
      const found = keys.flatMap((key): [string, Commit][] => {
        const lookup = this.#known.get(key);
        return lookup?.state === 'found' ? [[key, lookup.commit]] : [];
      });
      const read = await readDetails(await this.#source(), new Map(found));
      // While git is at work some parts have no answer; what was known of them stands.
      for (const [key, details] of read) this.#details.set(key, { ...this.#details.get(key), ...details });
      open = found.flatMap(([key]) => (read.get(key)?.fate === undefined ? [key] : []));
    } catch (error) {
      this.#log.error('Details of commits could not be read', error);
    }
    this.#askAgainLater(this.#askedDetails, open);
    this.#announce();
  }

  async #readReleases(questions: readonly ContainmentQuestion[]): Promise<void> {
    const ids = questions.map(({ release, key }) => containmentId(release, key));
    let open: readonly string[] = ids;
    try {
      const read = await readContainment(await this.#source(), questions);
      for (const [id, answer] of read ?? []) this.#contained.set(id, answer);
      if (read !== undefined) open = [];
    } catch (error) {
      this.#log.error('Releases could not be read', error);
    }
    this.#askAgainLater(this.#askedReleases, open);
    this.#announce();
  }

  #announce(): void {
    this.#revision++;
    this.#changed.fire();
  }

  /** Questions stay closed for a while, else whoever shows commits would ask all through a rebase. */
  #askAgainLater(asked: Set<string>, keys: readonly string[]): void {
    if (keys.length === 0) {
      this.#retryAfter = shortestRetry;
      return;
    }
    for (const key of keys) this.#open.push(() => asked.delete(key));
    if (this.#retry !== undefined) return;
    this.#retry = setTimeout(() => {
      this.#retry = undefined;
      for (const reopen of this.#open.splice(0)) reopen();
      this.#announce();
    }, this.#retryAfter);
    this.#retryAfter = Math.min(longestRetry, this.#retryAfter * 2);
  }

  /** While git is busy the former answer stands and the question stays open; false then. */
  #settle(key: string, answer: CommitLookup | undefined): boolean {
    if (answer === undefined) return false;
    if (answer.state !== 'busy') {
      this.#known.set(key, answer);
      const isTheSame = answer.state === 'found' && answer.commit.hash === this.#recalled.get(key)?.commit.hash;
      if (!isTheSame) this.#recalled.delete(key);
      return true;
    }
    if (!this.#known.has(key)) this.#known.set(key, answer);
    return false;
  }
}

function asLookup(recalled: KnownCommit | undefined): CommitLookup | undefined {
  return recalled && { state: 'found', commit: recalled.commit };
}

function asDetails(recalled: KnownCommit | undefined): CommitDetails | undefined {
  return recalled?.files && { files: recalled.files };
}
