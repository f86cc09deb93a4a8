import path from 'node:path';
import type { ExitCode, Io } from '../../src/cli/io';
import { runCli } from '../../src/cli/run-cli';

export interface CliRun {
  readonly code: ExitCode;
  readonly stdout: string;
  readonly stderr: string;
}

export const cliNow = Date.UTC(2026, 10, 23, 14, 35, 20);

/** Runs a command line in this process, as in `folder`. */
export async function runCliIn(
  folder: string,
  argv: readonly string[],
  sub = '.',
  world: Partial<Pick<Io, 'readStdin' | 'env' | 'now' | 'listenForInterrupt'>> & { readonly isTerminal?: boolean } = {},
): Promise<CliRun> {
  const { isTerminal = false, ...others } = world;
  const stdout: string[] = [];
  const stderr: string[] = [];
  const io: Io = {
    cwd: path.join(folder, sub),
    stdout: { write: async (text) => void stdout.push(text) },
    stderr: { write: async (text) => void stderr.push(text), isTerminal },
    now: () => cliNow,
    env: { TZ: 'Europe/Berlin' },
    readStdin: async () => new Uint8Array(),
    rulePages: path.resolve('docs/rules'),
    listenForInterrupt: () => ({ signal: new AbortController().signal, dispose: () => undefined }),
    ...others,
  };
  const code = await runCli(argv, io);
  return { code, stdout: stdout.join(''), stderr: stderr.join('') };
}
