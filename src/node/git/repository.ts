import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Commit, CommitLookup } from '../../core/model/commit';
import { type ChangedFile, parseChangedFiles } from './changed-files';
import { gitCommands, isHash } from './git-commands';
import { ObjectReader } from './object-reader';
import { parseCommit } from './raw-commit';
import { type Git, runGit } from './run-git';

/** One repository, found from a folder of it. */
export class Repository {
  /** Absolute path of the working tree's top folder. */
  readonly root: string;
  private readonly git: Git;
  private readonly gitFolder: string;
  private readonly objects: ObjectReader;
  /** Found commits never change; the others are asked for again. */
  private readonly found = new Map<string, Commit>();

  private constructor(git: Git, place: Place) {
    this.git = git;
    this.root = place.root;
    this.gitFolder = place.gitFolder;
    this.objects = new ObjectReader(git, place.root);
  }

  /** The repository that holds `folder`, also from a folder below its top and in a linked working tree. */
  static async open(git: Git, folder: string): Promise<Repository | undefined> {
    const place = await locate(git, folder);
    return place === undefined ? undefined : new Repository(git, place);
  }

  async lookUp(hash: string): Promise<CommitLookup> {
    const known = this.found.get(hash);
    if (known !== undefined) return { state: 'found', commit: known };
    if (!isHash(hash)) return { state: 'unknown', shallow: false };
    if (await this.isBusy()) return { state: 'busy' };
    const answer = await this.objects.read(hash);
    switch (answer.state) {
      case 'found':
        return answer.hash.startsWith(hash)
          ? this.remember(hash, parseCommit(answer.hash, answer.object))
          : this.lookUpByPrefix(hash);
      case 'missing':
        return this.lookUpByPrefix(hash);
      case 'failed':
        return { state: 'busy' };
    }
  }

  /** What the commit changed against its first parent. */
  async changedFiles({ hash, parents: [parent] }: Commit): Promise<readonly ChangedFile[] | undefined> {
    const result = await runGit(this.git, this.root, gitCommands.changes(hash, parent));
    return result?.exitCode === 0 ? parseChangedFiles(result.output) : undefined;
  }

  dispose(): void {
    this.objects.dispose();
    this.found.clear();
  }

  private remember(hash: string, commit: Commit | undefined): CommitLookup {
    if (commit === undefined) return { state: 'unknown', shallow: false };
    if (this.found.size >= mostKept) this.found.clear();
    this.found.set(hash, commit);
    return { state: 'found', commit };
  }

  /** Git tells neither an ambiguous hash from a missing one, nor one that a branch is named like. */
  private async lookUpByPrefix(hash: string): Promise<CommitLookup> {
    const candidates = hash.length === 40 ? [] : await this.candidates(hash);
    const [only] = candidates;
    if (only === undefined) return { state: 'unknown', shallow: await this.isShallow() };
    if (candidates.length > 1) return { state: 'ambiguous', candidates };
    const answer = await this.objects.read(only);
    return answer.state === 'found' ? this.remember(hash, parseCommit(only, answer.object)) : { state: 'busy' };
  }

  /** Full hashes of the commits among the objects that begin with `hash`. */
  private async candidates(hash: string): Promise<readonly string[]> {
    const result = await runGit(this.git, this.root, gitCommands.candidates(hash));
    if (result?.exitCode !== 0) return [];
    const objects = result.output
      .toString('latin1')
      .split('\n')
      .filter((line) => line.length === 40 && isHash(line));
    const answers = await Promise.all(objects.slice(0, mostCandidates).map((object) => this.objects.read(object)));
    return answers.flatMap((answer) => (answer.state === 'found' && answer.hash.startsWith(hash) ? [answer.hash] : []));
  }

  private async isShallow(): Promise<boolean> {
    return (await locate(this.git, this.root))?.isShallow ?? false;
  }

  /** Another git is at work: a rebase goes on, or somebody has just taken the index. */
  private async isBusy(): Promise<boolean> {
    const [lock, merge, apply] = await Promise.all(
      ['index.lock', 'rebase-merge', 'rebase-apply'].map((name) => changedAt(join(this.gitFolder, name))),
    );
    return merge !== undefined || apply !== undefined || (lock !== undefined && Date.now() - lock < staleLock);
  }
}

interface Place {
  readonly root: string;
  readonly gitFolder: string;
  readonly isShallow: boolean;
}

const mostKept = 5000;
const mostCandidates = 50;
/** A lock that a crashed git left behind does not count for ever. */
const staleLock = 60_000;

async function locate(git: Git, folder: string): Promise<Place | undefined> {
  const result = await runGit(git, folder, gitCommands.locate());
  const [gitFolder, shallow, root] = result?.output.toString('utf8').split('\n') ?? [];
  if (gitFolder === undefined || gitFolder === '' || shallow === undefined) return undefined;
  return { gitFolder, isShallow: shallow === 'true', root: root === undefined || root === '' ? folder : root };
}

async function changedAt(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).mtimeMs;
  } catch {
    return undefined;
  }
}
