/** How long a search may go on asking git, and whether it had to leave something out for want of time. */
export interface SearchBudget {
  /** Whether lines were left whose writers git did not name in time. */
  readonly hasLeftOut: boolean;
  /**
   * Asks what may take `longest` ms at the most, or what is left if that is less; nothing where nothing is left.
   * `isWhole` says of an answer whether it leaves nothing open.
   */
  ask<T>(
    longest: number,
    question: (within: number) => Promise<T>,
    isWhole: (answer: T) => boolean,
  ): Promise<T | undefined>;
}

/** `length` in ms; `now` tells the time in ms. */
export function createSearchBudget(length: number, now: () => number): SearchBudget {
  const end = now() + length;
  let hasLeftOut = false;
  return {
    get hasLeftOut() {
      return hasLeftOut;
    },
    async ask(longest, question, isWhole) {
      const begin = now();
      const within = Math.min(longest, end - begin);
      if (within <= 0) {
        hasLeftOut = true;
        return undefined;
      }
      const answer = await question(within);
      // What is open after a quick answer is not there; only a late one was cut.
      if (now() - begin >= within && !isWhole(answer)) hasLeftOut = true;
      return answer;
    },
  };
}
