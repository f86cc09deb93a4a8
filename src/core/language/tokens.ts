import type { Span } from '../model/text';
import { isDigitCode, isLetterCode, isWordCode, joinerCode, maskCode } from './marks';
import { hashSeed, hashStep, type Vocabulary } from './vocabulary';

/** What a word is or stands behind, as bits. */
export const tokenFlag = {
  /** A comma, dash or bracket stands before it. */
  afterComma: 1,
  /** A colon or semicolon stands before it. */
  afterStop: 2,
  /** A hyphen without space joins it to the word before. */
  afterHyphen: 4,
  isCapital: 8,
  isNumber: 16,
  /** Something covered: code, a quotation, a URL. */
  isMask: 32,
  endsInEd: 64,
  endsInIng: 128,
} as const;

/** The words of one sentence as parallel columns, reused from sentence to sentence. */
export interface Tokens {
  count: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Numbers of the vocabulary, 0 for words that no phrase holds. */
  readonly words: Int32Array;
  readonly flags: Int32Array;
  /** Whether a colon follows the last word. */
  endsWithColon: boolean;
  /** Whether any word has a number. */
  hasKnown: boolean;
}

export function createTokens(capacity: number): Tokens {
  return {
    count: 0,
    starts: new Int32Array(capacity),
    ends: new Int32Array(capacity),
    words: new Int32Array(capacity),
    flags: new Int32Array(capacity),
    endsWithColon: false,
    hasKnown: false,
  };
}

const gap = 0;
const letter = 1;
const comma = 2;
const stop = 3;
const hyphen = 4;
const digit = 5;
const classes = new Uint8Array(128);
for (let code = 0; code < 128; code++) if (isLetterCode(code)) classes[code] = letter;
for (let code = 48; code < 58; code++) classes[code] = digit;
for (const sign of ',()[]') classes[sign.charCodeAt(0)] = comma;
for (const sign of ':;!?') classes[sign.charCodeAt(0)] = stop;
classes[45] = hyphen;

/** Fills `tokens`, whose capacity must be the span's length at least. */
export function tokenise(text: string, { start, end }: Span, vocabulary: Vocabulary, tokens: Tokens): void {
  const { starts, ends, words, flags } = tokens;
  let count = 0;
  let pending = 0;
  let hasKnown = false;
  let at = start;
  while (at < end) {
    const code = text.charCodeAt(at);
    const kind = code < 128 ? classes[code] : isLetterCode(code) ? letter : gap;
    if (kind === letter) {
      let hash = hashSeed;
      let length = 0;
      let after = at;
      let last = at;
      for (; last < end; last++) {
        let unit = text.charCodeAt(last);
        if (unit === joinerCode) continue;
        if (unit >= 65 && unit <= 90) unit |= 32;
        else if ((unit < 97 || unit > 122) && !isWordCode(unit)) break;
        hash = hashStep(hash, unit);
        length++;
        after = last + 1;
      }
      let flag = pending | (code < 91 ? tokenFlag.isCapital : 0);
      let word = vocabulary.idOfHash(hash, length);
      const next = text.charCodeAt(last);
      if (isApostrophe(next) && isLetterCode(text.charCodeAt(last + 1))) {
        const suffix = contraction(text, at, last, end);
        if (suffix !== undefined) {
          starts[count] = at;
          ends[count] = suffix.start;
          words[count] = vocabulary.idOf(suffix.base);
          flags[count++] = flag;
          starts[count] = suffix.start;
          ends[count] = suffix.end;
          words[count] = vocabulary.idOf(suffix.word);
          flags[count++] = 0;
          hasKnown = true;
          pending = 0;
          at = suffix.end;
          continue;
        }
      }
      const opaqueEnd = isInner(next) && isWordCode(text.charCodeAt(last + 1)) ? identifierEnd(text, last, end) : 0;
      if (opaqueEnd > 0) {
        after = opaqueEnd;
        last = opaqueEnd;
        word = 0;
      } else if (length > 4) {
        const final = text.charCodeAt(after - 1);
        if (final === 100 && text.charCodeAt(after - 2) === 101) flag |= tokenFlag.endsInEd;
        else if (final === 103 && text.charCodeAt(after - 2) === 110 && text.charCodeAt(after - 3) === 105) {
          flag |= tokenFlag.endsInIng;
        }
      }
      if (word !== 0) hasKnown = true;
      starts[count] = at;
      ends[count] = after;
      words[count] = word;
      flags[count++] = flag;
      pending = 0;
      at = last;
    } else if (kind === digit) {
      let after = at + 1;
      while (after < end && isNumberPart(text.charCodeAt(after))) after++;
      starts[count] = at;
      ends[count] = after;
      words[count] = 0;
      flags[count++] = pending | tokenFlag.isNumber;
      pending = 0;
      at = after;
    } else if (code === maskCode) {
      let after = at + 1;
      while (after < end && text.charCodeAt(after) === maskCode) after++;
      starts[count] = at;
      ends[count] = after;
      words[count] = 0;
      flags[count++] = pending | tokenFlag.isMask;
      pending = 0;
      at = after;
    } else {
      if (kind === comma || code === 0x2013 || code === 0x2014) pending |= tokenFlag.afterComma;
      else if (kind === stop) pending |= tokenFlag.afterStop;
      else if (kind === hyphen) pending |= hyphenFlag(text, at);
      at++;
    }
  }
  tokens.count = count;
  tokens.hasKnown = hasKnown;
  tokens.endsWithColon = (pending & tokenFlag.afterStop) !== 0;
}

/** A hyphen between letters joins words, one among spaces is a dash. */
function hyphenFlag(text: string, at: number): number {
  const joins = isWordCode(text.charCodeAt(at - 1)) && isWordCode(text.charCodeAt(at + 1));
  return joins ? tokenFlag.afterHyphen : tokenFlag.afterComma;
}

function isApostrophe(code: number): boolean {
  return code === 39 || code === 0x2019;
}

/** Signs that make one identifier, path or host of the words around them. */
function isInner(code: number): boolean {
  return code === 95 || code === 46 || code === 47 || code === 64 || code === 92 || code === 61;
}

function identifierEnd(text: string, start: number, end: number): number {
  let after = start;
  while (after < end) {
    const code = text.charCodeAt(after);
    if (!isWordCode(code) && !((isInner(code) || code === 45) && isWordCode(text.charCodeAt(after + 1)))) break;
    after++;
  }
  return after;
}

function isNumberPart(code: number): boolean {
  return isDigitCode(code) || isLetterCode(code) || code === 46 || code === 58 || code === 37 || code === 47;
}

const suffixes: Readonly<Record<string, string>> = {
  s: "'s",
  ve: 'have',
  re: 'are',
  ll: 'will',
  d: "'d",
  m: 'am',
  t: 'not',
};
const bases: Readonly<Record<string, string>> = { wo: 'will', ca: 'can', sha: 'shall' };

/** `didn’t` → did + not, `should've` → should + have. */
function contraction(text: string, start: number, apostrophe: number, end: number) {
  let after = apostrophe + 1;
  while (after < end && isLetterCode(text.charCodeAt(after))) after++;
  const suffix = text.slice(apostrophe + 1, after).toLowerCase();
  const word = suffixes[suffix];
  if (word === undefined) return undefined;
  const isNot = suffix === 't';
  if (isNot && (text.charCodeAt(apostrophe - 1) | 32) !== 110) return undefined;
  const split = isNot ? apostrophe - 1 : apostrophe;
  const base = text.slice(start, split).toLowerCase();
  return { base: isNot ? (bases[base] ?? base) : base, word, start: split, end: after };
}
