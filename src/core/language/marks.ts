/** Stands for something the reader sees that is no prose: code, quotation, URL, time label, marker. A sentence goes on across it, a phrase does not. */
export const MASK = '\uE000';
/** Stands for what the reader does not see: emphasis signs, link targets, comments. A word goes on across it. */
export const JOINER = '\uE001';

export const maskCode = 0xe000;
export const joinerCode = 0xe001;

/** Space, tab, line ends, no-break spaces. */
export function isSpaceCode(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x202f || code === 0x2009;
}

export function isDigitCode(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Latin letters, with those beyond ASCII that occur in names. */
export function isLetterCode(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 0xc0 && code <= 0x24f && code !== 0xd7);
}

export function isUpperCode(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 0xc0 && code <= 0xde && code !== 0xd7);
}

export function isWordCode(code: number): boolean {
  return isLetterCode(code) || isDigitCode(code);
}
