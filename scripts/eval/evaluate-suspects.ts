import { execFileSync } from 'node:child_process';
import type { LoggedCommit } from '../../src/core/model/commit';
import { longestSearch } from '../../src/core/operations/find-suspects';
import type { GitHistory } from '../../src/core/ports';
import { createSearchBudget } from '../../src/core/suspects/search-budget';
import { suspectsOfFix } from '../../src/core/suspects/suspects-of-fix';
import { createCommitSource } from '../../src/node/git/commit-source';
import { findGit } from '../../src/node/git/find-git';
import { gitEnvironment, hardening } from '../../src/node/git/git-commands';

interface Options {
  /** Fixes that are scored, drawn at random where there are more. */
  readonly most: number;
  readonly seed: number;
  readonly isVerbose: boolean;
}

interface Case {
  readonly fix: LoggedCommit;
  /** Full hashes that the trailers name. */
  readonly named: readonly string[];
}

/**
 * Prints the share of fixes whose named commit stands first and among the first three, ours beside plain blame;
 * returns why it cannot.
 */
export async function evaluateSuspects(
  repository: string,
  { most, seed, isVerbose }: Options,
): Promise<string | undefined> {
  const path = await findGit(process.env);
  if (path === undefined) return 'git was not found.';
  const source = createCommitSource({ folder: repository, isTrusted: () => true, repositories: () => ({}) });
  try {
    const history = await source.history();
    if (history === undefined) return `${repository} is no git repository, or git is at work in it.`;
    const cases = await casesOf(path, repository, history, { most, seed });
    if (run(path, repository, ['rev-parse', '--is-shallow-repository']).trim() === 'true')
      console.log('The clone is shallow: fixes whose named commit lies beyond its history are skipped.');
    if (cases.length === 0) return `${repository} has no commit with a "Fixes: <hash>" trailer that it can resolve.`;
    const [ours, plain] = [new Score(), new Score()];
    let additions = 0;
    let searching = 0;
    for (const [at, { fix, named }] of cases.entries()) {
      if (at % 10 === 0) console.error(`${at} of ${cases.length} fixes scored`);
      const searchStart = performance.now();
      const suspects = await suspectsOrNone(history, fix);
      searching += performance.now() - searchStart;
      const rank = ours.add(
        suspects.map(({ commit }) => commit.hash),
        named,
      );
      plain.add(await plainBlame(path, repository, history, fix), named);
      const changes = (await history.patches([fix]))?.get(fix.hash) ?? [];
      if (changes.every(({ hunks }) => hunks.every(({ removed }) => removed.length === 0))) additions++;
      if (isVerbose && rank !== 1) console.log(`${fix.hash.slice(0, 12)} rank ${rank ?? '-'} ${fix.subject}`);
    }
    const seconds = searching / 1000 / cases.length;
    console.log(
      `${cases.length} fixes, ${share(additions, cases.length)} remove no line, ${seconds.toFixed(2)} s a search`,
    );
    console.log(`                first   first three   among ten`);
    console.log(`suspects        ${ours.shares()}`);
    console.log(`plain blame     ${plain.shares()}`);
    return undefined;
  } finally {
    source.dispose();
  }
}

class Score {
  readonly #ranks: (number | undefined)[] = [];

  /** The one-based place of the first named commit. */
  add(ranked: readonly string[], named: readonly string[]): number | undefined {
    const at = ranked.findIndex((hash) => named.includes(hash));
    const rank = at < 0 ? undefined : at + 1;
    this.#ranks.push(rank);
    return rank;
  }

