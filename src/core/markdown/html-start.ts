/**
 * How an HTML block that begins on a line ends: behind the text that closes it, or at a blank line:
 * `blank` for the block-level elements, `tag` for any other tag that fills its line (which cannot interrupt a paragraph).
 */
export type HtmlBlockEnd = '-->' | '?>' | '>' | ']]>' | 'raw' | 'blank' | 'tag';

/** What ends the HTML block that begins at `first`; nothing where none begins. */
export function htmlBlockEnd(text: string, first: number, end: number): HtmlBlockEnd | undefined {
  const next = text.charCodeAt(first + 1);
  if (first + 1 >= end) return undefined;
  if (next === 33) return declarationEnd(text, first, end);
  if (next === 63) return '?>';
  const closing = next === 47;
  const nameStart = closing ? first + 2 : first + 1;
  const nameEnd = skipName(text, nameStart, end);
  if (nameEnd === nameStart) return undefined;
  if (nameEnd - nameStart <= longestName) {
    const name = text.slice(nameStart, nameEnd).toLowerCase();
    const after = text.charCodeAt(nameEnd);
    const bounded = nameEnd === end || after === 32 || after === 9 || after === 62;
    if (rawNames.has(name)) {
      if (!closing && bounded) return 'raw';
    } else if (blockNames.has(name) && (bounded || (after === 47 && text.charCodeAt(nameEnd + 1) === 62))) {
      return 'blank';
    }
  }
  const tagEnd = closing ? skipBlank(text, nameEnd, end) : skipAttributes(text, nameEnd, end);
  if (tagEnd >= end || text.charCodeAt(tagEnd) !== 62) return undefined;
  return skipBlank(text, tagEnd + 1, end) === end ? 'tag' : undefined;
}

/** Offset behind what closes the block, if it stands in `from`..`end`; else -1. */
export function htmlCloses(text: string, from: number, end: number, close: HtmlBlockEnd): number {
  if (close === 'raw') return rawCloses(text, from, end);
  for (let at = from; at + close.length <= end; at++) {
    if (text.startsWith(close, at)) return at + close.length;
  }
  return -1;
}

function declarationEnd(text: string, first: number, end: number): HtmlBlockEnd | undefined {
  if (first + 4 <= end && text.startsWith('--', first + 2)) return '-->';
  if (first + 9 <= end && text.startsWith('[CDATA[', first + 2)) return ']]>';
  return isLetter(text.charCodeAt(first + 2)) && first + 2 < end ? '>' : undefined;
}

function rawCloses(text: string, from: number, end: number): number {
  for (let at = from; at + 6 <= end; at++) {
    if (text.charCodeAt(at) !== 60 || text.charCodeAt(at + 1) !== 47) continue;
    const nameEnd = skipName(text, at + 2, end);
    if (nameEnd - at - 2 > 8 || nameEnd >= end || text.charCodeAt(nameEnd) !== 62) continue;
    if (rawNames.has(text.slice(at + 2, nameEnd).toLowerCase())) return nameEnd + 1;
  }
  return -1;
}

/** Offset of the `>` that closes an open tag, or of what does not belong into one. */
function skipAttributes(text: string, from: number, end: number): number {
  let at = from;
  for (;;) {
    const next = skipBlank(text, at, end);
    const code = text.charCodeAt(next);
    if (next < end && code === 47) return next + 1;
    if (next === at || next >= end || !isAttributeStart(code)) return next;
    at = next + 1;
    while (at < end && isAttributePart(text.charCodeAt(at))) at++;
    const equals = skipBlank(text, at, end);
    if (equals >= end || text.charCodeAt(equals) !== 61) continue;
    at = skipAttributeValue(text, skipBlank(text, equals + 1, end), end);
    if (at < 0) return end;
  }
}

function skipAttributeValue(text: string, from: number, end: number): number {
  const quote = text.charCodeAt(from);
  if (from < end && (quote === 34 || quote === 39)) {
    for (let at = from + 1; at < end; at++) if (text.charCodeAt(at) === quote) return at + 1;
    return -1;
  }
  let at = from;
  while (at < end && !isValueEnd(text.charCodeAt(at))) at++;
  return at === from ? -1 : at;
}

function isValueEnd(code: number): boolean {
  return code <= 32 || code === 34 || code === 39 || code === 60 || code === 61 || code === 62 || code === 96;
}

function isAttributeStart(code: number): boolean {
  return isLetter(code) || code === 95 || code === 58;
}

function isAttributePart(code: number): boolean {
  return isAttributeStart(code) || (code >= 48 && code <= 57) || code === 46 || code === 45;
}

function skipName(text: string, from: number, end: number): number {
  if (from >= end || !isLetter(text.charCodeAt(from))) return from;
  let at = from + 1;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (!isLetter(code) && !(code >= 48 && code <= 57) && code !== 45) break;
    at++;
  }
  return at;
}

function skipBlank(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9)) at++;
  return at;
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

const longestName = 10;
const rawNames = new Set(['pre', 'script', 'style', 'textarea']);
const blockNames = new Set(
  (
    'address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt ' +
    'fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link ' +
    'main menu menuitem nav noframes ol optgroup option p param search section summary table tbody td tfoot th thead ' +
    'title tr track ul'
  ).split(' '),
);
