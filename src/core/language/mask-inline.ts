import { type Cover, joinSpan, maskSince, maskSpan, spaceSpan } from './cover';
import { isDigitCode, isLetterCode, isSpaceCode, isWordCode } from './marks';
import { isPastedLogLine } from './pasted-log';

const scanned = new Uint8Array(128);
for (const sign of '\\`*_~[]!<&:"\'{') scanned[sign.charCodeAt(0)] = 1;

interface Quote {
  readonly closer: number;
  readonly start: number;
  readonly mark: number;
}

interface Scan {
  readonly text: string;
  readonly end: number;
  readonly cover: Cover;
  quote: Quote | undefined;
  /** Signs that are known not to come again, so that hostile input is not searched over and over. */
  missing: Set<string> | undefined;
}

/** Covers what is no prose in one run of inline Markdown: a paragraph, a heading's content or a cell. */
export function maskInline(text: string, start: number, end: number, cover: Cover): void {
  const scan: Scan = { text, end, cover, quote: undefined, missing: undefined };
  let offset = start;
  let atLineStart = true;
  while (offset < end) {
    if (atLineStart) {
      atLineStart = false;
      const lineEnd = endOfLine(text, offset, end);
      if (isPastedLogLine(text, offset, lineEnd)) {
        maskSpan(cover, offset, lineEnd);
        offset = lineEnd;
        continue;
      }
    }
    const code = text.charCodeAt(offset);
    if (code === 10) {
      atLineStart = true;
      offset++;
    } else if (code < 128 ? scanned[code] === 1 : code >= 0xab) offset = maskSign(scan, offset, code);
    else offset++;
  }
}

function isMissing({ missing }: Scan, sign: string): boolean {
  return missing?.has(sign) === true;
}

function setMissing(scan: Scan, sign: string): void {
  scan.missing ??= new Set();
  scan.missing.add(sign);
}

function endOfLine(text: string, start: number, end: number): number {
  const at = text.indexOf('\n', start);
  return at === -1 || at > end ? end : at;
}

/** Returns where to go on. */
function maskSign(scan: Scan, at: number, code: number): number {
  switch (code) {
    case 92: // backslash
      return at + 2;
    case 96: // backtick
      return maskCodeSpan(scan, at);
    case 42: // *
    case 95: // _
    case 126: // ~
      return joinEmphasis(scan, at, code);
    case 33: // !
      if (scan.text.charCodeAt(at + 1) === 91) joinSpan(scan.cover, at, at + 1);
      return at + 1;
    case 91: // [
      return openBracket(scan, at);
    case 93: // ]
      return closeBracket(scan, at);
    case 60: // <
      return maskTag(scan, at);
    case 38: // &
      return maskEntity(scan, at);
    case 58: // :
      return maskUrl(scan, at);
    case 123: // {
      return maskTemplate(scan, at);
    default:
      return handleQuote(scan, at, code);
  }
}

function maskCodeSpan(scan: Scan, at: number): number {
  const { text, end } = scan;
  let open = at;
  while (open < end && text.charCodeAt(open) === 96) open++;
  const fence = text.slice(at, open);
  if (isMissing(scan, fence)) return open;
  let from = open;
  for (;;) {
    const close = text.indexOf('`', from);
    if (close === -1 || close >= end) {
      setMissing(scan, fence);
      return open;
    }
    let after = close;
    while (after < end && text.charCodeAt(after) === 96) after++;
    if (after - close === fence.length) {
      maskSpan(scan.cover, at, after);
      return after;
    }
    from = after;
  }
}

function joinEmphasis(scan: Scan, at: number, code: number): number {
  const { text, end } = scan;
  let after = at;
  while (after < end && text.charCodeAt(after) === code) after++;
  const before = text.charCodeAt(at - 1);
  const next = text.charCodeAt(after);
  if (code === 126 && after - at < 2) return after;
  if (code === 95 && isWordCode(before) && isWordCode(next)) return after; // an identifier
  const standsAlone = (at === 0 || isSpaceCode(before)) && (after >= end || isSpaceCode(next));
  if (!standsAlone) joinSpan(scan.cover, at, after);
  return after;
}