  shares(): string {
    const within = (most: number) => this.#ranks.filter((rank) => rank !== undefined && rank <= most).length;
    return [1, 3, 10].map((most) => share(within(most), this.#ranks.length)).join('    ');
  }
}

const trailer = /^Fixes:\s*(?:commit\s+)?\[?([0-9a-f]{7,40})\b/gim;

/** A search that fails is a miss, and the others go on. */
async function suspectsOrNone(history: GitHistory, fix: LoggedCommit) {
  try {
    return await suspectsOfFix(history, { fix, budget: createSearchBudget(longestSearch, Date.now) });
  } catch (error) {
    console.error(`${fix.hash.slice(0, 12)} could not be searched: ${error instanceof Error ? error.message : error}`);
    return [];
  }
}

/** Commits that name an ancestor in a trailer, with the trailers taken out; drawn first, as each is read by itself. */
async function casesOf(
  git: string,
  repository: string,
  history: GitHistory,
  { most, seed }: Pick<Options, 'most' | 'seed'>,
): Promise<readonly Case[]> {
  const grep = ['-i', '-E', '--grep=^Fixes: *(commit +)?\\[?[0-9a-f]{7,40}'];
  const hashes = linesOf(run(git, repository, ['rev-list', '--no-merges', ...grep, 'HEAD']));
  const cases: Case[] = [];
  let skipped = 0;
  for (const hash of drawn(hashes, seed)) {
    if (cases.length >= most) break;
    const one = await caseOf(history, hash);
    if (one === undefined) skipped++;
    else cases.push(one);
  }
  console.log(
    `${hashes.length} commits have a trailer, ${cases.length} drawn, ${skipped} skipped as theirs names none`,
  );
  return cases;
}

async function caseOf(history: GitHistory, hash: string): Promise<Case | undefined> {
  const [fix] = (await history.log({ from: [hash], most: 1 })) ?? [];
  if (fix === undefined || fix.parents.length !== 1) return undefined;
  const wanted = [...fix.message.matchAll(trailer)].map((match) => match[1]?.toLowerCase() ?? '');
  const found = [...(await history.commits(wanted)).values()];
  const named = found.filter((one) => one.committed <= fix.committed && one.hash !== fix.hash);
  if (named.length === 0) return undefined;
  return { fix: { ...fix, message: withoutTrailers(fix.message) }, named: named.map((one) => one.hash) };
}

/** A trailer may be wrapped in the middle of the subject that it quotes. */
function withoutTrailers(body: string): string {
  return body.replace(/^Fixes:[^\n]*(?:\n(?=[^\n]*"\))(?![A-Za-z-]+:)[^\n]*)?/gim, '');
}

/** The commits that wrote the removed lines, the most lines first: no filter, no weight, no context. */
async function plainBlame(git: string, repository: string, history: GitHistory, fix: LoggedCommit) {
  const parent = fix.parents[0];
  const counts = new Map<string, number>();
  if (parent === undefined) return [];
  for (const { oldPath, hunks } of (await history.patches([fix]))?.get(fix.hash) ?? []) {
    const ranges = hunks.flatMap(({ oldStart, removed }) =>
      removed.length === 0 ? [] : [`-L${oldStart},${oldStart + removed.length - 1}`],
    );
    if (oldPath === undefined || ranges.length === 0) continue;
    const blamed = run(git, repository, ['blame', '--porcelain', '--no-textconv', ...ranges, parent, '--', oldPath]);
    for (const [, hash = ''] of blamed.matchAll(/^([0-9a-f]{40}) \d+ \d+/gm))
      counts.set(hash, (counts.get(hash) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([hash]) => hash);
}

function run(git: string, cwd: string, args: readonly string[]): string {
  const options = {
    cwd,
    env: gitEnvironment(process.env),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: 'pipe',
    // To search the messages of a million commits takes a minute or two.
    timeout: 300_000,
  } as const;
  try {
    return execFileSync(git, [...hardening, ...args], options);
  } catch {
    return '';
  }
}

/** All in a fixed order of chance, so that two runs score the same fixes. */
function drawn(hashes: readonly string[], seed: number): readonly string[] {
  let state = seed >>> 0;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state;
  };
  return hashes
    .map((hash) => ({ hash, order: next() }))
    .sort((a, b) => a.order - b.order)
    .map(({ hash }) => hash);
}

function linesOf(text: string): readonly string[] {
  return text.split('\n').filter((line) => line !== '');
}

function share(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1)} %`.padStart(7);
}
