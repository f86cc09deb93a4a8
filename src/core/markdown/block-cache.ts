import type { Block, MarkdownDocument } from './markdown-document';

/** One value for each block of a document, in order. */
export type BlockCache<Value> = (document: MarkdownDocument) => readonly Value[];

/** `text` holds the block at `start`; reading long texts there is faster than in the block's own, a slice of it. */
export type MakeValue<Value> = (block: Block, text: string, start: number) => Value;

interface Version<Value> {
  readonly blocks: readonly Block[];
  readonly values: readonly Value[];
}

/** What most documents hold nowhere, so that one look at the whole text spares a look at each block. */
export interface Rarity<Value> {
  /** Whether a block of this text may have another value than `otherwise`. */
  readonly mayHold: (text: string) => boolean;
  readonly otherwise: Value;
}

/**
 * Makes a value for each block and keeps it as long as the block stays in the document. Versions of a document are
 * matched by comparing their blocks in order from both ends, which costs a tenth of looking each block up.
 */
export function createBlockCache<Value>(make: MakeValue<Value>, rarity?: Rarity<Value>): BlockCache<Value> {
  const key = {};
  return (document) => {
    const { blocks, memory } = document;
    const known = memory.get(key) as Version<Value> | undefined;
    if (known?.blocks === blocks) return known.values;
    const values = known === undefined ? makeAll(document, make, rarity) : valuesFrom(known, document, make);
    memory.set(key, { blocks, values });
    return values;
  };
}

function makeAll<Value>(
  { text, blocks, starts }: MarkdownDocument,
  make: MakeValue<Value>,
  rarity: Rarity<Value> | undefined,
): readonly Value[] {
  if (rarity !== undefined && !rarity.mayHold(text)) return blocks.map(() => rarity.otherwise);
  return blocks.map((block, index) => make(block, text, starts[index] ?? 0));
}

function valuesFrom<Value>(
  known: Version<Value>,
  document: MarkdownDocument,
  make: MakeValue<Value>,
): readonly Value[] {
  const { text, blocks, starts } = document;
  const shorter = Math.min(known.blocks.length, blocks.length);
  let head = 0;
  while (head < shorter && known.blocks[head] === blocks[head]) head++;
  let tail = 0;
  while (tail < shorter - head && known.blocks[known.blocks.length - 1 - tail] === blocks[blocks.length - 1 - tail])
    tail++;
  const between = betweenValues(known, head, known.blocks.length - tail);
  const fresh: Value[] = [];
  for (let index = head; index < blocks.length - tail; index++) {
    const block = blocks[index];
    if (block === undefined) continue;
    const value = between.get(block);
    fresh.push(value === undefined ? make(block, text, starts[index] ?? 0) : value);
  }
  return spliced(known.values, fresh, { head, tail });
}

/** The values with fresh ones between head and tail; in one copy where their number stays, as it does while one types. */
function spliced<Value>(
  values: readonly Value[],
  fresh: readonly Value[],
  { head, tail }: { readonly head: number; readonly tail: number },
): readonly Value[] {
  if (head + fresh.length + tail !== values.length) {
    return values.slice(0, head).concat(fresh, values.slice(values.length - tail));
  }
  const result = values.slice();
  for (const [index, value] of fresh.entries()) result[head + index] = value;
  return result;
}

/** What lies between two places that were changed at once. */
function betweenValues<Value>({ blocks, values }: Version<Value>, from: number, until: number): Map<Block, Value> {
  const found = new Map<Block, Value>();
  for (let index = from; index < until; index++) {
    const block = blocks[index];
    const value = values[index];
    if (block !== undefined && value !== undefined) found.set(block, value);
  }
  return found;
}
