import { createBlockCache } from '../markdown/block-cache';
import type { Block, BlockKind, MarkdownDocument } from '../markdown/markdown-document';
import { createVocabulary, hashSeed, hashStep } from './vocabulary';

/** Short words that each of these languages repeats and the others do not; a word of two of them is left out. */
const stopWords: Readonly<Record<string, string>> = {
  en: 'the of and to was were is are that for with from by this which have has had not been it on at after',
  de: 'der und das nicht ist wurde wurden mit von auf für ein eine einen dem den im zu sich auch nach wird bei durch',
  fr: 'le les des une et est dans pour pas sur qui avec ont été par du au nous cette sont après',
  es: 'el los las una y es para con por del fue se que como pero más después en había sido',
  pt: 'os uma é para com por foi não dos das ao na mais depois foram nos às também',
  it: 'il gli di che è per non una con sono della dei stato alla dopo nel delle anche',
  nl: 'het een en van niet is op te voor met zijn werd worden naar bij aan ook deze was door',
};
const languages = Object.keys(stopWords);
const languagesOf = new Map<string, number[]>();
for (const [index, language] of languages.entries()) {
  for (const word of stopWords[language]?.split(' ') ?? []) {
    languagesOf.set(word, [...(languagesOf.get(word) ?? []), index]);
  }
}

/** The same by the number of the word. */
const vocabulary = createVocabulary();
const languagesOfId: (readonly number[])[] = [];
for (const [word, indexes] of languagesOf) languagesOfId[vocabulary.intern(word)] = indexes;
const longestWord = Math.max(...[...languagesOf.keys()].map((word) => word.length));

const mostBlocks = 40;
const mostLetters = 1000;
const fewestWords = 10;
const prose: ReadonlySet<BlockKind> = new Set<BlockKind>(['paragraph', 'list-item', 'table-row']);
/** An edit keeps the blocks it did not touch, so only new ones are counted. */
const slotsOf = createBlockCache<CountSlot | undefined>(({ kind }) => (prose.has(kind) ? {} : undefined));

interface CountSlot {
  counts?: Int32Array;
}

/**
 * The language code that the first blocks read as, from how often its short words come; English unless another
 * language leads by far, since a report may quote or be too short to tell.
 */
export function detectLanguage(document: MarkdownDocument): string {
  const totals = new Int32Array(languages.length);
  const slots = slotsOf(document);
  let taken = 0;
  for (let at = 0; at < slots.length; at++) {
    const [block, slot] = [document.blocks[at], slots[at]];
    if (block === undefined || slot === undefined) continue;
    slot.counts ??= countsOf(block);
    const { counts } = slot;
    for (let index = 0; index < totals.length; index++) totals[index] = (totals[index] ?? 0) + (counts[index] ?? 0);
    if (++taken === mostBlocks) break;
  }
  const best = totals.indexOf(Math.max(...totals));
  const hits = totals[best] ?? 0;
  return hits >= fewestWords && hits > 2 * (totals[0] ?? 0) ? (languages[best] ?? 'en') : 'en';
}

function countsOf(block: Block): Int32Array {
  const counts = new Int32Array(languages.length);
  const head = block.text.length > mostLetters ? block.text.slice(0, mostLetters) : block.text;
  if (!countAscii(head, counts)) {
    counts.fill(0);
    for (const word of head.toLowerCase().split(/[^\p{L}]+/u)) count(languagesOf.get(word), counts);
  }
  return counts;
}

/** Counts word by word without making any; false as soon as a sign stands there that needs a closer look. */
function countAscii(text: string, counts: Int32Array): boolean {
  let hash = hashSeed;
  let length = 0;
  for (let at = 0; at <= text.length; at++) {
    const code = at < text.length ? text.charCodeAt(at) : 32;
    if (code > 127) return false;
    const small = code | 32;
    if (small >= 97 && small <= 122) {
      hash = hashStep(hash, small);
      length++;
    } else if (length > 0) {
      if (length <= longestWord) count(languagesOfId[vocabulary.idOfHash(hash, length)], counts);
      hash = hashSeed;
      length = 0;
    }
  }
  return true;
}

function count(languages: readonly number[] | undefined, counts: Int32Array): void {
  if (languages === undefined) return;
  for (const index of languages) counts[index] = (counts[index] ?? 0) + 1;
}
