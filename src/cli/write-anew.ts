import { OperationError } from '../core/errors';

/** Where the report changed in between, what is to be written goes into the new text. */
export async function writeAnew<T>(attempt: () => Promise<T>): Promise<T> {
  for (let left = mostAttempts; ; left--) {
    try {
      return await attempt();
    } catch (error) {
      if (left <= 1 || !(error instanceof OperationError) || error.code !== 'changed-meanwhile') throw error;
    }
  }
}

const mostAttempts = 20;