/** Citations (`[E1402]`) and footnotes are covered whole; of other brackets the sign alone goes. */
function openBracket(scan: Scan, at: number): number {
  const { text, end } = scan;
  const next = text.charCodeAt(at + 1);
  if (next === 94 || (isLetterCode(next) && isDigitCode(text.charCodeAt(at + 2)))) {
    let close = at + 1;
    while (close < end && close - at < 24 && isCitationCode(text.charCodeAt(close))) close++;
    if (text.charCodeAt(close) === 93 && text.charCodeAt(close + 1) !== 40) {
      maskSpan(scan.cover, at, close + 1);
      return close + 1;
    }
  }
  joinSpan(scan.cover, at, at + 1);
  return at + 1;
}

function isCitationCode(code: number): boolean {
  return isWordCode(code) || code === 94 || code === 45 || code === 44 || code === 32;
}

function closeBracket(scan: Scan, at: number): number {
  const next = scan.text.charCodeAt(at + 1);
  const target = next === 40 ? targetEnd(scan, at + 2) : next === 91 ? labelEnd(scan, at + 2) : -1;
  const after = target === -1 ? at + 1 : target;
  joinSpan(scan.cover, at, after);
  return after;
}

/** Offset after the `)` of a link's target with its title, or -1. */
function targetEnd(scan: Scan, start: number): number {
  const { text, end } = scan;
  let depth = 1;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 92) at++;
    else if (code === 40) {
      if (++depth > 32) return -1;
    } else if (code === 41) {
      if (--depth === 0) return at + 1;
    } else if (code === 34 || code === 39) {
      const sign = String.fromCharCode(code);
      if (!isSpaceCode(text.charCodeAt(at - 1))) continue;
      const close = isMissing(scan, sign) ? -1 : text.indexOf(sign, at + 1);
      if (close === -1 || close >= end) {
        setMissing(scan, sign);
        return -1;
      }
      at = close;
    } else if (isSpaceCode(code)) {
      const next = text.charCodeAt(at + 1);
      if (next !== 34 && next !== 39 && next !== 41) return -1;
    }
  }
  return -1;
}

function labelEnd(scan: Scan, start: number): number {
  for (let at = start; at < scan.end && at - start < 200; at++) {
    const code = scan.text.charCodeAt(at);
    if (code === 93) return at + 1;
    if (code === 91 || code === 10) return -1;
  }
  return -1;
}

/** Comments, tags, autolinks and `<% %>`; `<br>` parts words like a space. */
function maskTag(scan: Scan, at: number): number {
  const { text, end, cover } = scan;
  if (text.startsWith('<!--', at)) return coverUntil(scan, at, '-->');
  if (text.startsWith('<%', at)) return coverUntil(scan, at, '%>');
  const first = text.charCodeAt(at + 1);
  if (!isLetterCode(first) && first !== 47) return at + 1;
  let close = at + 1;
  while (close < end) {
    const code = text.charCodeAt(close);
    if (code === 60) return at + 1;
    if (code === 62) break;
    close++;
  }
  if (close >= end) return at + 1;
  const content = text.slice(at + 1, Math.min(close, at + 12));
  if (content.startsWith('br') && !isLetterCode(content.charCodeAt(2))) spaceSpan(cover, at, close + 1);
  else if (content.includes(':') || content.includes('@')) maskSpan(cover, at, close + 1);
  else joinSpan(cover, at, close + 1);
  return close + 1;
}

function coverUntil(scan: Scan, at: number, sign: string): number {
  if (isMissing(scan, sign)) return at + 1;
  const close = scan.text.indexOf(sign, at);
  if (close === -1 || close >= scan.end) {
    setMissing(scan, sign);
    return at + 1;
  }
  joinSpan(scan.cover, at, close + sign.length);
  return close + sign.length;
}

