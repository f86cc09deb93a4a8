import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import type { Cancellation } from '../../core/ports';
import { gitCommands } from './git-commands';
import type { ObjectName } from './object-name';
import { createObjectStream, type StreamedObject } from './object-stream';
import { type Git, startGit } from './run-git';

/** The answer of `cat-file`; `failed` says nothing about the object. */
export type ObjectAnswer =
  | { readonly state: 'found'; readonly hash: string; readonly type: string; readonly object: Buffer }
  | { readonly state: 'missing' | 'ambiguous' | 'too-large' | 'failed' }
  /** Git ended without answering anything: this is no repository for it. */
  | { readonly state: 'refused' };

interface Question {
  readonly name: ObjectName;
  readonly answer: (answer: ObjectAnswer) => void;
  retried: boolean;
}

export interface ObjectReaderOptions {
  /** No answer at all for so long ends the process; ms. */
  readonly answerTime?: number;
  readonly idleTime?: number;
}

const mostWaiting = 5000;
/** Enough to keep git busy; the rest waits where it can still be cancelled. */
const mostAsked = 256;
const largestObject = 1024 * 1024;
const answerTime = 10_000;
const idleTime = 30_000;

/**
 * One `git cat-file --batch` for a repository: started on the first question, ended when idle, when it does not answer,
 * and by `dispose`; started again where it died. Questions are written ahead and answered in their order.
 */
export class ObjectReader {
  private readonly git: Git;
  private readonly folder: string;
  private readonly times: Required<ObjectReaderOptions>;
  private waiting: Question[] = [];
  private asked: Question[] = [];
  private process: ChildProcessWithoutNullStreams | undefined;
  private hasAnswered = false;
  private timer: NodeJS.Timeout | undefined;
  private isDisposed = false;
  private isScheduled = false;

  constructor(git: Git, folder: string, options: ObjectReaderOptions = {}) {
    this.git = git;
    this.folder = folder;
    this.times = { answerTime, idleTime, ...options };
  }

  /** Cancelled or one too many, the answer is `failed`. */
  read(name: ObjectName, signal?: Cancellation): Promise<ObjectAnswer> {
    if (this.isDisposed || signal?.aborted === true || this.waiting.length >= mostWaiting) {
      return Promise.resolve({ state: 'failed' });
    }
    return new Promise((resolve) => {
      const cancel = () => {
        this.waiting = this.waiting.filter((one) => one !== question);
        resolve({ state: 'failed' });
      };
      const answer = (given: ObjectAnswer) => {
        signal?.removeEventListener('abort', cancel);
        resolve(given);
      };
      const question: Question = { name, answer, retried: false };
      signal?.addEventListener('abort', cancel, { once: true });
      this.waiting.push(question);
      this.askSoon();
    });
  }

  dispose(): void {
    this.isDisposed = true;
    this.stop();
    for (const { answer } of [...this.asked.splice(0), ...this.waiting.splice(0)]) answer({ state: 'failed' });
  }

  /** What is asked at one time is written at one time. */
  private askSoon(): void {
    if (this.isScheduled) return;
    this.isScheduled = true;
    queueMicrotask(() => {
      this.isScheduled = false;
      this.askMore();
    });
  }

  private askMore(): void {
    if (this.isDisposed) return;
    const next = this.waiting.splice(0, mostAsked - this.asked.length);
    if (next.length > 0) {
      this.asked.push(...next);
      this.running().stdin.write(next.map(({ name }) => `${name}\n`).join(''));
    }
    this.watchTime();
  }

  /** While something is asked the process has to move; with nothing asked it ends after a while. */
  private watchTime(): void {
    clearTimeout(this.timer);
    if (this.asked.length > 0) this.timer = setTimeout(() => this.fail(), this.times.answerTime);
    else if (this.process !== undefined) this.timer = setTimeout(() => this.stop(), this.times.idleTime).unref();
  }

  private running(): ChildProcessWithoutNullStreams {
    if (this.process !== undefined) return this.process;
    const started = startGit(this.git, this.folder, gitCommands.readObjects());
    this.process = started;
    this.hasAnswered = false;
    const stream = createObjectStream(largestObject, (object) => this.settle(object));
    const onEnd = (code?: unknown) => {
      if (this.process === started) this.fail(code === 128 && !this.hasAnswered);
    };
    started.on('error', () => onEnd());
    started.on('close', onEnd);
    started.stdin.on('error', () => undefined);
    started.stderr.resume();
    started.stdout.on('data', (part: Buffer) => {
      if (this.process !== started) return;
      const isUnderstood = stream(part);
      if (this.process !== started) return;
      if (isUnderstood) this.askMore();
      else this.fail();
    });
    return started;
  }

  private settle(object: StreamedObject): void {
    this.hasAnswered = true;
    this.asked.shift()?.answer(object);
  }

  /** The process died or went astray: another one gets the questions once more. */
  private fail(isRefused = false): void {
    this.stop();
    const asked = this.asked.splice(0);
    const [first] = asked;
    const again = asked.filter((question) => question !== first || !question.retried);
    if (isRefused) {
      for (const { answer } of asked) answer({ state: 'refused' });
    } else {
      // Only the question that was being answered can have brought it down.
      if (first?.retried === true) first.answer({ state: 'failed' });
      else if (first !== undefined) first.retried = true;
      this.waiting.unshift(...again);
    }
    this.askMore();
  }

  private stop(): void {
    clearTimeout(this.timer);
    const { process } = this;
    this.process = undefined;
    process?.stdin.destroy();
    process?.kill('SIGKILL');
  }
}
