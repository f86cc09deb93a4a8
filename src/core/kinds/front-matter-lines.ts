import type { MarkdownDocument } from '../markdown/markdown-document';
import { message } from '../model/message';
import { lineEndingOf, type Span } from '../model/text';
import type { ReadProblem } from './front-matter';

/** One line without its ending. */
export type FrontMatterLine = Span;

export interface FrontMatterExtent {
  /** With both fences. */
  readonly span: Span;
  /** Between the fences. */
  readonly body: Span;
  readonly problems: readonly ReadProblem[];
}

/**
 * Where the front matter stands. Also found where the closing fence is missing or blank lines stand before it,
 * so that the incident does not vanish; both leave a problem.
 */
export function frontMatterExtent({ text, blocks }: MarkdownDocument): FrontMatterExtent | undefined {
  const block = blocks[0];
  if (block?.kind === 'front-matter') {
    const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
    const lines = frontMatterLines(text, { start, end: block.text.length });
    const last = lines.at(-1);
    const bodyStart = lines[1]?.start ?? block.text.length;
    const isClosed = last !== undefined && /^(?:---|\.\.\.)\s*$/.test(text.slice(last.start, last.end));
    const bodyEnd = isClosed ? Math.max(bodyStart, last.start) : block.text.length;
    return { span: { start, end: last?.end ?? start }, body: { start: bodyStart, end: bodyEnd }, problems: [] };
  }
  return damagedExtent(text);
}

export function frontMatterLines(text: string, span: Span): readonly FrontMatterLine[] {
  const lines: FrontMatterLine[] = [];
  let start = span.start;
  for (let offset = span.start; offset < span.end; offset++) {
    const code = text.charCodeAt(offset);
    if (code !== 10 && code !== 13) continue;
    lines.push({ start, end: offset });
    if (code === 13 && text.charCodeAt(offset + 1) === 10) offset++;
    start = offset + 1;
  }
  if (start < span.end) lines.push({ start, end: span.end });
  return lines;
}

const opening =
  /^\ufeff?((?:[ \t]*(?:\r\n|\r|\n))*)---[ \t]*(?:\r\n|\r|\n)(?=[\p{L}_][\p{L}\p{N}_-]*:(?:[ \t]|\r|\n|$))/u;
const longest = 64 * 1024;

function damagedExtent(text: string): FrontMatterExtent | undefined {
  const head = text.slice(0, longest);
  const match = opening.exec(head);
  if (match === null) return undefined;
  const before = match[1] ?? '';
  const start = (head.charCodeAt(0) === 0xfeff ? 1 : 0) + before.length;
  const body = { start: match[0].length, end: match[0].length };
  for (const line of frontMatterLines(text, { start: body.start, end: head.length })) {
    const content = text.slice(line.start, line.end);
    if (/^---[ \t]*$/.test(content)) {
      const span = { start, end: line.end };
      return {
        span,
        body: { start: body.start, end: line.start },
        problems: problemsOf(text, before, span, undefined),
      };
    }
    if (!/^(?:[\p{L}_$"'][^:]*:(?:[ \t]|$)|[ \t]+\S|-[ \t]|#)/u.test(content)) break;
    body.end = Math.min(text.length, line.end + (text.startsWith('\r\n', line.end) ? 2 : 1));
  }
  const span = { start, end: body.end };
  return { span, body, problems: problemsOf(text, before, span, body.end) };
}

function problemsOf(text: string, before: string, span: Span, unclosedAt: number | undefined): readonly ReadProblem[] {
  const problems: ReadProblem[] = [];
  const fence = { start: span.start, end: span.start + 3 };
  if (before !== '') {
    const edits = [{ span: { start: span.start - before.length, end: span.start }, newText: '' }];
    problems.push({
      rule: 'front-matter',
      span: fence,
      message: message('The front matter stands after an empty line; expected in the first line.'),
      fixes: [{ title: message('Remove the empty lines'), edits, isSafe: true }],
    });
  }
  if (unclosedAt !== undefined) {
    const ending = lineEndingOf(text);
    const isAtLineStart = /[\r\n]/.test(text.charAt(unclosedAt - 1));
    const edits = [
      { span: { start: unclosedAt, end: unclosedAt }, newText: `${isAtLineStart ? '' : ending}---${ending}` },
    ];
    problems.push({
      rule: 'front-matter',
      span: fence,
      message: message('The front matter is not closed; expected a line --- after it.'),
      fixes: [{ title: message('Close the front matter'), edits }],
    });
  }
  return problems;
}
