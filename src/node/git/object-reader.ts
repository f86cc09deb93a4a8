import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { gitCommands, isHash } from './git-commands';
import { type Git, startGit } from './run-git';

/** The answer of `cat-file`; `failed` says nothing about the commit. */
export type ObjectAnswer =
  | { readonly state: 'found'; readonly hash: string; readonly object: Buffer }
  | { readonly state: 'missing' | 'failed' };

interface Question {
  readonly hash: string;
  readonly answer: (answer: ObjectAnswer) => void;
  retried: boolean;
}

const mostWaiting = 1000;
const largestObject = 1024 * 1024;
const answerTime = 10_000;
const idleTime = 30_000;

/**
 * One `git cat-file --batch` for a repository: started on the first question, ended when idle, when it does not answer,
 * and by `dispose`; started again where it died. Questions are answered one at a time, in order.
 */
export class ObjectReader {
  private readonly git: Git;
  private readonly folder: string;
  private readonly waiting: Question[] = [];
  private asked: Question | undefined;
  private process: ChildProcessWithoutNullStreams | undefined;
  private received: Buffer[] = [];
  private timer: NodeJS.Timeout | undefined;
  private isDisposed = false;

  constructor(git: Git, folder: string) {
    this.git = git;
    this.folder = folder;
  }

  /** The commit that `hash` names or abbreviates. */
  read(hash: string): Promise<ObjectAnswer> {
    if (!isHash(hash) || this.isDisposed || this.waiting.length >= mostWaiting) {
      return Promise.resolve({ state: 'failed' });
    }
    return new Promise((answer) => {
      this.waiting.push({ hash, answer, retried: false });
      this.askNext();
    });
  }

  dispose(): void {
    this.isDisposed = true;
    this.stop();
    for (const { answer } of this.waiting.splice(0)) answer({ state: 'failed' });
    this.settle({ state: 'failed' });
  }

  private askNext(): void {
    if (this.asked !== undefined || this.isDisposed) return;
    clearTimeout(this.timer);
    const question = this.waiting.shift();
    if (question === undefined) {
      this.timer = setTimeout(() => this.stop(), idleTime).unref();
      return;
    }
    this.asked = question;
    this.received = [];
    this.timer = setTimeout(() => this.fail(), answerTime);
    const { stdin } = this.running();
    stdin.write(`${question.hash}^{commit}\n`);
  }

  private running(): ChildProcessWithoutNullStreams {
    if (this.process !== undefined) return this.process;
    const started = startGit(this.git, this.folder, gitCommands.readObjects());
    this.process = started;
    const onEnd = () => {
      if (this.process === started) this.fail();
    };
    started.on('error', onEnd);
    started.on('close', onEnd);
    started.stdin.on('error', onEnd);
    started.stderr.resume();
    started.stdout.on('data', (part: Buffer) => {
      if (this.process === started) this.receive(part);
    });
    return started;
  }

  private receive(part: Buffer): void {
    this.received.push(part);
    const all = Buffer.concat(this.received);
    this.received = [all];
    const lineEnd = all.indexOf(10);
    if (lineEnd < 0) return;
    const line = all.toString('latin1', 0, lineEnd);
    const [, hash, type, length] = /^([0-9a-f]{40}) (\w+) (\d+)$/.exec(line) ?? [];
    if (hash === undefined) this.settle({ state: 'missing' });
    else if (type !== 'commit' || Number(length) > largestObject) this.fail();
    else if (all.length > lineEnd + 1 + Number(length)) {
      this.settle({ state: 'found', hash, object: all.subarray(lineEnd + 1, lineEnd + 1 + Number(length)) });
    }
  }

  /** The process died or went astray: another one gets the question once more. */
  private fail(): void {
    this.stop();
    const question = this.asked;
    if (question === undefined || question.retried) {
      this.settle({ state: 'failed' });
    } else {
      question.retried = true;
      this.asked = undefined;
      this.waiting.unshift(question);
      this.askNext();
    }
  }

  private settle(answer: ObjectAnswer): void {
    const question = this.asked;
    this.asked = undefined;
    question?.answer(answer);
    this.askNext();
  }

  private stop(): void {
    clearTimeout(this.timer);
    const { process } = this;
    this.process = undefined;
    process?.stdin.destroy();
    process?.kill('SIGKILL');
  }
}
