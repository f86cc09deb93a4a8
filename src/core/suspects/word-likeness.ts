/** How much a text shares with another one of a set, by words that are rare in that set. */
export interface WordLikeness {
  /** 0 to 1, the cosine of the weighted words. */
  of(text: string): number;
  /** The words that both have, the rarest first. */
  shared(text: string): readonly string[];
}

/** Prepared to compare texts of `pool` with `wanted`. */
export function createWordLikeness(wanted: string, pool: readonly string[]): WordLikeness {
  const texts = pool.map(wordsOf);
  const rarity = (word: string) =>
    Math.log((1 + texts.length) / (1 + texts.filter((words) => words.has(word)).length)) + 0.2;
  const weights = new Map([...wordsOf(wanted)].map((word) => [word, rarity(word)]));
  const length = norm(weights.values());
  return {
    of(text) {
      const words = [...wordsOf(text)];
      const product = words.reduce((sum, word) => sum + (weights.get(word) ?? 0) ** 2, 0);
      const own = norm(words.map(rarity));
      return length === 0 || own === 0 ? 0 : product / (length * own);
    },
    shared: (text) => [...wordsOf(text)].filter((word) => weights.has(word)).sort((a, b) => rarity(b) - rarity(a)),
  };
}

function norm(weights: Iterable<number>): number {
  let sum = 0;
  for (const weight of weights) sum += weight * weight;
  return Math.sqrt(sum);
}

/** Words of three letters or more; names are taken apart, plural and tense endings fall away. */
function wordsOf(text: string): ReadonlySet<string> {
  const words = new Set<string>();
  const spaced = text.replace(/([a-z\d])([A-Z])/g, '$1 $2').toLowerCase();
  for (const [word] of spaced.matchAll(/[\p{L}][\p{L}\d]{2,40}/gu)) {
    const stem = word.length > 5 ? word.replace(/(?:ing|ed|es|s)$/, '') : word;
    if (!common.has(word)) words.add(stem);
  }
  return words;
}

const common: ReadonlySet<string> = new Set(
  `add added adds adding after all allow also and any are avoid because been before bug but bugfix call can cannot case cause causes change code
   commit could correct correctly crash current does don doesn due error fix fixed fixes fixing for from function get had handle has have help
   her how into introduced issue its just like line lines make may merge more need new not now off one only other our out patch problem properly
   reported remove removed revert same set should since some support test than that the their them then there these they this through
   too update updated use used uses using very via was way when where which while will with without work would wrong you`.split(
    /\s+/,
  ),
);
