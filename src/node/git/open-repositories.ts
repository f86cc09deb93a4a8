import { createHash } from 'node:crypto';
import { realpath } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join } from 'node:path';
import type { CommitLookup } from '../../core/model/commit';
import type { Conventions } from '../../core/model/conventions';
import { confine } from '../confine';
import { CommandQueue } from './command-queue';
import { findGit } from './find-git';
import { locate } from './locate';
import { Repository } from './repository';
import type { Git } from './run-git';

export interface RepositoriesOptions {
  /** Absolute path of the workspace folder. */
  readonly folder: string;
  /** Asked at each call, as the team's conventions change. */
  readonly repositories: () => Conventions['repositories'];
  /** Asked for an absolute path of git where the search path has none. */
  readonly otherGit?: () => Promise<string | undefined>;
  /** Folder in which commits are kept over windows; nothing is kept without one. */
  readonly storage?: string;
  /** Of the process where it is not given. */
  readonly environment?: NodeJS.ProcessEnv;
}

/** The repositories in use; one that could not be opened is tried again at the next question. */
export class OpenRepositories {
  private readonly options: RepositoriesOptions;
  private readonly opened = new Map<string, Promise<Repository | CommitLookup>>();
  private readonly queue = new CommandQueue();
  private isDisposed = false;

  constructor(options: RepositoriesOptions) {
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
    const { folder, storage } = this.options;
    const found = name === undefined ? await realFolder(folder) : await besideOf(folder, neighbour?.path);
    if (found === undefined) return name === undefined ? { state: 'no-repository' } : elsewhere;
    const git = await this.git();
    if (git === undefined) return { state: 'no-git' };
    const place = await locate(found);
    if (place === undefined) return name === undefined ? { state: 'no-repository' } : elsewhere;
    const cacheFile = storage === undefined ? undefined : join(storage, `commits-${idOf(place.commonFolder)}.json`);
    return new Repository({ git, place, queue: this.queue, ...(cacheFile !== undefined && { cacheFile }) });
  }

  private async git(): Promise<Git | undefined> {
    const { environment = process.env, otherGit } = this.options;
    const path = (await findGit(environment)) ?? (await otherGit?.());
    return path === undefined || !isAbsolute(path) ? undefined : { path, environment };
  }
}

function idOf(folder: string): string {
  return createHash('sha256').update(folder).digest('hex').slice(0, 16);
}

/** Git names its files with links resolved. */
async function realFolder(folder: string): Promise<string | undefined> {
  return realpath(folder).catch(() => undefined);
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
