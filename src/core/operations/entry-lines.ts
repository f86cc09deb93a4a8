import { OperationError } from '../errors';
import { readConflicts } from '../kinds/conflicts';
import type { ReportDocument } from '../kinds/incident-document';
import { lineOf } from '../markdown/places';
import { message } from '../model/message';
import type { Span, TextEdit } from '../model/text';
import type { TimelineEntry } from '../model/timeline-entry';
import { endOfItem } from './list-entry';

/** All lines of an entry with their endings: its row, or its list item with what is nested in it. */
export function linesOf({ markdown }: ReportDocument, { source, span }: TimelineEntry): Span {
  const { start, next } = lineOf(markdown.text, span.start);
  return { start, end: source === 'row' ? next : Math.max(next, endOfItem(markdown, span.start)) };
}

/** Takes whole lines out; at the end of a text without a last line ending, the one before them goes too. */
export function withoutLines(text: string, { start, end }: Span): TextEdit {
  const isOpenEnd = end === text.length && !/[\r\n]$/.test(text);
  const ending = isOpenEnd ? (/(?:\r\n|\r|\n)$/.exec(text.slice(0, start))?.[0].length ?? 0) : 0;
  return { span: { start: start - ending, end }, newText: '' };
}

/** Which side of a conflict holds is decided first, by whoever merges. */
export function refuseConflict({ markdown }: ReportDocument, { span }: TimelineEntry): void {
  const isInside = readConflicts(markdown).some((one) => span.start >= one.span.start && span.end <= one.span.end);
  if (isInside) {
    throw new OperationError(
      'usage',
      message('This row stands in a merge conflict. Which side holds? Nothing was saved.'),
    );
  }
}
