import { isLetterCode, isWordCode, joinerCode } from './marks';
import type { Step } from './phrase';
import type { Prose } from './prose';
import { tokenFlag } from './tokens';
import { hashSeed, hashStep, type Vocabulary } from './vocabulary';
import type { WordSet } from './word-set';

/** What a phrase cannot do without: the word that wakes it, and what stands before it (from right to left) and after. */
export interface Need {
  readonly anchor: WordSet;
  readonly left: readonly Step[];
  readonly right: readonly Step[];
  /** What may not follow it, as in `since 14:05`. */
  readonly guards: readonly { readonly after: readonly (readonly Step[])[] }[];
}

/**
 * Finds where phrases may stand in a block; nowhere means that its prose holds none. It looks at the text as it is
 * written, before anything is covered or parted into sentences, which most blocks then never need: it sees all words of
 * the prose and perhaps more, and where markup may hide how a word goes on it cannot tell.
 */
export interface WakeScan {
  /** How many `places` were found, or {@link anywhere}. */
  find(prose: Prose): number;
  /** Offsets into the block's text of the words that wake a phrase, in order, until the next search. */
  readonly places: Int32Array;
}

export const anywhere = -1;

const gap = 0;
const apostrophe = 1;
/** Signs that the reader may not see, so that the letters on both sides of them are one word. */
const joining = 2;
/** As above, with a target, a tag or a comment that may lie between. */
const closing = 3;
const stop = 4;
/** Digits and letters come last, as words consist of them. */
const digit = 5;
const letter = 6;
const sorts = new Uint8Array(128);
for (let code = 0; code < 128; code++) if (isLetterCode(code)) sorts[code] = letter;
for (let code = 48; code < 58; code++) sorts[code] = digit;
for (const sign of '*_~[!') sorts[sign.charCodeAt(0)] = joining;
for (const sign of ')]>') sorts[sign.charCodeAt(0)] = closing;
for (const sign of ':;?') sorts[sign.charCodeAt(0)] = stop;
sorts[39] = apostrophe;
/** Of a letter or digit its small form, of any other sign 0. */
const smallCodes = new Uint8Array(128);
for (let code = 0; code < 128; code++) {
  if (sorts[code] === letter) smallCodes[code] = code | 32;
  else if (sorts[code] === digit) smallCodes[code] = code;
}

/** A block with more words of the vocabulary is looked at closely at once. */
const mostWords = 256;
/** In place of a neighbour: it cannot be told, or none stands right there. */
const unsure = -1;
/** In place of a neighbour: a comma, a stop or the end of the cell stands there, which no word of a phrase goes across. */
const edge = -2;
/** Any other neighbour is the number of the word and, in these bits, all that the tokeniser might say of it. */
const flagBits = 9;
const allFlags = (1 << flagBits) - 1;
const wordFlags = tokenFlag.isMask | tokenFlag.endsInEd | tokenFlag.endsInIng;
const capitalFlags = wordFlags | tokenFlag.isCapital | tokenFlag.isTitled;
/** Whatever covers a digit right behind a word covers that word too, so here it is nothing but a number. */
const number = tokenFlag.isNumber;

