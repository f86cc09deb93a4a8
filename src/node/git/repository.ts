import type { ChangedFile, Commit, CommitLookup, KnownCommit } from '../../core/model/commit';
import type { FileChange } from '../../core/model/file-change';
import type { Cancellation } from '../../core/ports';
import { parseChanges } from './changed-files';
import type { CommandQueue } from './command-queue';
import { CommitCache } from './commit-cache';
import { gitCommands } from './git-commands';
import { isBusy, isShallow, type Place } from './locate';
import { anyName, commitName, isFullHash, isHash, type ObjectName } from './object-name';
import { type ObjectAnswer, ObjectReader } from './object-reader';
import { parsePatches } from './parse-patch';
import { parseCommit } from './raw-commit';
import type { Git, GitOutput, RunOptions } from './run-git';

export interface RepositoryOptions {
  readonly git: Git;
  readonly place: Place;
  /** Shared by the repositories of a workspace folder. */
  readonly queue: CommandQueue;
  /** Where commits are kept over windows. */
  readonly cacheFile?: string;
}

/** One repository: its process that reads objects, its commands, and what is known of its commits. */
export class Repository {
  readonly place: Place;
  private readonly git: Git;
  private readonly queue: CommandQueue;
  private readonly objects: ObjectReader;
  private readonly cache: CommitCache;
  /** Full hashes of what was asked for; short ones may become ambiguous, so each window asks for them again. */
  private readonly found = new Map<string, string>();

  constructor({ git, place, queue, cacheFile }: RepositoryOptions) {
    this.place = place;
    this.git = git;
    this.queue = queue;
    this.objects = new ObjectReader(git, place.root);
    this.cache = new CommitCache(cacheFile);
  }

  /** The answers in the order of the hashes; git is not asked while it is at work, but for what is known. */
  async lookUp(hashes: readonly string[], signal?: Cancellation): Promise<readonly CommitLookup[]> {
    await this.cache.ready();
    const isAtWork = hashes.every((hash) => this.known(hash)) ? false : await this.isBusy();
    return Promise.all(hashes.map((hash) => this.known(hash) ?? this.ask(hash, isAtWork, signal)));
  }

  /** What is known of commits from former windows, in the order of the hashes; git is not asked. */
  async recall(hashes: readonly string[]): Promise<readonly (KnownCommit | undefined)[]> {
    await this.cache.ready();
    return hashes.map((hash) => this.cache.recall(hash));
  }

  isBusy(): Promise<boolean> {
    return isBusy(this.place, Date.now());
  }

  read(name: ObjectName, signal?: Cancellation): Promise<ObjectAnswer> {
    return this.objects.read(name, signal);
  }

  run(args: readonly string[], options?: RunOptions): Promise<GitOutput | undefined> {
    return this.queue.run(this.git, this.place.root, args, options);
  }

  /** What commits changed against their first parents, those not known yet through one process. */
  async changes(
    commits: readonly Commit[],
    signal?: Cancellation,
  ): Promise<ReadonlyMap<string, readonly ChangedFile[]> | undefined> {
    await this.cache.ready();
    const unknown = commits.filter(({ hash }) => this.cache.files(hash) === undefined);
    const asked = unknown.filter(isNamedInFull);
    const input = againstFirstParents(asked);
    if (input !== '' && (await this.isBusy())) return undefined;
    const result = input === '' ? undefined : await this.run(gitCommands.changes(), { input, signal });
    if (input !== '' && result?.exitCode !== 0) return undefined;
    const read = result === undefined ? new Map<string, readonly ChangedFile[]>() : parseChanges(result.output);
    for (const commit of asked) this.cache.keep(commit, read.get(commit.hash) ?? []);
    return new Map(commits.map(({ hash }) => [hash, this.cache.files(hash) ?? read.get(hash) ?? []]));
  }

