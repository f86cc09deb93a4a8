/** Numbers for the words that phrases consist of; any other word is 0. Words are known by a hash, so that reading a text makes no strings. */
export interface Vocabulary {
  /** The word's number; a new one while phrases are compiled. */
  intern(word: string): number;
  idOf(word: string): number;
  /** The number of the word with this {@link hashWord} and length. */
  idOfHash(hash: number, length: number): number;
}

/** Numbers are below it. */
export const mostWords = 1 << 12;
const slots = 2 * mostWords;

export function createVocabulary(): Vocabulary {
  const ids = new Map<string, number>();
  const hashes = new Int32Array(slots);
  const lengths = new Uint8Array(slots);
  const words = new Int32Array(slots);

  const slotOf = (hash: number, length: number): number => {
    let slot = (hash ^ (hash >>> 15)) & (slots - 1);
    while (words[slot] !== 0 && (hashes[slot] !== hash || lengths[slot] !== length)) slot = (slot + 1) & (slots - 1);
    return slot;
  };

  return {
    intern(word) {
      const known = ids.get(word);
      if (known !== undefined) return known;
      if (ids.size >= mostWords - 1) throw new Error(`The vocabulary holds at most ${mostWords - 1} words`);
      const hash = hashWord(word);
      const slot = slotOf(hash, word.length);
      if (words[slot] !== 0) throw new Error(`"${word}" cannot be told from another word by its hash`);
      const id = ids.size + 1;
      ids.set(word, id);
      hashes[slot] = hash;
      lengths[slot] = word.length;
      words[slot] = id;
      return id;
    },
    idOf: (word) => ids.get(word) ?? 0,
    // Once for each word of a text, so it does not call `slotOf`.
    idOfHash(hash, length) {
      let slot = (hash ^ (hash >>> 15)) & (slots - 1);
      let id = words[slot] ?? 0;
      while (id !== 0 && (hashes[slot] !== hash || lengths[slot] !== length)) {
        slot = (slot + 1) & (slots - 1);
        id = words[slot] ?? 0;
      }
      return id;
    },
  };
}

export const hashSeed = 0x811c9dc5 | 0;

/** One step of the hash over a small letter's code unit (FNV-1a, which tells short words with digits apart). */
export function hashStep(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193);
}

function hashWord(word: string): number {
  let hash = hashSeed;
  for (let at = 0; at < word.length; at++) hash = hashStep(hash, word.charCodeAt(at));
  return hash;
}
