import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import type { Cancellation } from '../../core/ports';
import { gitEnvironment, hardening } from './git-commands';

export interface Git {
  /** Absolute path of the program. */
  readonly path: string;
  readonly environment: NodeJS.ProcessEnv;
}

/** What one command printed; undefined when it could not run, took too long, printed too much, or was cancelled. */
export interface GitOutput {
  readonly exitCode: number;
  readonly output: Buffer;
}

export interface RunOptions {
  readonly input?: string;
  readonly signal?: Cancellation | undefined;
  /** ms */
  readonly timeOut?: number;
  /** Bytes. */
  readonly outputLimit?: number;
  /** Whether what was printed before the time was up is an answer too, up to its last whole line. */
  readonly keepsPart?: boolean;
}

const timeOut = 30_000;
const outputLimit = 128 * 1024 * 1024;

/** Runs one command to its end, without a shell. */
export function runGit(
  git: Git,
  folder: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<GitOutput | undefined> {
  const { signal, input = '' } = options;
  if (signal?.aborted === true) return Promise.resolve(undefined);
  return new Promise((resolve) => {
    const started = startGit(git, folder, args);
    const parts: Buffer[] = [];
    let length = 0;
    const end = (result?: GitOutput) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', give);
      if (result === undefined) started.kill('SIGKILL');
      resolve(result);
    };
    const give = () => end();
    const giveUp = () => {
      if (options.keepsPart !== true) return end();
      started.kill('SIGKILL');
      const output = Buffer.concat(parts);
      end({ exitCode: 0, output: output.subarray(0, output.lastIndexOf('\n') + 1) });
    };
    const timer = setTimeout(giveUp, options.timeOut ?? timeOut);
    signal?.addEventListener('abort', give, { once: true });
    started.on('error', give);
    started.on('close', (code) => end(code === null ? undefined : { exitCode: code, output: Buffer.concat(parts) }));
    started.stderr.resume();
    started.stdout.on('data', (part: Buffer) => {
      length += part.length;
      if (length > (options.outputLimit ?? outputLimit)) end();
      else parts.push(part);
    });
    // Git may end before it has read all; what it printed until then counts.
    started.stdin.on('error', () => undefined);
    started.stdin.end(input);
  });
}

/** Starts a command that goes on answering; the caller ends it. */
export function startGit(git: Git, folder: string, args: readonly string[]): ChildProcessWithoutNullStreams {
  return spawn(git.path, [...hardening, ...args], {
    cwd: folder,
    env: gitEnvironment(git.environment),
    windowsHide: true,
    stdio: 'pipe',
  });
}
