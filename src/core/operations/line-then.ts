/**
 * The line of a former text that a line of today's text is, both counted from 0; nothing for a line that was not there.
 * Around what changed lines are counted from either end; within it, only a line that stands once in both is known again.
 */
export function lineThen(now: readonly string[], then: readonly string[], line: number): number | undefined {
  const shorter = Math.min(now.length, then.length);
  let head = 0;
  while (head < shorter && now[head] === then[head]) head++;
  if (line < head) return line;
  let tail = 0;
  while (tail < shorter - head && now[now.length - 1 - tail] === then[then.length - 1 - tail]) tail++;
  if (line >= now.length - tail) return line - now.length + then.length;
  const words = now[line];
  const isOnce = (lines: readonly string[]) => lines.filter((one) => one === words).length === 1;
  const middle = then.slice(head, then.length - tail);
  if (!isOnce(middle) || !isOnce(now.slice(head, now.length - tail))) return undefined;
  return head + middle.indexOf(words ?? '');
}

/** The first line in which a text differs from a former one, from 0. */
export function firstChange(now: readonly string[], then: readonly string[]): number {
  const index = now.findIndex((line, at) => line !== then[at]);
  return Math.max(0, index);
}

/** Lines without their endings; LF, CRLF and a lone CR end one. */
export function linesOf(text: string): readonly string[] {
  return text.split(/\r\n?|\n/);
}
