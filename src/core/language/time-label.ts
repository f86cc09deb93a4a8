import { isDigitCode, isLetterCode } from './marks';

const zones = new Set([
  ...['Z', 'T', 'UTC', 'GMT', 'BST', 'CET', 'CEST', 'EET', 'EST', 'EDT', 'CST', 'CDT', 'MST', 'MDT', 'PST', 'PDT'],
  ...['IST', 'JST', 'AEST', 'AM', 'PM', 'am', 'pm', 'h', 'Uhr'],
]);

/** Offset after the stamp that opens a line (`14:02 UTC -`, `[10:33]`, `**19:02Z**:`); `start` where there is none. */
export function timeLabelEnd(text: string, start: number, end: number): number {
  let offset = start;
  let isStamp = false;
  while (offset < end && offset - start < 60) {
    const code = text.charCodeAt(offset);
    if (isDigitCode(code)) {
      const after = numberEnd(text, offset, end);
      const joined = text.slice(offset, after);
      const timeLike = joined.includes(':') || joined.split(/[-/.]/, 3).length === 3;
      if (!timeLike) break;
      isStamp = true;
      offset = after;
    } else if (isLetterCode(code)) {
      let after = offset;
      while (after < end && isLetterCode(text.charCodeAt(after))) after++;
      if (!isStamp || !zones.has(text.slice(offset, after))) break;
      offset = after;
    } else if (isFiller(code)) offset++;
    else break;
  }
  return isStamp ? offset : start;
}

/** Digits with `:`, `-`, `/`, `.` or `+` between them. */
function numberEnd(text: string, start: number, end: number): number {
  let offset = start;
  while (offset < end && offset - start < 40) {
    const code = text.charCodeAt(offset);
    const isBetween = (code >= 43 && code <= 47) || code === 58;
    if (!isDigitCode(code) && !(isBetween && isDigitCode(text.charCodeAt(offset + 1)))) break;
    offset++;
  }
  return offset;
}

/** Space, brackets, emphasis, `~`, dashes, colon, comma. */
function isFiller(code: number): boolean {
  return (
    code === 32 ||
    code === 9 ||
    code === 40 ||
    code === 41 ||
    code === 91 ||
    code === 93 ||
    code === 42 ||
    code === 44 ||
    code === 45 ||
    code === 58 ||
    code === 126 ||
    code === 0x2013 ||
    code === 0x2014 ||
    code === 0xa0
  );
}
