import type { Io } from './io';

export interface Progress {
  /** One more is done. */
  step(): Promise<void>;
  /** Takes the line away. */
  end(): Promise<void>;
}

/** A run that is over by then shows nothing. */
const quietFor = 300;
const between = 100;
const clearLine = '\r\u001b[K';

/** A line on stderr that counts files, only where a person looks at a terminal. */
export function createProgress(io: Io, total: number, done = 'checked'): Progress {
  let count = 0;
  let next = io.now() + quietFor;
  let isShown = false;
  return {
    step: async () => {
      count++;
      if (io.stderr.isTerminal !== true || io.now() < next) return;
      next = io.now() + between;
      isShown = true;
      await io.stderr.write(`${clearLine}${count} of ${total} files ${done}`);
    },
    end: async () => {
      if (isShown) await io.stderr.write(clearLine);
    },
  };
}
