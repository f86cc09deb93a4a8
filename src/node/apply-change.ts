import type { Change } from '../core/ports';

/** Writes a change: new files first, then each edited file replaced at once; refuses where a file differs by then. */
export async function applyChange(_root: string, _change: Change): Promise<void> {
  throw new Error('Not built');
}