export function createWakeScan(needs: readonly Need[], vocabulary: Vocabulary): WakeScan {
  const neededBy = indexNeeds(needs);
  const genitive = vocabulary.idOf("'s");
  /** The words seen, with the neighbours right beside them where they are known. */
  const words = new Int32Array(mostWords);
  const befores = new Int32Array(mostWords);
  const afters = new Int32Array(mostWords);
  const offsets = new Int32Array(mostWords);
  const places = new Int32Array(mostWords);
  let count = 0;
  /** Offset of the last sign that a phrase's colon may be. */
  let lastStop = -1;

  const see = (id: number, offset: number, before: number): void => {
    words[count] = id;
    offsets[count] = offset;
    befores[count] = before;
    afters[count] = unsure;
    count++;
  };
  const findComplete = (): number => {
    let found = 0;
    for (let at = 0; at < count; at++) {
      const woken = neededBy[words[at] ?? 0];
      if (woken === undefined || !isOneComplete(woken, at)) continue;
      places[found] = offsets[at] ?? 0;
      found++;
    }
    return found;
  };
  const isOneComplete = (needs: readonly IndexedNeed[], at: number): boolean => {
    for (const { before, after, isStopNeeded, numberGuards } of needs) {
      if (!accepts(before, befores[at]) || !accepts(after, afters[at])) continue;
      if (isStopNeeded && (offsets[at] ?? 0) > lastStop) continue;
      if (!areSeen(before.others, 0, at) || !areSeen(after.others, at + 1, count)) continue;
      if (afters[at] !== number || numberGuards.every((sets) => isAnySeen(sets, at + 1))) return true;
    }
    return false;
  };
  const areSeen = (sets: readonly WordSet[], from: number, to: number): boolean => {
    for (const set of sets) if (!isSeen(set, from, to)) return false;
    return true;
  };
  const isAnySeen = (sets: readonly WordSet[], from: number): boolean => sets.some((set) => isSeen(set, from, count));
  const isSeen = (set: WordSet, from: number, to: number): boolean => {
    for (let at = from; at < to; at++) if (set.has(words[at] ?? 0)) return true;
    return false;
  };

  // One long loop rather than functions that hand its places to each other: every sign of every text goes through it.
  const find = ({ block, source: { text, start: from } }: Prose): number => {
    const isRow = block.kind === 'table-row' || block.kind === 'table-header';
    const end = from + (isRow ? block.text.length : block.contentEnd);
    let at = from + (isRow ? 0 : block.contentStart);
    /** The last word, and its place among those seen, or -1. */
    let last = 0;
    let lastStart = -1;
    let lastEnd = -1;
    let lastSeen = -1;
    lastStop = -1;
    count = 0;
    while (at < end) {
      let code = text.charCodeAt(at);
      const sort = code < 128 ? sorts[code] : sortBeyondAscii(code);
      if (sort === gap) {
        at++;
        continue;
      }
      if (sort === stop) {
        lastStop = at - from;
        at++;
        continue;
      }
      if (sort === digit) {
        if (lastSeen >= 0 && isBeside(text, lastEnd, at)) afters[lastSeen] = number;
        lastSeen = -1;
        at++;
        continue;
      }
      if (count + 1 >= mostWords) return anywhere;
      if (sort === apostrophe) {
        if (isLetterCode(text.charCodeAt(at + 1))) {
          if (!isGenitive(text, at)) return anywhere;
          see(genitive, at - from, unsure);
          lastSeen = -1;
          lastEnd = -1;
          at++;
        }
        at++;
        continue;
      }
      if (sort !== letter) {
        if (mayJoin(text, at, sort)) return anywhere;
        if (code === 33) lastStop = at - from;
        at++;
        continue;
      }
      const start = at;
      let hash = hashSeed;
      let small = smallCode(code);
      do {
        hash = hashStep(hash, small);
        code = text.charCodeAt(++at);
        small = smallCode(code);
      } while (small !== 0 && at < end);
      if (code === 58 && text.startsWith('://', at)) {
        if (!text.startsWith('http', start)) return anywhere;
        lastSeen = -1;
        lastEnd = -1;
        at = plainUrlEnd(text, at + 3, end);
        continue;
      }
      const id = vocabulary.idOfHash(hash, at - start);
      const follows = isBeside(text, lastEnd, start);
      if (follows && lastSeen >= 0) afters[lastSeen] = neighbour(id, text.charCodeAt(start));
      lastSeen = -1;
      if (id !== 0) {
        lastSeen = count;
        if (follows) see(id, start - from, neighbourBefore(text, last, lastStart, lastEnd));
        else see(id, start - from, isEdgeBefore(text, start, isRow) ? edge : unsure);
        if (isEdgeAfter(text, at, isRow)) afters[lastSeen] = edge;
      }
      last = id;
      lastStart = start;
      lastEnd = at;
    }
    return findComplete();
  };
  return { find, places };
}

/** 0 for what is no part of a word, also for the nothing behind the text's end. */
function smallCode(code: number): number {
  if (code < 128) return smallCodes[code] ?? 0;
  return isLetterCode(code) ? code : 0;
}

function sortBeyondAscii(code: number): number {
  if (isLetterCode(code)) return letter;
  if (code === 0x2019) return apostrophe;
  return code === joinerCode ? joining : gap;
}

/** Offset after the part of a URL that holds no sign but those of hosts and paths: no phrase stands in it. */
function plainUrlEnd(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isPlainUrlCode(text.charCodeAt(at))) at++;
  return at;
}

/** Of a letter, a digit, a slash, a stop or a hyphen. */
function isPlainUrlCode(code: number): boolean {
  return code < 128 && (smallCodes[code] !== 0 || (code >= 45 && code <= 47));
}

function neighbour(id: number, firstCode: number): number {
  return (id << flagBits) | (firstCode < 91 ? capitalFlags : wordFlags);
}

/** A word that is joined to something before it may be part of an identifier, of which nothing is known. */
function neighbourBefore(text: string, id: number, start: number, end: number): number {
  if (mayEndLabel(text, start, end)) return unsure;
  return text.charCodeAt(start - 1) === 32 ? neighbour(id, text.charCodeAt(start)) : (id << flagBits) | allFlags;
}

function isEdgeBefore(text: string, start: number, isRow: boolean): boolean {
  if (text.charCodeAt(start - 1) !== 32) return false;
  const code = text.charCodeAt(start - 2);
  return isBreakCode(code) || (isRow && code === 124 && text.charCodeAt(start - 3) !== 92);
}

function isEdgeAfter(text: string, end: number, isRow: boolean): boolean {
  const code = text.charCodeAt(end);
  if (isBreakCode(code)) return text.charCodeAt(end + 1) === 32;
  return isRow && code === 32 && text.charCodeAt(end + 1) === 124;
}

