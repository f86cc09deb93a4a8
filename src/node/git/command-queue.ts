import { type Git, type GitOutput, type RunOptions, runGit } from './run-git';

const mostWaiting = 100;

/**
 * Short commands one after the other, so that with the process that reads objects no more than two run at a time.
 * One too many, or cancelled before its turn, a command gives no output.
 */
export class CommandQueue {
  private last: Promise<unknown> = Promise.resolve();
  private waiting = 0;

  run(git: Git, folder: string, args: readonly string[], options: RunOptions = {}): Promise<GitOutput | undefined> {
    if (this.waiting >= mostWaiting) return Promise.resolve(undefined);
    this.waiting++;
    const turn = this.last.then(() => {
      this.waiting--;
      return runGit(git, folder, args, options);
    });
    this.last = turn;
    return turn;
  }
}
