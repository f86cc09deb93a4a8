import { type ChildProcessWithoutNullStreams, execFile, spawn } from 'node:child_process';
import { gitEnvironment, hardening } from './git-commands';

export interface Git {
  /** Absolute path of the program. */
  readonly path: string;
  readonly environment: NodeJS.ProcessEnv;
}

/** What one short command printed; undefined when it could not run, took too long, or printed too much. */
export interface GitOutput {
  readonly exitCode: number;
  readonly output: Buffer;
  readonly errors: string;
}

const timeOut = 10_000;
const outputLimit = 4 * 1024 * 1024;

export interface GitLimits {
  /** Milliseconds until the command is ended. */
  readonly time?: number;
  /** Bytes that it may print. */
  readonly output?: number;
}

/** Runs one command to its end, without a shell. */
export function runGit(
  git: Git,
  folder: string,
  args: readonly string[],
  { time = timeOut, output = outputLimit }: GitLimits = {},
): Promise<GitOutput | undefined> {
  const options = {
    cwd: folder,
    env: gitEnvironment(git.environment),
    timeout: time,
    killSignal: 'SIGKILL',
    maxBuffer: output,
    windowsHide: true,
    encoding: 'buffer',
  } as const;
  return new Promise((resolve) => {
    execFile(git.path, [...hardening, ...args], options, (error, output, errors) => {
      if (error === null) resolve({ exitCode: 0, output, errors: '' });
      else if (typeof error.code === 'number') {
        resolve({ exitCode: error.code, output, errors: errors.toString('utf8').slice(0, 2000) });
      } else resolve(undefined);
    }).stdin?.end();
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
