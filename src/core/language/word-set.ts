import { mostWords } from './vocabulary';

/** Words by number, and by what the tokeniser saw of them. */
export class WordSet {
  /** Each once. */
  readonly ids: number[] = [];
  /** Bits of {@link tokenFlag}: a word with one of them is one of the set whatever its number. */
  flags = 0;
  /** A bit a number, since every word beside a cue is looked up here. */
  readonly #bits = new Uint32Array(mostWords >> 5);

  add(id: number): void {
    if (this.has(id)) return;
    this.ids.push(id);
    this.#bits[id >> 5] = (this.#bits[id >> 5] ?? 0) | (1 << (id & 31));
  }

  addAll({ ids, flags }: WordSet): void {
    this.flags |= flags;
    for (let at = 0; at < ids.length; at++) this.add(ids[at] ?? 0);
  }

  has(id: number): boolean {
    return (((this.#bits[id >> 5] ?? 0) >>> (id & 31)) & 1) !== 0;
  }
}
