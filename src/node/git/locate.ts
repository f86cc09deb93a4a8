import { readFile, realpath, stat } from 'node:fs/promises';
import nodePath from 'node:path';

/** Where a repository lies; all absolute. */
export interface Place {
  /** Top folder of the working tree. */
  readonly root: string;
  /** Of this working tree: `HEAD`, locks. */
  readonly gitFolder: string;
  /** Shared by all working trees: objects, refs, `shallow`. */
  readonly commonFolder: string;
}

type PathModule = Pick<typeof nodePath, 'resolve' | 'relative' | 'isAbsolute' | 'sep'>;

/**
 * The repository that holds a folder, as git finds it: in a parent, in a linked working tree, as a submodule. Found by
 * looking at files, since a process for each folder would cost more than all its citations; whether git takes it for a
 * repository of this user is said by git at the first question.
 */
export async function locate(folder: string): Promise<Place | undefined> {
  for (let current = folder; ; ) {
    const gitFolder = await gitFolderIn(current);
    if (gitFolder !== undefined) {
      const common = await firstLine(nodePath.join(gitFolder, 'commondir'));
      const commonFolder = common === undefined ? gitFolder : nodePath.resolve(gitFolder, common);
      return { root: current, gitFolder, commonFolder };
    }
    const parent = nodePath.dirname(current);
    if (parent === current) return undefined;
    current = parent;
  }
}

export async function isShallow({ commonFolder }: Place): Promise<boolean> {
  return (await changedAt(nodePath.join(commonFolder, 'shallow'))) !== undefined;
}

/** A lock that a crashed git left behind does not count for ever. */
const staleLock = 60_000;

/** Another git is at work: a rebase goes on, or somebody has just taken the index. */
export async function isBusy({ gitFolder }: Place, now: number): Promise<boolean> {
  const [lock, merge, apply] = await Promise.all(
    ['index.lock', 'rebase-merge', 'rebase-apply'].map((name) => changedAt(nodePath.join(gitFolder, name))),
  );
  return merge !== undefined || apply !== undefined || (lock !== undefined && now - lock < staleLock);
}

/** Of a file `.git`: `gitdir: ../.git/worktrees/linked`. */
export function gitFolderOf(content: string, folder: string, path: PathModule = nodePath): string | undefined {
  const named = /^gitdir: ([^\r\n\0]+)/.exec(content)?.[1]?.trimEnd();
  return named === undefined || named === '' ? undefined : path.resolve(folder, named);
}

/** A file's path as git names it: relative to the root, posix; nothing for one outside, nor for the root itself. */
export function repositoryPath(root: string, file: string, path: PathModule = nodePath): string | undefined {
  const inside = path.relative(root, file);
  if (inside === '' || inside === '..' || inside.startsWith(`..${path.sep}`) || path.isAbsolute(inside))
    return undefined;
  return path.sep === '\\' ? inside.replaceAll('\\', '/') : inside;
}

/** The same for a file whose own path may lead over links, as the root's does not. */
export async function pathInRepository(root: string, file: string): Promise<string | undefined> {
  return repositoryPath(root, await realpath(file).catch(() => file));
}

async function gitFolderIn(folder: string): Promise<string | undefined> {
  const path = nodePath.join(folder, '.git');
  const kind = await stat(path).catch(() => undefined);
  if (kind === undefined) return undefined;
  if (kind.isDirectory()) return (await isGitFolder(path)) ? path : undefined;
  const content = kind.size > 64 * 1024 ? undefined : await readFile(path, 'utf8').catch(() => undefined);
  return content === undefined ? undefined : gitFolderOf(content, folder);
}

/** Git passes over a folder of that name in which nothing of a repository is. */
async function isGitFolder(path: string): Promise<boolean> {
  const [head, objects] = await Promise.all(['HEAD', 'objects'].map((name) => changedAt(nodePath.join(path, name))));
  return head !== undefined && objects !== undefined;
}

async function firstLine(path: string): Promise<string | undefined> {
  const content = await readFile(path, 'utf8').catch(() => undefined);
  const line = content?.split('\n', 1)[0]?.trim();
  return line === '' ? undefined : line;
}

async function changedAt(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).mtimeMs;
  } catch {
    return undefined;
  }
}
