import { withoutTrailingComments } from '../markdown/trailing-comments';
import type { Located } from '../model/incident';
import type { Span } from '../model/text';

/** The text of a cell or field with its place, without comments at its end; `\|` and `<br>` are undone. */
export function locate(text: string, written: Span): Located {
  const span = withoutTrailingComments(text, written);
  return { text: unescapeCell(text.slice(span.start, span.end)), span };
}

/** Backslashes before an escaped pipe were doubled when it was written, so they are halved. */
export function unescapeCell(written: string): string {
  if (!written.includes('\\|') && !written.includes('<')) return written;
  return written
    .replace(/(\\*)\\\|/g, (_, before: string) => `${before.slice(0, before.length >> 1)}|`)
    .replace(/\s*<br\s*\/?>\s*/gi, '\n');
}

/** Items separated by `, ` or `<br>`, each with its place; separators within code, quotes and links do not count. */
export function splitItems(text: string, span: Span): readonly Located[] {
  const items: Located[] = [];
  let start = span.start;
  let depth = 0;
  let fence = '';
  const close = (end: number): void => {
    const item = trimSpan(text, { start, end });
    if (item.start < item.end) items.push(locate(text, item));
  };
  for (let at = span.start; at < span.end; at++) {
    const char = text.charAt(at);
    if (char === '\\') at++;
    else if (fence !== '') fence = char === fence ? '' : fence;
    else if (char === '`' && text.indexOf('`', at + 1) > 0 && text.indexOf('`', at + 1) < span.end) fence = char;
    else if (char === '(' || char === '[') depth++;
    else if (char === ')' || char === ']') depth = Math.max(0, depth - 1);
    else if (char === ',' && (depth === 0 || !hasClosing(text, at, span.end))) {
      close(at);
      start = at + 1;
      depth = 0;
    } else if (char === '<') {
      const breakLength = /^<br\s*\/?>/i.exec(text.slice(at, Math.min(at + 12, span.end)))?.[0].length ?? 0;
      if (breakLength === 0) continue;
      close(at);
      start = at + breakLength;
      at = start - 1;
      depth = 0;
    }
  }
  close(span.end);
  return items;
}

/** Without code signs, emphasis and the `@` of a person. */
export function plainName(text: string): string {
  return text
    .trim()
    .replace(/^[`*_]+|[`*_]+$/g, '')
    .replace(/^@/, '')
    .trim();
}

export function trimSpan(text: string, { start, end }: Span): Span {
  let first = start;
  let last = end;
  while (first < last && /\s/.test(text.charAt(first))) first++;
  while (last > first && /\s/.test(text.charAt(last - 1))) last--;
  return { start: first, end: last };
}

/** Whether a bracket that is open here closes before the end; one that never closes binds nothing. */
function hasClosing(text: string, from: number, end: number): boolean {
  const limit = Math.min(end, from + 2000);
  for (let at = from; at < limit; at++) {
    const char = text.charAt(at);
    if (char === ')' || char === ']') return true;
  }
  return false;
}
