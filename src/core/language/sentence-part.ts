import type { Span } from '../model/text';
import { isLetterCode, joinerCode } from './marks';

/** A sentence with a cue in it; `masked` has what is no prose covered, offset for offset. */
export interface SentencePart {
  readonly raw: string;
  readonly masked: string;
  readonly cue: Span;
  /** Where the words end: before closing citations and the closing sign. */
  readonly bodyEnd: number;
  /** The closing sign, empty where the writer set none. */
  readonly sign: string;
  /** The closing citations (`[E1402]`) with the sign; they are evidence for what stays. */
  readonly tail: string;
}

const closingCitations = /(?:\s*\[[A-Z]\d+\w*(?:,\s*[A-Z]\d+\w*)*\])+$/;

export function sentencePart(raw: string, masked: string, cue: Span): SentencePart {
  let signStart = masked.length;
  while (signStart > cue.end && '.!… '.includes(masked.charAt(signStart - 1))) signStart--;
  const sign = raw.slice(signStart).trim();
  const citations = closingCitations.exec(raw.slice(cue.end, signStart))?.[0] ?? '';
  const bodyEnd = signStart - citations.length;
  return { raw, masked, cue, bodyEnd, sign, tail: citations === '' ? sign : ` ${citations.trim()}${sign}` };
}

/** The words of a stretch in small letters, covered things left out. */
export function wordsOf(masked: string): readonly string[] {
  const words: string[] = [];
  let word = '';
  for (let at = 0; at <= masked.length; at++) {
    const code = masked.charCodeAt(at);
    if (code === joinerCode) continue;
    if (isLetterCode(code) || ((code === 39 || code === 0x2019) && word !== '')) word += masked.charAt(at);
    else if (word !== '') {
      words.push(word.toLowerCase());
      word = '';
    }
  }
  return words;
}

/** Offsets of the commas outside brackets and numbers in `start`..`end`. */
export function commasIn(masked: string, start: number, end: number): readonly number[] {
  const commas: number[] = [];
  let depth = 0;
  for (let at = start; at < end; at++) {
    const sign = masked.charAt(at);
    if (sign === '(') depth++;
    else if (sign === ')') depth--;
    else if (sign === ',' && depth === 0 && !/^\d,\d/.test(masked.slice(at - 1, at + 2))) commas.push(at);
  }
  return commas;
}

const finite = new Set(
  (
    'is are was were am has have had do does did can could will would may might must should got went came took made ' +
    "broke fell rose ran began became kept lost left gave grew hit sent held stood shut knew saw found wasn't isn't " +
    "aren't weren't didn't doesn't don't couldn't can't won't wouldn't hasn't haven't hadn't fails stops runs " +
    'restarts returns shows drops rises falls goes remains stays times stalls crashes'
  ).split(' '),
);

/** Whether a finite verb seems to stand among the words. */
export function hasVerb(words: readonly string[]): boolean {
  return words.some((word) => finite.has(word.replace('’', "'")) || (word.length > 4 && word.endsWith('ed')));
}

/** Makes a sentence of what is left: a capital in front, the closing sign behind. */
export function asSentence(text: string, tail: string): string {
  const trimmed = text.trim().replace(/[\s,;:–—-]+$/u, '');
  const at = trimmed.search(/[^*_[(\s]/);
  if (at === -1) return '';
  return trimmed.slice(0, at) + trimmed.charAt(at).toUpperCase() + trimmed.slice(at + 1) + tail;
}

/** Whether brackets, emphasis and code that open in a text also close in it. */
export function isBalanced(text: string): boolean {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  return (
    text !== '' &&
    count(/\(/g) === count(/\)/g) &&
    count(/\[/g) === count(/\]/g) &&
    count(/`/g) % 2 === 0 &&
    count(/\*+/g) % 2 === 0 &&
    count(/(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu) % 2 === 0 &&
    count(/"/g) % 2 === 0 &&
    count(/“/g) === count(/”/g)
  );
}
