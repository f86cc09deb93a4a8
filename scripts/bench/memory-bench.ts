import { readMemoryMap, rememberedLines } from '../../src/core/operations/incident-memory';
import { createCommitSource } from '../../src/node/git/commit-source';

export interface MemoryTimes {
  /** ms for the map of what the cited commits left. */
  readonly map: number;
  /** By path: ms for the marks of the file as it is read at first and again, and the lines that are marked. */
  readonly files: ReadonlyMap<string, { readonly cold: number; readonly warm: number; readonly marked: number }>;
}

/** How long the memory of the code takes, from cited commits to marked lines of the files given with their text. */
export async function measureMemory(
  folder: string,
  { cited, files }: { readonly cited: readonly string[]; readonly files: ReadonlyMap<string, string> },
): Promise<MemoryTimes> {
  const source = createCommitSource({ folder, isTrusted: () => true, repositories: () => ({}) });
  try {
    const history = await source.history();
    if (history === undefined) throw new Error(`${folder} is no git repository.`);
    const start = performance.now();
    const map = await readMemoryMap(history, cited);
    const mapTime = performance.now() - start;
    const measured = new Map<string, { cold: number; warm: number; marked: number }>();
    for (const [path, text] of files) {
      const times: number[] = [];
      let marked = 0;
      for (let run = 0; run < 2; run += 1) {
        const from = performance.now();
        const lines = await rememberedLines(history, map?.files.get(path) ?? [], text);
        times.push(performance.now() - from);
        marked = lines.reduce((sum, { first, last }) => sum + last - first + 1, 0);
      }
      measured.set(path, { cold: times[0] ?? 0, warm: times[1] ?? 0, marked });
    }
    return { map: mapTime, files: measured };
  } finally {
    source.dispose();
  }
}
