import { realpath } from 'node:fs/promises';
import { basename, dirname, isAbsolute } from 'node:path';
import type { CommitLookup } from '../../core/model/commit';
import type { Conventions } from '../../core/model/conventions';
import type { CommitSource } from '../../core/ports';
import { confine } from '../confine';
import type { ChangedFile } from './changed-files';
import { findGit } from './find-git';
import { Repository } from './repository';
import type { Git } from './run-git';

export interface CommitSourceOptions {
  /** Absolute path of the workspace folder. */
  readonly folder: string;
  /** Asked at each call; nothing of git runs while it is false. */
  readonly isTrusted: () => boolean;
  /** Asked at each call, as the team's conventions change. */
  readonly repositories: () => Conventions['repositories'];
  /** Asked for an absolute path of git where the search path has none. */
  readonly otherGit?: () => Promise<string | undefined>;
  /** Of the process where it is not given. */
  readonly environment?: NodeJS.ProcessEnv;
}

export interface GitCommitSource extends CommitSource {
  /** What a commit changed against its first parent, and the root that the paths are relative to. */
  changedFiles(key: string): Promise<{ readonly root: string; readonly files: readonly ChangedFile[] } | undefined>;
  /** Ends every process. */
  dispose(): void;
}

/** Commits of the repository that holds a workspace folder, and of its neighbours named in the conventions. */
export function createCommitSource(options: CommitSourceOptions): GitCommitSource {
  const repositories = new OpenRepositories(options);
  const lookUp = async (key: string): Promise<CommitLookup> => {
    if (!options.isTrusted()) return { state: 'restricted' };
    const { repository, hash } = splitKey(key);
    const opened = await repositories.get(repository);
    return opened instanceof Repository ? opened.lookUp(hash) : opened;
  };
  return {
    lookUp: async (keys) => {
      const unique = [...new Set(keys)];
      const answers = await Promise.all(unique.map((key) => lookUp(key)));
      return new Map(answers.map((answer, index) => [unique[index] ?? '', answer]));
    },
    changedFiles: async (key) => {
      const answer = await lookUp(key);
      const opened = await repositories.get(splitKey(key).repository);
      if (answer.state !== 'found' || !(opened instanceof Repository) || !options.isTrusted()) return undefined;
      const files = await opened.changedFiles(answer.commit);
      return files === undefined ? undefined : { root: opened.root, files };
    },
    dispose: () => repositories.dispose(),
  };
}

/** The repositories in use; one that could not be opened is tried again at the next question. */
class OpenRepositories {
  private readonly options: CommitSourceOptions;
  private readonly opened = new Map<string, Promise<Repository | CommitLookup>>();
  private isDisposed = false;

  constructor(options: CommitSourceOptions) {
    this.options = options;
  }

  /** The workspace folder's own repository, or the one of that name; else the answer that says why not. */
  async get(name: string | undefined): Promise<Repository | CommitLookup> {
    const named = this.options.repositories();
    const neighbour = name !== undefined && Object.hasOwn(named, name) ? named[name] : undefined;
    const id = JSON.stringify([name, neighbour?.path]);
    const opening = this.opened.get(id) ?? this.open(name, neighbour);
    this.opened.set(id, opening);
    const opened = await opening;
    if (!(opened instanceof Repository)) this.opened.delete(id);
    else if (this.isDisposed) opened.dispose();
    return opened;
  }

  dispose(): void {
    this.isDisposed = true;
    for (const opening of this.opened.values()) {
      void opening.then((opened) => (opened instanceof Repository ? opened.dispose() : undefined));
    }
    this.opened.clear();
  }

  private async open(
    name: string | undefined,
    neighbour: { readonly path?: string; readonly url?: string } | undefined,
  ): Promise<Repository | CommitLookup> {
    const elsewhere: CommitLookup = {
      state: 'other-repository',
      repository: name ?? '',
      ...(neighbour?.url !== undefined && { url: neighbour.url }),
    };
    const { folder } = this.options;
    const place = name === undefined ? folder : await besideOf(folder, neighbour?.path);
    if (place === undefined) return elsewhere;
    const git = await this.git();
    if (git === undefined) return { state: 'no-git' };
    const repository = await Repository.open(git, place);
    return repository ?? (name === undefined ? { state: 'no-repository' } : elsewhere);
  }

  private async git(): Promise<Git | undefined> {
    const { environment = process.env, otherGit } = this.options;
    const path = (await findGit(environment)) ?? (await otherGit?.());
    return path === undefined || !isAbsolute(path) ? undefined : { path, environment };
  }
}

/** A folder inside the workspace folder or next to it; nothing for a path that leads anywhere else or nowhere. */
async function besideOf(folder: string, relative: string | undefined): Promise<string | undefined> {
  if (relative === undefined) return undefined;
  try {
    const real = await realpath(folder);
    return await realpath(await confine(dirname(real), `${basename(real)}/${relative}`));
  } catch {
    return undefined;
  }
}

function splitKey(key: string): { readonly repository: string | undefined; readonly hash: string } {
  const at = key.lastIndexOf('@');
  return { repository: at < 0 ? undefined : key.slice(0, at), hash: key.slice(at + 1) };
}
