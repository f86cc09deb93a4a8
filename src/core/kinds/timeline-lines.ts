import type { Block, MarkdownDocument } from '../markdown/markdown-document';
import { message } from '../model/message';
import type { Span, TextEdit } from '../model/text';
import type { ReadProblem } from './front-matter';
import { leadingTime } from './read-bullet';

/** A line that begins with a time but is no row and no item, so that it is not read as an entry. */
export interface TimedLine {
  readonly time: Span;
  /** What makes it an item of a list; none where the item would have no words. */
  readonly edits: readonly TextEdit[];
}

/** Those of a heading or a paragraph in a timeline. */
export function timedLines(markdown: MarkdownDocument, index: number): readonly TimedLine[] {
  const block = markdown.blocks[index];
  const start = markdown.starts[index] ?? 0;
  const edit = (from: number, until: number, newText: string): TextEdit => ({
    span: { start: start + from, end: start + until },
    newText,
  });
  if (block?.kind === 'heading') {
    const time = leadingTime(block.text, { start: block.contentStart, end: block.contentEnd });
    return time === undefined
      ? []
      : [
          {
            time: moved(time, start),
            edits: headingEdits(block, time, { below: markdown.blocks.slice(index + 1, index + 3), edit }),
          },
        ];
  }
  if (block?.kind !== 'paragraph') return [];
  return paragraphLines(block).map(({ at, time }) => ({ time: moved(time, start), edits: [edit(at, at, '- ')] }));
}

/** One finding for all of a section; one line alone may as well be a sentence that begins with a time. */
export function timedLineProblems(lines: readonly TimedLine[]): readonly ReadProblem[] {
  const [first] = lines;
  if (first === undefined || lines.length < 2) return [];
  const words = message('{count} lines with times are not read as entries; expected a table or a list.', {
    count: lines.length,
  });
  const problem: ReadProblem = { rule: 'time-format', span: first.time, message: words };
  const turned = lines.filter(({ edits }) => edits.length > 0);
  if (turned.length === 0) return [problem];
  const title = message('Turn {count} lines into list items', { count: turned.length });
  return [{ ...problem, fixes: [{ title, edits: turned.flatMap(({ edits }) => edits) }] }];
}

type MakeEdit = (from: number, until: number, newText: string) => TextEdit;

/** The marks become those of an item; where the heading is a time alone, the paragraph below it is brought up to it. */
function headingEdits(
  { text, contentStart, contentEnd }: Block,
  time: Span,
  { below, edit }: { readonly below: readonly Block[]; readonly edit: MakeEdit },
): readonly TextEdit[] {
  const isUnderlined = !text.slice(0, contentStart).includes('#');
  if (isUnderlined) return [];
  const marks = edit(0, contentStart, '- ');
  const lineEnd = text.search(/[\r\n]|$/);
  if (/[\p{L}\p{N}]/u.test(text.slice(time.end, contentEnd))) {
    return contentEnd < lineEnd ? [marks, edit(contentEnd, lineEnd, '')] : [marks];
  }
  const [first, second] = below;
  const gap = first?.kind === 'blank' ? first.text.length : 0;
  const words = gap > 0 ? second : first;
  if (words?.kind !== 'paragraph' || paragraphLines(words).length > 0) return [];
  return [marks, edit(contentEnd, text.length + gap + words.contentStart, ' ')];
}

interface LineTime {
  /** Where the line's first sign stands. */
  readonly at: number;
  readonly time: Span;
}

/**
 * The lines of a paragraph that begins with a time. Prose that was wrapped may have a time at the start of a line too,
 * so a further line counts after the end of a sentence or a hard break, or where all lines begin with one.
 */
function paragraphLines({ text, contentStart, contentEnd }: Block): readonly LineTime[] {
  const lines: (LineTime & { readonly isBroken: boolean })[] = [];
  let isBroken = true;
  let count = 0;
  for (const match of text.slice(contentStart, contentEnd).matchAll(/[^\r\n]+/g)) {
    const line = match[0];
    const at = contentStart + match.index + line.search(/\S|$/);
    const time = leadingTime(text, { start: at, end: contentStart + match.index + line.length });
    if (time !== undefined) lines.push({ at, time, isBroken });
    else if (count === 0) return [];
    isBroken = /(?: {2}|\\|<br\s*\/?>|[.!?:;)\]*_])\s*$/i.test(line);
    count++;
  }
  return lines.length === count ? lines : lines.filter((line) => line.isBroken);
}

function moved({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}