/** Of a comma, colon or semicolon. */
function isBreakCode(code: number): boolean {
  return code === 44 || code === 58 || code === 59;
}

function isBeside(text: string, end: number, start: number): boolean {
  return start === end + 1 && text.charCodeAt(end) === 32;
}

interface IndexedNeed {
  readonly before: Side;
  readonly after: Side;
  /** Whether a colon must follow. */
  readonly isStopNeeded: boolean;
  /** Before a number it stands for nothing, unless one of these words undoes that; a list for each guard. */
  readonly numberGuards: readonly (readonly WordSet[])[];
}

interface Side {
  /** A neighbour that is known must be of one of these; nothing where it may be any. */
  readonly sets: readonly WordSet[] | undefined;
  /** Whether there must be one. */
  readonly isNeeded: boolean;
  /** Of each of these a word must stand on this side, however far. */
  readonly others: readonly WordSet[];
}

/** By the number of the word that wakes the phrase. */
function indexNeeds(needs: readonly Need[]): readonly (readonly IndexedNeed[] | undefined)[] {
  const neededBy: IndexedNeed[][] = [];
  for (const { anchor, left, right, guards } of needs) {
    const isStopNeeded = right.some(({ kind }) => kind === 'colon');
    const numberGuards = endsAtAnchor(right) ? guards.flatMap(({ after }) => after.flatMap(numberGuardOf)) : [];
    const need = { before: sideOf(left), after: sideOf(right), isStopNeeded, numberGuards };
    for (const id of anchor.ids) {
      const known = neededBy[id];
      if (known === undefined) neededBy[id] = [need];
      else known.push(need);
    }
  }
  return neededBy;
}

/** A word that must be there; words told by their ending are known to the scan by number alone. */
function isSure(step: Step): step is Step & { readonly kind: 'word' } {
  return step.kind === 'word' && !step.isOptional && step.accepts.flags === 0;
}

/** Whether guards look at what follows the word that wakes the phrase. */
function endsAtAnchor(right: readonly Step[]): boolean {
  return right.every((step) => step.kind !== 'word' || step.isContext);
}

/** The words that undo a guard of a number and of what may not follow that; none for any other guard. */
function numberGuardOf([first, ...rest]: readonly Step[]): readonly (readonly WordSet[])[] {
  if (first?.kind !== 'word' || (first.accepts.flags & number) === 0 || first.isOptional) return [];
  const sets = rest.flatMap((step) => (step.kind === 'not' && step.accepts.flags === 0 ? [step.accepts] : []));
  return sets.length === rest.length ? [sets] : [];
}

function sideOf(steps: readonly Step[]): Side {
  return { ...neighboursOf(steps), others: steps.flatMap((step) => (isSure(step) ? [step.accepts] : [])) };
}

function neighboursOf(steps: readonly Step[]): Pick<Side, 'sets' | 'isNeeded'> {
  const sets: WordSet[] = [];
  for (const step of steps) {
    switch (step.kind) {
      case 'not':
      case 'going on':
        break;
      case 'word':
        sets.push(step.accepts);
        if (!step.isOptional) return { sets, isNeeded: true };
        break;
      case 'gap':
        return { sets: undefined, isNeeded: false };
      default:
        return { sets, isNeeded: false };
    }
  }
  return { sets: undefined, isNeeded: false };
}

function accepts({ sets, isNeeded }: Side, neighbour: number | undefined): boolean {
  if (neighbour === undefined || neighbour === unsure) return true;
  if (neighbour === edge) return !isNeeded;
  if (sets === undefined) return true;
  const id = neighbour >> flagBits;
  for (const set of sets) if ((set.flags & neighbour) !== 0 || set.has(id)) return true;
  return false;
}

/** Whether a word may be the zone that ends a time (`14:02 UTC`, `2 pm`, `14 Uhr`), behind which a sentence opens. */
function mayEndLabel(text: string, start: number, end: number): boolean {
  const first = text.charCodeAt(start);
  if (end - start === 1) return first === 90 || first === 84 || first === 104;
  const second = text.charCodeAt(start + 1);
  return second < 97 || second > 122 || (end - start === 2 && second === 109) || (end - start === 3 && first === 85);
}

/** Whether the letter behind such a sign may go on with a word in front of it. */
function mayJoin(text: string, at: number, sort: number | undefined): boolean {
  if (!isWordCode(text.charCodeAt(at + 1))) return false;
  if (sort === closing) return true;
  let before = at;
  let isIdentifier = true;
  for (;;) {
    isIdentifier &&= text.charCodeAt(before) === 95;
    const code = text.charCodeAt(--before);
    const sortBefore = code < 128 ? sorts[code] : sortBeyondAscii(code);
    if (sortBefore === closing) return true;
    if (sortBefore !== joining) return isWordCode(code) && !isIdentifier;
  }
}

/** All other contractions are too rare to be worth a closer look. */
function isGenitive(text: string, at: number): boolean {
  return (text.charCodeAt(at + 1) | 32) === 115 && !isLetterCode(text.charCodeAt(at + 2));
}
