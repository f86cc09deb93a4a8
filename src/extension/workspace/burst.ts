import type * as vscode from 'vscode';

export interface Burst<T> extends vscode.Disposable {
  add(item: T): void;
}

/**
 * Collects what comes in quick succession and hands it on as one set, `delay` ms after the first;
 * what comes while `run` is busy waits for it, so that a burst never makes two runs at once.
 */
export function createBurst<T>(delay: number, run: (items: readonly T[]) => Promise<void>): Burst<T> {
  let waiting = new Set<T>();
  let timer: NodeJS.Timeout | undefined;
  let isBusy = false;
  let isDisposed = false;

  const schedule = () => {
    if (timer !== undefined || isBusy || isDisposed || waiting.size === 0) return;
    timer = setTimeout(() => {
      timer = undefined;
      isBusy = true;
      const items = [...waiting];
      waiting = new Set();
      void run(items).finally(() => {
        isBusy = false;
        schedule();
      });
    }, delay);
  };
  return {
    add: (item) => {
      waiting.add(item);
      schedule();
    },
    dispose: () => {
      isDisposed = true;
      clearTimeout(timer);
    },
  };
}
