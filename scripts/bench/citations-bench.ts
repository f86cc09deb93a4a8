import type { Commit } from '../../src/core/model/commit';
import { readDetails } from '../../src/core/operations/commit-details';
import { recentCommits } from '../../src/core/operations/recent-commits';
import { createCommitSource } from '../../src/node/git/commit-source';

export interface CitationTimes {
  /** ms */
  readonly cold: number;
  readonly warm: number;
  readonly found: number;
  readonly details: number;
  readonly complete: number;
  readonly recent: number;
  readonly blame: number;
}

/** `environment` has a git that counts its starts; the count is taken by whoever calls, between the steps. */
export async function measureCitations(
  folder: string,
  {
    cited,
    detailed,
    environment,
  }: { cited: readonly string[]; detailed: readonly string[]; environment: NodeJS.ProcessEnv },
  onStep: (step: string) => void,
): Promise<CitationTimes> {
  const source = createCommitSource({ folder, isTrusted: () => true, repositories: () => ({}), environment });
  try {
    const cold = await timed(() => source.lookUp(cited));
    onStep('cold');
    const warm = await timed(() => source.lookUp(cited));
    onStep('warm');
    const answers = await source.lookUp(detailed);
    const commits = new Map<string, Commit>();
    for (const [key, answer] of answers) if (answer.state === 'found') commits.set(key, answer.commit);
    const details = await timed(() => readDetails(source, commits));
    onStep('details');
    const complete = [...details.value.values()].filter(({ files, fate }) => files !== undefined && fate !== undefined);
    const history = await source.history();
    const impactStart = Date.UTC(2026, 10, 20);
    const recent = await timed(async () => history && recentCommits(history, { impactStart }));
    onStep('recent');
    const blame = await timed(async () => {
      const head = await history?.head();
      return head === undefined
        ? undefined
        : history?.blame({
            commit: head,
            path: 'src/part0/file0.ts',
            ranges: [{ first: 1, last: 1 }],
            followsMoves: true,
          });
    });
    onStep('blame');
    return {
      cold: cold.ms,
      warm: warm.ms,
      found: [...cold.value.values()].filter(({ state }) => state === 'found').length,
      details: details.ms,
      complete: complete.length,
      recent: recent.ms,
      blame: blame.ms,
    };
  } finally {
    source.dispose();
  }
}

async function timed<T>(run: () => Promise<T>): Promise<{ readonly ms: number; readonly value: T }> {
  const start = performance.now();
  const value = await run();
  return { ms: performance.now() - start, value };
}
