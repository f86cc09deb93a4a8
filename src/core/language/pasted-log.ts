import { isDigitCode, isLetterCode, isSpaceCode, isUpperCode, isWordCode } from './marks';

const levels = new Set(['ERROR', 'WARN', 'WARNING', 'INFO', 'DEBUG', 'TRACE', 'FATAL', 'CRITICAL', 'NOTICE', 'SEVERE']);
const openings = byFirstCode([
  'Caused by: ',
  'Traceback (most recent call last)',
  'Exception in thread ',
  'Suppressed: ',
  'panic: ',
  'fatal: ',
  'error: ',
  'npm ERR!',
  'kernel: ',
  'goroutine ',
  'File "',
]);

/** Whether the line at `start`..`end` is output of a program that someone pasted: a stack trace, a line with a log level. */
export function isPastedLogLine(text: string, start: number, end: number): boolean {
  let at = start;
  while (at < end && isSpaceCode(text.charCodeAt(at))) at++;
  if (at >= end) return false;
  for (const opening of openings.get(text.charCodeAt(at)) ?? []) if (text.startsWith(opening, at)) return true;
  return isTraceFrame(text, at, end) || isExceptionLine(text, at, end) || hasLevel(text, at, end);
}

function byFirstCode(texts: readonly string[]): ReadonlyMap<number, readonly string[]> {
  const groups = new Map<number, string[]>();
  for (const text of texts) {
    const code = text.charCodeAt(0);
    groups.set(code, [...(groups.get(code) ?? []), text]);
  }
  return groups;
}

/** `at com.example.Pool.take(Pool.java:42)`, `... 12 more`. */
function isTraceFrame(text: string, at: number, end: number): boolean {
  if (text.startsWith('... ', at) && isDigitCode(text.charCodeAt(at + 4))) return true;
  if (!text.startsWith('at ', at)) return false;
  let offset = at + 3;
  let dots = 0;
  for (; offset < end; offset++) {
    const code = text.charCodeAt(offset);
    if (code === 40 || code === 58) return dots > 0; // ( or :
    if (isSpaceCode(code)) return text.charCodeAt(offset + 1) === 40;
    if (code === 46 || code === 47) dots++;
  }
  return dots > 1;
}

/** `java.net.SocketTimeoutException: …`, `OperationalError: …` at the start of a line. */
function isExceptionLine(text: string, at: number, end: number): boolean {
  let offset = at;
  let dotted = false;
  while (offset < end) {
    const code = text.charCodeAt(offset);
    if (code === 46 || code === 36 || code === 95) dotted = true;
    else if (!isWordCode(code)) break;
    offset++;
  }
  const length = offset - at;
  const closes = offset === end || text.charCodeAt(offset) === 58 || isSpaceCode(text.charCodeAt(offset));
  if (!closes || length < 7) return false;
  if (!text.startsWith('Exception', offset - 9) && !text.startsWith('Error', offset - 5)) return false;
  return dotted || (length > 9 && text.charCodeAt(offset) === 58);
}

/** A level in capitals among the first words, or klog's `E0615 12:33:10`. */
function hasLevel(text: string, at: number, end: number): boolean {
  let offset = at;
  for (let word = 0; word < 5 && offset < end; word++) {
    while (offset < end && isBetweenFields(text.charCodeAt(offset))) offset++;
    const start = offset;
    while (offset < end && isLetterCode(text.charCodeAt(offset))) offset++;
    const mayBeLevel = offset > start + 3 && isUpperCode(text.charCodeAt(start + 1));
    if (mayBeLevel && levels.has(text.slice(start, offset)) && closesField(text.charCodeAt(offset))) {
      return word > 0 || end > offset;
    }
    if (word === 0 && isKlogStamp(text, start, offset)) return true;
    if (offset > start && !isStampLetters(text, start, offset)) return false;
    while (offset < end && isStampCode(text.charCodeAt(offset))) offset++;
    if (offset === start) return false;
  }
  return false;
}

function isKlogStamp(text: string, start: number, afterLetters: number): boolean {
  if (afterLetters !== start + 1 || !'IWEF'.includes(text.charAt(start))) return false;
  for (let offset = start + 1; offset < start + 5; offset++) if (!isDigitCode(text.charCodeAt(offset))) return false;
  return isSpaceCode(text.charCodeAt(start + 5)) && isDigitCode(text.charCodeAt(start + 6));
}

/** A month's or a zone's name may stand in a stamp; longer words mean prose. */
function isStampLetters(text: string, start: number, end: number): boolean {
  if (end - start > 4) return false;
  for (let offset = start; offset < end; offset++) if (!isUpperCode(text.charCodeAt(offset))) return end - start === 3;
  return true;
}

function isStampCode(code: number): boolean {
  return isWordCode(code) || (code >= 43 && code <= 58); // + , - . / digits :
}

function isBetweenFields(code: number): boolean {
  return isSpaceCode(code) || code === 91 || code === 93 || code === 40 || code === 41 || code === 124;
}

function closesField(code: number): boolean {
  return Number.isNaN(code) || isSpaceCode(code) || code === 58 || code === 93 || code === 41 || code === 124;
}
