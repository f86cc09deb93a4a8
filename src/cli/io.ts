/** All that the command line has of the world around it. */
export interface Io {
  /** Absolute. */
  readonly cwd: string;
  readonly stdout: Output;
  readonly stderr: Output;
  /** ms since the epoch. */
  now(): number;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** All of the standard input. */
  readStdin(): Promise<Uint8Array>;
  /** Absolute folder of the rules' pages, `<id>.md`. */
  readonly rulePages: string;
  /** From here on Ctrl+C ends nothing by itself; it is told through `signal`, until `dispose`. */
  listenForInterrupt(): { readonly signal: AbortSignal; dispose(): void };
}

/** A process's output stream, or what stands for it in a test. */
export interface Output {
  /** Resolves once the text was taken, so that a slow reader holds up the writer and loses nothing. */
  write(text: string): Promise<void>;
  /** Whether a person looks at it. */
  readonly isTerminal?: boolean;
}

/** 0: nothing to tell; 1: findings that count; 2: bad usage or unreadable input; 130: ended by Ctrl+C. */
export type ExitCode = 0 | 1 | 2 | 130;

/** One subcommand; throws `OperationError` for what ends with exit code 2. */
export interface Command {
  readonly name: string;
  readonly summary: string;
  /** Lines of the usage text. */
  readonly usage: readonly string[];
  run(argv: readonly string[], io: Io): Promise<ExitCode>;
}
