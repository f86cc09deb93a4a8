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
  /** A capital and then a small letter, of a word that no phrase holds: most likely a name. */
  isTitled: 256,
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

interface Reader {
  readonly text: string;
  readonly end: number;
  readonly vocabulary: Vocabulary;
  readonly tokens: Tokens;
  /** Flags of what stands before the next word. */
  pending: number;
}

/** Fills `tokens`, whose capacity must be the span's length at least. */
export function tokenise(text: string, { start, end }: Span, vocabulary: Vocabulary, tokens: Tokens): void {
  const reader: Reader = { text, end, vocabulary, tokens, pending: 0 };
  tokens.count = 0;
  tokens.hasKnown = false;
  let at = start;
  while (at < end) {
    const code = text.charCodeAt(at);
    const kind = code < 128 ? classes[code] : isLetterCode(code) ? letter : gap;
    if (kind === letter) at = readWord(reader, at);
    else if (kind === digit) at = readNumber(reader, at);
    else if (code === maskCode) at = readMask(reader, at);
    else {
      if (kind === comma || code === 0x2013 || code === 0x2014) reader.pending |= tokenFlag.afterComma;
      else if (kind === stop) reader.pending |= tokenFlag.afterStop;
      else if (kind === hyphen) reader.pending |= hyphenFlag(text, at);
      at++;
    }
  }
  tokens.endsWithColon = (reader.pending & tokenFlag.afterStop) !== 0;
}

function add(reader: Reader, start: number, end: number, word: number): void {
  const { tokens } = reader;
  const { count } = tokens;
  tokens.starts[count] = start;
  tokens.ends[count] = end;
  tokens.words[count] = word;
  tokens.flags[count] = reader.pending;
  tokens.count = count + 1;
  if (word !== 0) tokens.hasKnown = true;
  reader.pending = 0;
}

/** Hashes as it goes, so that a word that no phrase holds costs no string. */
function readWord(reader: Reader, start: number): number {
  const { text, end, vocabulary } = reader;
  let hash = hashSeed;
  let length = 0;
  let after = start;
  let at = start;
  for (; at < end; at++) {
    let code = text.charCodeAt(at);
    if (code === joinerCode) continue;
    if (code >= 65 && code <= 90) code |= 32;
    else if ((code < 97 || code > 122) && !isWordCode(code)) break;
    hash = hashStep(hash, code);
    length++;
    after = at + 1;
  }
  if (text.charCodeAt(start) < 91) reader.pending |= tokenFlag.isCapital;
  const next = text.charCodeAt(at);
  if (isApostrophe(next)) {
    const resumed = readContraction(reader, start, at);
    if (resumed !== -1) return resumed;
  }
  if (isInner(next) && isWordCode(text.charCodeAt(at + 1))) {
    const identifier = identifierEnd(text, at, end);
    add(reader, start, identifier, 0);
    return identifier;
  }
  if (length > 4) reader.pending |= endingFlag(text, after);
  const word = vocabulary.idOfHash(hash, length);
  if (word === 0 && isTitled(text, start)) reader.pending |= tokenFlag.isTitled;
  add(reader, start, after, word);
  return at;
}

function isTitled(text: string, start: number): boolean {
  const second = text.charCodeAt(start + 1);
  return text.charCodeAt(start) < 91 && second >= 97 && second <= 122;
}

function endingFlag(text: string, end: number): number {
  const last = text.charCodeAt(end - 1);
  const second = text.charCodeAt(end - 2);
  if (last === 100 && second === 101) return tokenFlag.endsInEd;
  return last === 103 && second === 110 && text.charCodeAt(end - 3) === 105 ? tokenFlag.endsInIng : 0;
}

function readNumber(reader: Reader, start: number): number {
  let at = start + 1;
  while (at < reader.end && isNumberPart(reader.text.charCodeAt(at))) at++;
  reader.pending |= tokenFlag.isNumber;
  add(reader, start, at, 0);
  return at;
}

function readMask(reader: Reader, start: number): number {
  let at = start + 1;
  while (at < reader.end && reader.text.charCodeAt(at) === maskCode) at++;
  reader.pending |= tokenFlag.isMask;
  add(reader, start, at, 0);
  return at;
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

/** `didn’t` → did + not, `should've` → should + have. Returns where to go on, or -1 where it is none. */
function readContraction(reader: Reader, start: number, apostrophe: number): number {
  const { text, end, vocabulary } = reader;
  let after = apostrophe + 1;
  while (after < end && isLetterCode(text.charCodeAt(after))) after++;
  const suffix = text.slice(apostrophe + 1, after).toLowerCase();
  const word = suffixes[suffix];
  if (word === undefined) return -1;
  const isNot = suffix === 't';
  if (isNot && (text.charCodeAt(apostrophe - 1) | 32) !== 110) return -1;
  const split = isNot ? apostrophe - 1 : apostrophe;
  const base = text.slice(start, split).toLowerCase();
  add(reader, start, split, vocabulary.idOf(isNot ? (bases[base] ?? base) : base));
  add(reader, split, after, vocabulary.idOf(word));
  return after;
}