function maskEntity(scan: Scan, at: number): number {
  const { text } = scan;
  let close = at + 1;
  while (close - at < 10 && (isWordCode(text.charCodeAt(close)) || text.charCodeAt(close) === 35)) close++;
  if (text.charCodeAt(close) !== 59 || close === at + 1) return at + 1;
  const name = text.slice(at + 1, close);
  if (name === 'nbsp' || name === '#160') spaceSpan(scan.cover, at, close + 1);
  else maskSpan(scan.cover, at, close + 1);
  return close + 1;
}

/** At the colon of `https://…`: covers from the scheme to the next space, without closing punctuation. */
function maskUrl(scan: Scan, at: number): number {
  const { text, end } = scan;
  if (text.charCodeAt(at + 1) !== 47 || text.charCodeAt(at + 2) !== 47) return at + 1;
  let start = at;
  while (start > 0 && at - start < 12 && isLetterCode(text.charCodeAt(start - 1))) start--;
  if (start === at) return at + 1;
  let after = at + 3;
  while (after < end && isUrlCode(text.charCodeAt(after))) after++;
  while (after > at + 3 && '.,;:!?)]*_'.includes(text.charAt(after - 1))) after--;
  maskSpan(scan.cover, start, after);
  return after;
}

function isUrlCode(code: number): boolean {
  return code > 32 && code !== 60 && code !== 62 && code !== 34 && code !== 96 && code !== 124 && code < 0x2000;
}

function maskTemplate(scan: Scan, at: number): number {
  const { text, end } = scan;
  if (text.charCodeAt(at + 1) !== 123 || isMissing(scan, '}}')) return at + 1;
  const close = text.indexOf('}}', at);
  if (close === -1 || close >= end) {
    setMissing(scan, '}}');
    return at + 1;
  }
  maskSpan(scan.cover, at, close + 2);
  return close + 2;
}

const closers: Readonly<Record<number, number>> = {
  8220: 0x201d,
  8222: 0x201c,
  171: 0xbb,
  187: 0xab,
  8216: 0x2019,
  8218: 0x2018,
};

function handleQuote(scan: Scan, at: number, code: number): number {
  const { text, cover, quote } = scan;
  const before = at === 0 ? 32 : text.charCodeAt(at - 1);
  const next = at + 1 < scan.end ? text.charCodeAt(at + 1) : 32;
  if (quote !== undefined && closesQuote(quote.closer, code, before, next)) {
    maskSince(cover, quote.mark, { start: quote.start, end: at + 1 });
    scan.quote = undefined;
    return at + 1;
  }
  if (!opensQuote(code, before, next)) return at + 1;
  const isOuter = quote === undefined || quote.closer === code || quote.closer === 39 || quote.closer === 0x2019;
  const closer = closers[code] ?? code;
  if (isOuter) scan.quote = { closer, start: at, mark: cover.places.length };
  return at + 1;
}

function closesQuote(closer: number, code: number, before: number, next: number): boolean {
  if (code !== closer && !(closer === 0x201c && code === 0x201d)) return false;
  if (code === 34) return !isSpaceCode(before);
  if (code === 39 || code === 0x2019) return !isSpaceCode(before) && !isWordCode(next);
  return true;
}

function opensQuote(code: number, before: number, next: number): boolean {
  // A guillemet between blanks leads along a path.
  if (code === 0xbb) return !isSpaceCode(next);
  if (closers[code] !== undefined) return code !== 0x2018 || isLetterCode(next);
  if (code !== 34 && code !== 39) return false;
  const afterGap = isSpaceCode(before) || '([{*_—–-:/|'.includes(String.fromCharCode(before));
  return afterGap && !isSpaceCode(next) && (code === 34 || isLetterCode(next));
}
