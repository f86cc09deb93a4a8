import { isAbsolute } from 'node:path';
import type { History, Tag } from '../../core/import/read-commits';
import type { Commit } from '../../core/model/commit';
import type { CommitSourceOptions } from './commit-source';
import { findGit } from './find-git';
import { gitCommands, isHash } from './git-commands';
import { Repository } from './repository';
import { type Git, runGit } from './run-git';

export type HistoryAnswer =
  | { readonly state: 'read'; readonly history: History }
  | { readonly state: 'restricted' | 'no-git' | 'no-repository' | 'busy' | 'cancelled' }
  | { readonly state: 'too-many'; readonly most: number };

const mostCommits = 5_000;
/** Fewer than wait in line for an answer of git. */
const batch = 400;

/** What leads to the current commit of a folder's repository within a window (ms, both inclusive), oldest first. */
export async function readHistory(
  { folder, isTrusted, otherGit, environment = process.env }: Omit<CommitSourceOptions, 'repositories'>,
  { from, until }: { readonly from: number; readonly until: number },
  signal?: { readonly aborted: boolean },
): Promise<HistoryAnswer> {
  if (!isTrusted()) return { state: 'restricted' };
  const path = (await findGit(environment)) ?? (await otherGit?.());
  if (path === undefined || !isAbsolute(path)) return { state: 'no-git' };
  const git = { path, environment };
  const repository = await Repository.open(git, folder);
  if (repository === undefined) return { state: 'no-repository' };
  try {
    const hashes = await hashesIn(git, repository.root, { from, until });
    if (hashes === undefined) return { state: 'busy' };
    if (hashes.length > mostCommits) return { state: 'too-many', most: mostCommits };
    const commits: Commit[] = [];
    for (let start = 0; start < hashes.length; start += batch) {
      if (signal?.aborted === true) return { state: 'cancelled' };
      const lookups = await Promise.all(hashes.slice(start, start + batch).map((hash) => repository.lookUp(hash)));
      if (lookups.some(({ state }) => state === 'busy')) return { state: 'busy' };
      commits.push(...lookups.flatMap((lookup) => (lookup.state === 'found' ? [lookup.commit] : [])));
    }
    const tags = await tagsOf(git, repository.root);
    const isWithin = ({ made }: Tag) => made === undefined || (made >= from && made <= until);
    return { state: 'read', history: { commits: commits.reverse(), tags: tags.filter(isWithin) } };
  } finally {
    repository.dispose();
  }
}

/** Nothing where git does not answer; none where nothing was committed yet. */
async function hashesIn(
  git: Git,
  root: string,
  { from, until }: { readonly from: number; readonly until: number },
): Promise<readonly string[] | undefined> {
  const bounds = [Math.ceil(Math.max(0, from) / 1000), Math.floor(Math.max(0, until) / 1000)] as const;
  const result = await runGit(git, root, gitCommands.window(...bounds, mostCommits + 1));
  if (result === undefined) return undefined;
  if (result.exitCode !== 0) return [];
  return linesOf(result.output).filter((line) => line.length === 40 && isHash(line));
}

async function tagsOf(git: Git, root: string): Promise<readonly Tag[]> {
  const result = await runGit(git, root, gitCommands.tags());
  if (result?.exitCode !== 0) return [];
  return linesOf(result.output).flatMap((line) => {
    const [object = '', peeled = '', made = '', by = '', name = ''] = line.split('\0');
    const commit = peeled === '' ? object : peeled;
    if (!isHash(commit) || name === '') return [];
    return [{ name, commit, ...(/^\d{1,12}$/.test(made) && { made: Number(made) * 1000 }), ...(by !== '' && { by }) }];
  });
}

function linesOf(output: Buffer): readonly string[] {
  return output
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '');
}
