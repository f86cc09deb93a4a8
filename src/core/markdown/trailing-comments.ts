import type { Span } from '../model/text';

/** The span without the HTML comments and blanks at its end; suppressions stand there, in headings and cells. */
export function withoutTrailingComments(text: string, { start, end }: Span): Span {
  if (!text.endsWith('-->', end)) return { start, end };
  const content = text.slice(start, end);
  let length = content.length;
  while (content.endsWith('-->', length)) {
    const opening = content.lastIndexOf('<!--', length - 7);
    if (opening < 0) break;
    length = opening;
    while (length > 0 && /\s/.test(content.charAt(length - 1))) length--;
  }
  return { start, end: start + length };
}