  /** The changed lines of commits; not kept, as they are as large as the files. */
  async patches(
    commits: readonly Commit[],
    paths: readonly string[] = [],
    signal?: Cancellation,
  ): Promise<ReadonlyMap<string, readonly FileChange[]> | undefined> {
    const input = againstFirstParents(commits.filter(isNamedInFull));
    if (input === '') return new Map();
    if (await this.isBusy()) return undefined;
    const result = await this.run(gitCommands.patches(paths), { input, signal });
    return result?.exitCode === 0 ? parsePatches(result.output.toString('utf8')) : undefined;
  }

  dispose(): void {
    this.objects.dispose();
    this.found.clear();
    void this.cache.flush();
  }

  private known(hash: string): CommitLookup | undefined {
    const commit = this.cache.commit(this.found.get(hash) ?? hash);
    return commit === undefined ? undefined : { state: 'found', commit };
  }

  private async ask(hash: string, isAtWork: boolean, signal: Cancellation | undefined): Promise<CommitLookup> {
    const name = commitName(hash);
    if (name === undefined) return { state: 'unknown', shallow: false };
    if (isAtWork) return { state: 'busy' };
    const answer = await this.objects.read(name, signal);
    switch (answer.state) {
      case 'found':
        return answer.hash.startsWith(hash) ? this.remember(hash, answer) : this.askByPrefix(hash, signal);
      case 'missing':
      case 'ambiguous':
        return this.askByPrefix(hash, signal);
      case 'too-large':
        return { state: 'unknown', shallow: false };
      case 'failed':
        return { state: 'busy' };
      case 'refused':
        return { state: 'no-repository' };
    }
  }

  private remember(hash: string, { hash: full, object }: ObjectAnswer & { readonly state: 'found' }): CommitLookup {
    const commit = parseCommit(full, object);
    if (commit === undefined) return { state: 'unknown', shallow: false };
    if (this.found.size >= mostFound) this.found.clear();
    this.found.set(hash, full);
    this.cache.keep(commit);
    this.cache.setName(hash, full);
    return { state: 'found', commit };
  }

  /** Asked for a commit, git tells neither an ambiguous hash from a missing one, nor one that a branch is named like. */
  private async askByPrefix(hash: string, signal: Cancellation | undefined): Promise<CommitLookup> {
    const candidates = await this.candidates(hash, signal);
    if (candidates === undefined) return { state: 'busy' };
    const [only, ...others] = candidates;
    if (only === undefined || others.length > 0) this.cache.setName(hash, undefined);
    if (only === undefined) return { state: 'unknown', shallow: await isShallow(this.place) };
    if (others.length > 0) return { state: 'ambiguous', candidates: candidates.map((one) => one.hash) };
    return this.remember(hash, only);
  }

  /** The commits among the objects that begin with `hash`; a hash that nothing begins with costs no process. */
  private async candidates(hash: string, signal: Cancellation | undefined) {
    const name = anyName(hash);
    if (name === undefined || isFullHash(hash)) return [];
    const any = await this.objects.read(name, signal);
    if (any.state === 'missing') return [];
    const result = await this.run(gitCommands.candidates(hash), { signal });
    if (result?.exitCode !== 0) return undefined;
    const objects = result.output.toString('latin1').split('\n').filter(isHash).slice(0, mostCandidates);
    const names = objects.flatMap((object) => commitName(object) ?? []);
    const answers = await Promise.all(names.map((one) => this.objects.read(one, signal)));
    return answers.flatMap((answer) => (answer.state === 'found' && answer.hash.startsWith(hash) ? [answer] : []));
  }
}

function isNamedInFull({ hash, parents }: Commit): boolean {
  return [hash, ...parents.slice(0, 1)].every(isFullHash);
}

/** What `diff-tree --stdin` reads: a commit and its first parent a line. */
function againstFirstParents(commits: readonly Commit[]): string {
  return commits.map(({ hash, parents }) => `${[hash, ...parents.slice(0, 1)].join(' ')}\n`).join('');
}

const mostFound = 5000;
const mostCandidates = 50;
