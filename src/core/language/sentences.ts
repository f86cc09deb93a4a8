import type { Span } from '../model/text';
import { isDigitCode, isLetterCode, isSpaceCode, isUpperCode, joinerCode, maskCode } from './marks';
import { timeLabelEnd } from './time-label';

const abbreviations = new Set([
  ...['e.g', 'i.e', 'eg', 'ie', 'cf', 'vs', 'approx', 'ca', 'resp', 'incl', 'excl', 'esp', 'viz', 'al', 'no', 'nos'],
  ...['fig', 'sec', 'min', 'max', 'avg', 'est', 'dept', 'mr', 'mrs', 'ms', 'dr', 'prof', 'st', 'jr', 'sr', 'ver'],
  ...['z.b', 'd.h', 'u.a', 'bzw', 'nr', 'usw', 'evtl', 'ggf', 'inkl', 'std', 'bspw', 'vgl', 'sog', 'mio', 'tsd'],
  ...['jan', 'feb', 'mar', 'apr', 'jun', 'jul', 'aug', 'sep', 'sept', 'oct', 'nov', 'dec'],
]);
/** May end a sentence: only a small letter after it says that it does not. */
const closing = new Set(['etc', 'inc', 'ltd', 'co', 'a.m', 'p.m']);

/** Appends the sentences of `start`..`end` of a masked text. */
export function splitSentences(text: string, start: number, end: number, sentences: Span[]): void {
  let from = labelEnd(text, start, end);
  push(text, start, from, sentences);
  let at = from;
  const cut = (to: number, next: number): void => {
    push(text, from, to, sentences);
    from = next;
    at = next;
  };
  while (at < end) {
    const code = text.charCodeAt(at);
    if (code === 46 || code === 33 || code === 63) {
      const after = sentenceEnd(text, at, end);
      if (after === -1) at++;
      else cut(after, after);
    } else if (code === 10) {
      const next = lineEndCuts(text, at, end);
      if (next === -1) at++;
      else cut(at, next);
    } else at++;
  }
  push(text, from, end, sentences);
}

/** Keeps a sentence that has a word. */
function push(text: string, start: number, end: number, sentences: Span[]): void {
  let from = start;
  let to = end;
  while (from < to && isSpaceCode(text.charCodeAt(from))) from++;
  while (to > from && isSpaceCode(text.charCodeAt(to - 1))) to--;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (isLetterCode(code)) {
      sentences.push({ start: from, end: to });
      return;
    }
  }
}

/** Cuts off a short bold label with a colon (`**Identified**:`), which is a sentence of its own. */
function labelEnd(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isSpaceCode(text.charCodeAt(at))) at++;
  if (text.charCodeAt(at) !== joinerCode) return start;
  const words = skipJoiners(text, at, end);
  let close = words;
  while (close < end && close - words < 48 && text.charCodeAt(close) !== joinerCode) close++;
  if (text.charCodeAt(close) !== joinerCode) return start;
  const after = skipJoiners(text, close, end);
  if (text.charCodeAt(close - 1) === 58) return after;
  return text.charCodeAt(after) === 58 ? after + 1 : start;
}

function skipJoiners(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && text.charCodeAt(at) === joinerCode) at++;
  return at;
}

/** Offset after the sentence that the sign at `at` ends with its closing quotes and brackets, or -1. */
function sentenceEnd(text: string, at: number, end: number): number {
  let after = at + 1;
  while (after < end && isClosingCode(text.charCodeAt(after))) after++;
  if (after >= end) return end;
  if (!isSpaceCode(text.charCodeAt(after))) return -1;
  if (text.charCodeAt(at) !== 46) return after;
  let next = after;
  while (next < end && (isSpaceCode(text.charCodeAt(next)) || text.charCodeAt(next) === joinerCode)) next++;
  const nextCode = text.charCodeAt(next);
  if (isDayOfMonth(text, at, next)) return -1;
  const word = wordBefore(text, at);
  if (abbreviations.has(word)) return -1;
  const isSmall = isLetterCode(nextCode) && !isUpperCode(nextCode);
  if (closing.has(word)) return isSmall ? -1 : after;
  if (word.length === 1 && isLetterCode(word.charCodeAt(0)) && word !== 'i') return isSmall ? -1 : after;
  return after;
}

/** `am 3. November`: a day with its stop before a month in German. */
function isDayOfMonth(text: string, at: number, next: number): boolean {
  if (!isDigitCode(text.charCodeAt(at - 1)) || isDigitCode(text.charCodeAt(at - 3))) return false;
  return germanMonth.test(text.slice(next, next + 10));
}

const germanMonth = /^(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)/;

/** The word before a full stop in small letters, with the stops inside it (`e.g`). */
function wordBefore(text: string, at: number): string {
  let start = at;
  while (start > 0 && at - start < 12) {
    const code = text.charCodeAt(start - 1);
    if (!isLetterCode(code) && code !== 46) break;
    start--;
  }
  return text.slice(start, at).toLowerCase();
}

function isClosingCode(code: number): boolean {
  return (
    code === 34 ||
    code === 39 ||
    code === 41 ||
    code === 93 ||
    code === 46 ||
    code === 33 ||
    code === 63 ||
    code === 0x201d ||
    code === 0x2019 ||
    code === joinerCode ||
    code === maskCode
  );
}

/** A blank line or a line that opens with a time ends a sentence; returns where the next one begins, or -1. */
function lineEndCuts(text: string, at: number, end: number): number {
  let next = at + 1;
  while (next < end && (text.charCodeAt(next) === 32 || text.charCodeAt(next) === 9 || text.charCodeAt(next) === 13))
    next++;
  const code = text.charCodeAt(next);
  if (code === 10) return next;
  if (!isDigitCode(code) && code !== 91 && code !== joinerCode && code !== 126) return -1;
  const label = timeLabelEnd(text, next, end);
  return label === next ? -1 : label;
}
