import { positionAt, type Span, type TextEdit } from '../model/text';

/**
 * Takes a comment out: with its line where it stands alone, so that paragraphs around it stay apart and no second
 * empty line is left; elsewhere with the blanks before it.
 */
export function removeComment(text: string, lineStarts: readonly number[], { start, end }: Span): TextEdit {
  const first = positionAt(lineStarts, start).line;
  const last = positionAt(lineStarts, end).line;
  const lineStart = lineStarts[first] ?? 0;
  let before = start;
  while (before > lineStart && isBlank(text[before - 1])) before--;
  let after = end;
  while (isBlank(text[after])) after++;
  const endsLine = after >= text.length || isLineEnd(text[after]);
  if (before > lineStart) return removal(before, end);
  if (!endsLine) return removal(start, after);
  const sign = (line: number) => signOf(text, lineStarts[line]);
  const above = first === 0 ? undefined : sign(first - 1);
  const below = sign(last + 1);
  const next = lineStarts[last + 1] ?? text.length;
  const isMarkdown = text[start] === '<';
  if (isMarkdown && above === undefined && below === undefined) return removal(lineStart, lineStarts[last + 2] ?? next);
  const joins = above !== undefined && below !== undefined && !(above === '|' && below === '|');
  return isMarkdown && joins ? removal(before, after) : removal(lineStart, next);
}

function removal(start: number, end: number): TextEdit {
  return { span: { start, end }, newText: '' };
}

/** First sign of a line that is no blank; nothing for an empty line or none. */
function signOf(text: string, lineStart: number | undefined): string | undefined {
  if (lineStart === undefined) return undefined;
  let at = lineStart;
  while (isBlank(text[at])) at++;
  return isLineEnd(text[at]) ? undefined : text[at];
}

function isBlank(sign: string | undefined): boolean {
  return sign === ' ' || sign === '\t';
}

function isLineEnd(sign: string | undefined): boolean {
  return sign === '\n' || sign === '\r';
}
